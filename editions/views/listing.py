"""The editions there are, and the beginning of one."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_safe

from accounts.permissions import Permission, needs
from editions.actions.writing import begin_edition
from editions.forms.writing import BeginForm
from editions.known import KnownFigures
from editions.models import Edition
from editions.sections_given import sections_given
from reporting.annual_report import assemble
from reporting.period import financial_year_of
from reporting.scope import scope_about


@require_safe
@needs(Permission.OPEN_REPORTS)
def editions(request):
    rows = Edition.objects.visible_to(request.user).select_related("directorate", "published_by")
    latest = {}
    for each in rows.published().order_by("version"):
        about = each.directorate_id, tuple(each.among), tuple(each.procedures)
        latest[each.start, each.end, about] = each.pk
    return render(
        request,
        "editions/index.html",
        {
            "drafts": rows.drafts(),
            "published": rows.published(),
            "in_force": set(latest.values()),
            "may_write": request.user.may(Permission.WRITE_REPORT),
        },
    )


@require_http_methods(["GET", "POST"])
@needs(Permission.WRITE_REPORT)
def begin(request):
    """Begin a report, or a new version of a published one."""
    year = financial_year_of(localdate()).previous()
    start = {
        "start": year.start,
        "end": year.end,
        "title": f"Annual complaints report {year.label}",
    }
    given = {name: request.GET[name] for name in start if name in request.GET}
    for name, asked in (("directorate", "directorate"), ("procedures", "procedure")):
        given[name] = request.GET.getlist(asked)
    form = BeginForm(request.POST or None, initial=start | given)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        scope = scope_about(form.period, list(told["directorate"]), told["procedures"])
        try:
            edition = begin_edition(
                form.period,
                scope.directorate,
                title=told["title"],
                meeting_on=told["meeting_on"],
                among=scope.among,
                procedures=scope.procedures,
                sections=sections_given(KnownFigures(assemble(scope))),
                by=request.user,
            )
        except ValidationError as error:
            form.add_error(None, error.messages)
        else:
            messages.success(request, f"“{edition}” is begun. Its figures are filled in already.")
            return redirect("editions:edition", edition.pk)
    return render(request, "editions/begin.html", {"form": form})
