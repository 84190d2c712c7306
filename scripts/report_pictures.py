"""Take the pictures of docs/editions.md: the annual report of 2006/07 while it is written, and the
pages of its files. ``make demo`` first, then this. LibreOffice draws Word's pages, where there is
one.
"""

import argparse
import re
import shutil
import subprocess
import tempfile
from pathlib import Path

import pypdfium2
from playwright.sync_api import Page, sync_playwright
from screenshots import PROJECT, SCREENS, open_page, sign_in

TITLE = "Complaints in 2006/07"
YEAR = "start=2006-04-01&end=2007-03-31&directorate=1"
MADE_WITHIN = 180  # seconds
PAGES = (("edition", ""), ("section", "section"), ("public", "public/"))
KEPT = {  # of each file the pages that are shown, by a word that stands on them
    ("pdf", "public"): ("Contents", "Nature of complaint", "Stage 2: outcome"),
    ("pdf", "internal"): ("Person with parental responsibility",),
    ("docx", "public"): ("Contents", "Nature of complaint", "Stage 2: outcome"),
}
SHARP = 1.1


def main() -> None:
    options = read_options()
    options.folder.mkdir(parents=True, exist_ok=True)
    site = f"http://127.0.0.1:{options.port}"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--disable-gpu", "--hide-scrollbars"],
        )
        page = browser.new_context(locale="en-GB", timezone_id="Europe/London").new_page()
        sign_in(page, site, "committee")
        report = report_of(page, site)
        have_made(page, report, "Hide and prove|Prove it again", f"{report}public/")
        take_pages(page, report, options.folder)
        for (kind, form), words in KEPT.items():
            content = file_of(page, report, kind, form)
            draw(content, kind, form, words, options.folder)


def read_options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--folder", type=Path, default=PROJECT / "docs" / "report")
    return parser.parse_args()


def report_of(page: Page, site: str) -> str:
    """Its address: begun where there is none yet."""
    open_page(page, f"{site}/reports/editions/")
    there = page.locator("main").get_by_role("link", name=TITLE).first
    if there.count():
        there.click()
    else:
        open_page(page, f"{site}/reports/editions/begin/?{YEAR}")
        page.get_by_role("textbox", name="Title").fill(TITLE)
        page.get_by_role("button", name="Begin the report").click()
    page.wait_for_url(re.compile(r"/reports/editions/\d+/$"))
    return page.url


def have_made(page: Page, report: str, button: str, where: str) -> None:
    """Press it, and wait until the worker is done."""
    open_page(page, where)
    page.get_by_role("button", name=re.compile(button)).first.click()
    for _ in range(MADE_WITHIN):
        page.wait_for_timeout(1_000)
        page.reload()
        if not page.locator("#making[data-refresh]").count():
            return
    raise SystemExit(f"{report} was not made within {MADE_WITHIN} seconds.")


def take_pages(page: Page, report: str, folder: Path) -> None:
    for name, path in PAGES:
        if path == "section":
            open_page(page, report)
            page.get_by_role("link", name="Stage 2 complaints", exact=True).click()
        else:
            open_page(page, report + path)
        for width, height in SCREENS.items():
            page.set_viewport_size({"width": width, "height": height})
            page.screenshot(path=folder / f"{name}-{width}.png", animations="disabled")


def file_of(page: Page, report: str, kind: str, form: str) -> bytes:
    label = {"pdf": "PDF", "docx": "Word"}[kind]
    words = {"public": "Public form", "internal": "Internal: not for release"}[form]
    have_made(page, report, f"^{label}\\b.*{words}$", report)
    with page.expect_download() as taken:
        page.get_by_role("button", name="Download it").click()
    return Path(taken.value.path()).read_bytes()


def draw(content: bytes, kind: str, form: str, words: tuple[str, ...], folder: Path) -> None:
    """The pages on which the words stand, as pictures."""
    pdf = content if kind == "pdf" else drawn_by_libreoffice(content)
    if pdf is None:
        print("LibreOffice is not on this machine: Word's pages are not drawn.")
        return
    pages = list(pypdfium2.PdfDocument(pdf))
    texts = [page.get_textpage().get_text_bounded() for page in pages]
    for place, word in enumerate(words, start=1):
        number = next(number for number, text in enumerate(texts) if word in text)
        picture = folder / f"{kind}-{form}-{place}.png"
        pages[number].render(scale=SHARP).to_pil().convert("P").save(picture, optimize=True)
        print(picture)


def drawn_by_libreoffice(content: bytes) -> bytes | None:
    if not shutil.which("soffice"):
        return None
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.docx"
        file.write_bytes(content)
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
        command += ["--convert-to", "pdf", "--outdir", folder, str(file)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)  # noqa: S603 - our own file
        return file.with_suffix(".pdf").read_bytes()


if __name__ == "__main__":
    main()
