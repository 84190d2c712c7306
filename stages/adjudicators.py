"""Who may not adjudicate on a case: whoever is complained about, and whoever answered Stage 1."""

from django.db.models import QuerySet

from accounts.models import User
from cases.models import Assignment, CasePerson
from stages.models import Stage


def complained_about_in(stage: Stage) -> QuerySet[User]:
    return User.objects.filter(
        as_person__parts__case=stage.case, as_person__parts__role=CasePerson.Role.COMPLAINED_ABOUT
    )


def answered_before(stage: Stage) -> QuerySet[User]:
    """Those to whom the complaint was put for an answer while an earlier stage was open."""
    before = stage.case.stages.filter(number__lt=stage.number).exclude(responded_on=None).last()
    if before is None:
        return User.objects.none()
    return User.objects.filter(
        assignments__case=stage.case,
        assignments__capacity=Assignment.Capacity.RESPONDER,
        assignments__since__lte=before.responded_on,
    )
