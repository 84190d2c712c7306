"""Keeping a letter by itself while it is typed: each keeping is a draft that stays."""

from django.db import transaction
from django.http import JsonResponse
from django.utils.timezone import localtime
from django.views.decorators.http import require_POST

from accounts.permissions import Permission, needs
from letters.forms.write import WriteForm
from letters.reading import letter_of
from letters.views.writing import taken

NOT_NOW = "Not saved: the letter went on meanwhile. Copy what you typed, and open it again"


@needs(Permission.OPEN_CASES, Permission.WRITE_LETTERS)
@require_POST
@transaction.atomic
def keep(request, pk):
    """What is to be told beside the box, and the draft that its author has seen now."""
    one = letter_of(request, pk)
    if not one.is_being_written:
        return JsonResponse({"said": NOT_NOW}, status=409)
    form = WriteForm(request.POST, letter=one)
    if form.went_on():
        said = f"Not saved: {form.last.by} saved a draft meanwhile. Press “Save the draft”"
        return JsonResponse({"said": said}, status=409)
    if not form.is_valid() or not (draft := taken(form, request.user)):
        wrong = next(iter(form.errors.values()))[0]
        return JsonResponse({"said": f"Not saved yet: {wrong}"}, status=400)
    said = f"Saved as draft {draft.number} at {localtime():%H:%M}" if draft != form.last else ""
    return JsonResponse({"said": said, "seen": draft.number})
