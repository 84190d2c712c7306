"""Log a complaint: one page, the first block of which is enough."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods

from accounts.permissions import Permission, needs
from stages.actions.intake import take_in
from stages.forms.log import LogForm
from stages.working_days import BeyondHorizon


@require_http_methods(["GET", "POST"])
@needs(Permission.LOG_CASE)
def log_complaint(request):
    """Log a complaint as it comes in, then open its file with its deadlines standing."""
    today = localdate()
    form = LogForm(request.POST or None, today=today)
    if request.method == "POST" and form.is_valid() and (case := save(form, request.user, today)):
        messages.success(request, f"{case} logged. Next: acknowledge it")
        return redirect("case-file", case.reference)
    return render(request, "cases/log.html", {"form": form})


def save(form, user, today):
    """The new case; None where a rule refused it, which then stands on the form."""
    data = form.cleaned_data
    try:
        return take_in(
            on=today,
            by=user,
            code=data["code"],
            complainant=form.details_of_the_complainant() if data["complainant"] else None,
            children=data["children"],
            points=data["points"],
            **form.facts_of_the_case(),
        )
    except (ValidationError, BeyondHorizon) as refusal:
        form.add_error(None, getattr(refusal, "messages", [str(refusal)]))
        return None
