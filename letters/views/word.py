"""A letter as a Word file: as it was sent, and as a draft that goes out to be written on."""

from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_http_methods, require_safe

from accounts.permissions import Permission, needs
from documents.uploads import dropped
from letters.blocks import FIELD
from letters.differences import differences
from letters.forms.word import FromWordForm
from letters.forms.write import WriteForm
from letters.models import Letter
from letters.printing import word_of
from letters.reading import letter_of
from letters.sheets import mark_of, sheet_of_draft
from letters.word import as_word

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@require_safe
@needs(Permission.OPEN_CASES, Permission.WRITE_LETTERS)
def as_sent(request, pk):
    """The Word file that was kept as the letter went: for the file, never for the complainant."""
    one = letter_of(request, pk)
    if getattr(one, "sent_copy", None) is None:
        raise Http404
    return downloaded(word_of(one), f"{one.case.reference} {one}, as sent")


@require_safe
@needs(Permission.OPEN_CASES, Permission.WRITE_LETTERS)
def draft(request, pk):
    """The last draft, to be written on in Word."""
    one = letter_of(request, pk)
    last = one.drafts.first()
    if last is None or not one.may_be_written_in:
        raise Http404
    made = as_word(sheet_of_draft(one, last), of=mark_of(one, last))
    return downloaded(made, f"{one.case.reference} {one}, {last}")


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.WRITE_LETTERS)
@transaction.atomic
def back(request, pk):
    """Upload a draft that was written on in Word; what it changes is shown, and nothing saved."""
    one = letter_of(request, pk)
    if not one.may_be_written_in:
        return redirect("letter-page", pk)
    sent = request.method == "POST"
    data = (request.POST, request.FILES) if sent else (None, None)
    form = FromWordForm(*data, letter=one, refused=dropped(request) if sent else [])
    if sent and form.is_valid():
        return render(request, "letters/from_word.html", page_of(one, form))
    return render(request, "letters/word.html", {"letter": one, "case": one.case, "form": form})


def page_of(one: Letter, form: FromWordForm) -> dict:
    write = WriteForm(letter=one)
    text = form.cleaned_data["file"].text
    was = write.initial["text"]
    write.initial["text"] = text
    lost = set(FIELD.findall(was)) - set(FIELD.findall(text))
    return {
        "letter": one,
        "case": one.case,
        "form": write,
        "draft": write.last,
        "differences": differences(was, text),
        "remarks": form.remarks(),
        "lost": [f"{{{name}}}" for name in sorted(lost)],
    }


def downloaded(content: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=WORD)
    answer.headers["Content-Disposition"] = content_disposition_header(True, f"{name}.docx")
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
