"""Saved tables: kept, shared, opened by a short address, put into the report, deleted."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_safe

from accounts.permissions import Permission, needs
from reporting import addresses
from reporting.actions import tables as actions
from reporting.forms import SaveTableForm, TableForm
from reporting.models import SavedTable


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_REPORTS)
def save(request):
    """Keep the table of the address under a name."""
    asked = TableForm(request.GET, reader=request.user)
    if not asked.is_valid():
        raise Http404("No such table")
    form = SaveTableForm(request.POST or None, initial={"name": asked.asked.title[:100]})
    if request.method == "POST" and form.is_valid():
        try:
            table = actions.save_table(
                asked=asked.given, period=asked.period, by=request.user, **form.cleaned_data
            )
        except ValidationError as error:
            form.add_error("name", error.messages)
        else:
            address = request.build_absolute_uri(reverse("reporting:saved-table", args=[table.key]))
            messages.success(request, f"Saved as “{table}”. Its address is {address}")
            return redirect(addresses.of_asked(asked.scope, asked.given))
    back = addresses.of_asked(asked.scope, asked.given)
    return render(
        request, "reporting/save_table.html", {"form": form, "asked": asked.asked, "back": back}
    )


@require_safe
@needs(Permission.OPEN_REPORTS)
def saved_table(request, key: str):
    """The short address leads to the table, for the period that it was saved with."""
    table = _of(request.user, key)
    query = {**table.asked, "start": table.start, "end": table.end}
    return redirect(f"{reverse('reporting:any-table')}?{urlencode(query, doseq=True)}")


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_REPORTS)
def delete(request, key: str):
    table = get_object_or_404(
        SavedTable.objects.visible_to(request.user), key=key, owner=request.user
    )
    if request.method == "POST":
        actions.delete_table(table, on=localdate(), by=request.user)
        messages.success(request, f"The table “{table}” is deleted.")
        return redirect("reporting:any-table")
    return render(request, "reporting/delete_table.html", {"table": table})


def _of(user, key: str) -> SavedTable:
    return get_object_or_404(SavedTable.objects.visible_to(user), key=key)
