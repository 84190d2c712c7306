"""Figures from outside, and the register of what was released."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_safe

from accounts.permissions import Permission, needs
from editions.actions import committee as actions
from editions.actions.publishing import note_release
from editions.forms.committee import OutsideFigureForm, ReleaseForm
from editions.models import OutsideFigure, Release


@require_safe
@needs(Permission.OPEN_REPORTS)
def figures(request):
    return render(
        request,
        "editions/outside.html",
        {
            "figures": OutsideFigure.objects.all(),
            "may_write": request.user.may(Permission.WRITE_REPORT),
        },
    )


@require_http_methods(["GET", "POST"])
@needs(Permission.WRITE_REPORT)
def add(request):
    return _keep(request, OutsideFigure())


@require_http_methods(["GET", "POST"])
@needs(Permission.WRITE_REPORT)
def change(request, pk: int):
    return _keep(request, get_object_or_404(OutsideFigure, pk=pk))


def _keep(request, figure: OutsideFigure):
    form = OutsideFigureForm(request.POST or None, instance=figure)
    if request.method == "POST" and form.is_valid():
        try:
            actions.keep_outside_figure(figure=figure, by=request.user, **form.cleaned_data)
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            messages.success(request, f"“{figure.name}” is kept.")
            return redirect("editions:outside")
    return render(request, "editions/outside_figure.html", {"form": form, "figure": figure})


@require_safe
@needs(Permission.OPEN_REPORTS)
def register(request):
    """What went out: what, to whom, when, and by whom."""
    rows = Release.objects.select_related("edition", "by")
    may_write = request.user.may(Permission.WRITE_REPORT)
    return render(request, "editions/register.html", {"rows": rows, "may_write": may_write})


@require_http_methods(["GET", "POST"])
@needs(Permission.WRITE_REPORT)
def add_release(request):
    form = ReleaseForm(request.POST or None, today=localdate())
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        note_release(
            what=told["what"], to_whom=told["to_whom"], on=told["released_on"], by=request.user
        )
        messages.success(request, "It stands in the register.")
        return redirect("editions:register")
    return render(request, "editions/release.html", {"form": form})
