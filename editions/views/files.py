"""A report as a file, and the council's Word template."""

from collections.abc import Callable

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.text import slugify
from django.views.decorators.http import require_http_methods, require_safe

from accounts.permissions import Permission, needs
from editions.actions.templates import upload_template
from editions.document import Document
from editions.exports.pages import as_html, as_pdf
from editions.exports.plain_json import as_json
from editions.exports.tables import as_csv, as_xlsx
from editions.exports.word import as_word
from editions.forms.files import TemplateForm
from editions.models import WordTemplate
from editions.template_in_use import template_in_use
from editions.views.asked import edition_of
from editions.views.reading import form_of

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MADE: dict[str, tuple[str, str, Callable[[Document], bytes]]] = {
    "docx": ("docx", WORD, lambda document: as_word(document, template_in_use())),
    "pdf": ("pdf", "application/pdf", as_pdf),
    "html": ("zip", "application/zip", as_html),
    "xlsx": ("xlsx", EXCEL, as_xlsx),
    "csv": ("zip", "application/zip", as_csv),
    "json": ("json", "application/json", as_json),
}


@require_safe
@needs(Permission.OPEN_REPORTS)
def file(request, pk: int, kind: str):
    """The internal form or, asked for by ``?form=public``, the public one."""
    if kind not in MADE:
        raise Http404("No such kind of file")
    edition = edition_of(request.user, pk)
    return as_file(form_of(edition, request.GET.get("form", "")), kind)


def as_file(document: Document, kind: str) -> HttpResponse:
    ending, media_type, make = MADE[kind]
    version = f"-version-{document.version}" if document.version > 1 else ""
    name = f"{slugify(document.title)}{version}-{document.form}-{kind}.{ending}"
    answer = HttpResponse(make(document), content_type=media_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@require_http_methods(["GET", "POST"])
@needs(Permission.WRITE_REPORT)
def template(request):
    """The Word template on which reports are built, and what it lacks."""
    form = TemplateForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        sent = form.cleaned_data["file"]
        try:
            upload_template(sent.name, sent.read(), by=request.user)
        except ValidationError as error:
            form.add_error("file", error.messages)
        else:
            messages.success(request, f"Reports in Word are built on “{sent.name}” from now on.")
            return redirect("editions:template")
    last = WordTemplate.objects.select_related("uploaded_by").first()
    return render(request, "editions/template.html", {"form": form, "template": last})
