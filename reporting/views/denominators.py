"""What rates are taken per, as an administrator keeps it: numbers with days, and their history."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_safe

from accounts.permissions import Permission, needs
from reporting.actions import denominators as actions
from reporting.denominator_forms import DenominatorForm, NumberForm, TakeBackForm
from reporting.denominators import Denominators, on_day
from reporting.models import Denominator, DenominatorNumber


@require_safe
@needs(Permission.KEEP_LISTS)
def denominators(request):
    """Each with the number in force today."""
    today = localdate()
    rows = [{"denominator": each, "now": on_day(each, today).number} for each in Denominators().all]
    return render(request, "denominators/list.html", {"rows": rows})


@require_safe
@needs(Permission.KEEP_LISTS)
def history(request, key: str):
    """All numbers of one, also those that were taken back."""
    denominator = get_object_or_404(Denominator, key=key)
    numbers = list(denominator.numbers.select_related("entered_by"))
    following = None
    for each in numbers:  # newest first: each ends the day before the one above it
        each.following = following
        if each.taken_back_on is None:
            following = each.valid_from
    return render(
        request, "denominators/history.html", {"denominator": denominator, "numbers": numbers}
    )


@require_http_methods(["GET", "POST"])
@needs(Permission.KEEP_LISTS)
def add(request):
    """Something more that rates can be taken per."""
    form = DenominatorForm(request.POST or None)
    if form.is_valid() and (
        added := _done(form, lambda: actions.add_denominator(by=request.user, **form.cleaned_data))
    ):
        messages.success(request, f"Rates can be taken {added.unit}, once it has a number.")
        return redirect("denominator", added.key)
    return render(request, "denominators/add.html", {"form": form})


@require_http_methods(["GET", "POST"])
@needs(Permission.KEEP_LISTS)
def add_number(request, key: str):
    denominator = get_object_or_404(Denominator, key=key)
    form = NumberForm(request.POST or None, denominator=denominator)
    if form.is_valid() and (
        added := _done(
            form,
            lambda: actions.add_number(
                denominator, on=localdate(), by=request.user, **form.cleaned_data
            ),
        )
    ):
        messages.success(request, f"Rates are taken per {added}.")
        return redirect("denominator", key)
    return render(
        request, "denominators/add_number.html", {"form": form, "denominator": denominator}
    )


@require_http_methods(["GET", "POST"])
@needs(Permission.KEEP_LISTS)
def take_back(request, key: str, pk: int):
    number = get_object_or_404(
        DenominatorNumber.objects.in_force().select_related("denominator"),
        pk=pk,
        denominator__key=key,
    )
    form = TakeBackForm(request.POST or None)
    if form.is_valid():
        actions.take_back_number(number, on=localdate(), by=request.user, **form.cleaned_data)
        messages.success(request, f"{number} is taken back.")
        return redirect("denominator", key)
    return render(request, "denominators/take_back.html", {"form": form, "number": number})


def _done(form, act):
    """What came of it; None where a rule refused it, which then stands on the form."""
    try:
        return act()
    except ValidationError as error:
        form.add_error(None, error.messages)
