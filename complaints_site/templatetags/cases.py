"""What every page of a case shows above all else."""

from django import template

from accounts.permissions import Permission
from cases.models import Case

register = template.Library()


@register.inclusion_tag("cases/_safeguarding.html", takes_context=True)
def safeguarding_warning(context, case):
    """The open safeguarding concerns of the page's case. A case without the mark costs no query."""
    if not (isinstance(case, Case) and case.safeguarding):
        return {"concerns": []}
    user = context["request"].user
    return {
        "case": case,
        "concerns": case.safeguarding_concerns.open().select_related("raised_by"),
        "may_run": user.may(Permission.RUN_CASE),
        "may_decide": user.may(Permission.DECIDE),
    }
