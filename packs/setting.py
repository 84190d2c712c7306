"""Setting text as A4 pages: cover, index, chronology, headings, texts and e-mails."""

from django.template.loader import render_to_string

from documents.pdfium import ONE_AT_A_TIME


class CannotSetType(Exception):
    """The libraries that set text are not on this machine (docs/files-of-cases.md)."""


def set_in_type(template: str, context: dict, *, tagged=False, variant: str | None = None) -> bytes:
    """A page of HTML as a PDF. Nothing that it names is fetched, from nowhere. ``variant`` is the
    standard that it says it keeps."""
    try:  # here, since it takes a second, which only those wait for who make a file
        from weasyprint import HTML
        from weasyprint.urls import URLFetcher
    except OSError as error:
        raise CannotSetType from error

    class FetchesNothing(URLFetcher):
        def fetch(self, url, headers=None):
            raise ValueError("Nothing is fetched.")

    with ONE_AT_A_TIME:
        page = HTML(string=render_to_string(template, context), url_fetcher=FetchesNothing())
        return page.write_pdf(pdf_tags=tagged, pdf_variant=variant)
