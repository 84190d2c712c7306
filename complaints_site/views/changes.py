"""The history of all cases, to be searched."""

from django.core.paginator import Paginator
from django.shortcuts import render
from django.views.decorators.http import require_safe

from accounts.permissions import Permission, needs
from complaints_site.changes import ChangesForm, changes_seen_by, put_into_words

PER_PAGE = 50


@require_safe
@needs(Permission.OPEN_CASES, Permission.SEE_TRAIL)
def changes(request):
    """Who did what on which case. The fields behind a sentence stand in the case's own history."""
    form = ChangesForm(request.GET or None)
    asked = form.cleaned_data if form.is_valid() else {}
    pages = Paginator(changes_seen_by(request.user, asked), PER_PAGE)
    page = pages.get_page(request.GET.get("page"))
    put_into_words(page.object_list)
    return render(
        request,
        "cases/changes.html",
        {"form": form, "page_obj": page, "number": pages.count, "asked": any(asked.values())},
    )
