"""What is missing from the record of a year's complaints, by service area.

All is counted in one query, of the cases that the reader may see. A mixed complaint stands once, by
its lead; what is missing of the answer to one of its parts is missing of it.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet
from django.urls import reverse

from accounts.models import User
from accounts.permissions import Permission
from cases.models import Case, CloseReason, Equalities, EqualityAnswer
from complaints_site.record_form import untold
from letters.kinds import ANSWERING
from letters.models import Letter
from reporting.counted import A_COMPLAINT
from reporting.scope import Scope
from stages.models import Answer, Extension, Stage


@dataclass(frozen=True)
class Gap:
    """Something that may be missing. ``where`` finds the cases; ``step`` is the step that puts it
    right, or ``page`` the page of the case; ``filters`` are the case list's own."""

    key: str
    label: str
    where: Callable[[], Q]
    step: str = ""
    page: str = "case-record"
    filters: dict[str, str] = field(default_factory=dict)
    needs: Permission | None = None

    def address_for(self, case: Case) -> str:
        """Where it is put right."""
        if self.step:
            return reverse("step", args=[case.reference, self.step])
        return reverse(self.page, args=[case.reference])


def _of_the_case(path: str) -> Q:
    """Rows of the case, or of a part of it that stands."""
    return Q(**{path: OuterRef("pk")}) | Q(
        **{f"{path}__part_of": OuterRef("pk"), f"{path}__joined_on": None}
    )


def _stage(**facts) -> Q:
    return Q(Exists(Stage.objects.filter(_of_the_case("case"), number__gte=1, **facts)))


def no_response() -> Q:
    """Closed as having run its course, with a stage that has no answer and gave way to none."""
    closed = Q(case__closed_on__isnull=False, case__withdrawn_on=None)
    course = CloseReason.Means.RAN_ITS_COURSE
    ran = Q(case__closed_because=None) | Q(case__closed_because__means=course)
    found = Stage.objects.filter(_of_the_case("case"), closed, ran, number__gte=1)
    unanswered = {"responded_on": None, "escalated_on": None, "outcome": ""}
    return Q(Exists(found.filter(begun_on__isnull=False, **unanswered)))


def no_answer_on(dimension: str) -> Callable[[], Q]:
    """Nothing, or that it is not recorded. Who declined, or was not asked, is recorded."""

    def where() -> Q:
        lost = EqualityAnswer.Kind.NOT_RECORDED
        known = Equalities.objects.filter(
            case=OuterRef("pk"),
            about=Equalities.About.SERVICE_USER,
            **{f"{dimension}__isnull": False},
        )
        return ~Q(Exists(known.exclude(**{f"{dimension}__kind": lost})))

    return where


def no_letter() -> Q:
    """Answered in writing by its step, without a letter that went here or was recorded since: no
    text is kept of it, and nobody looked for the right to go on."""
    letters = Letter.objects.filter(
        stage=OuterRef("pk"), state=Letter.State.SENT, kind__in=ANSWERING
    )
    written = Stage.objects.filter(_of_the_case("case"), answer__way=Answer.Way.WRITTEN)
    return Q(Exists(written.exclude(Exists(letters))))


GROUPS = {
    "The complaint": [
        Gap("nature", "Nature", lambda: Q(nature=None), filters={"nature": "none"}),
        Gap(
            "standing",
            "Standing of the complainant",
            lambda: Q(complainant_type=None),
            filters={"complainant_type": "none"},
        ),
        Gap("channel", "How it came", lambda: Q(channel=None), filters={"channel": "none"}),
    ],
    "The answer, and who was told": [
        Gap(
            "acknowledged",
            "Date acknowledged",
            lambda: _stage(number=1, begun_on__isnull=False, acknowledged_on=None),
            step="acknowledge",
        ),
        Gap("response", "Response date of a closed case", no_response, step="reopen"),
        Gap(
            "outcome",
            "Outcome of an answer",
            lambda: _stage(responded_on__isnull=False, outcome=""),
            step="override-outcome",
        ),
        Gap("letter", "Letter of an answer given in writing", no_letter, page="case-letters"),
        Gap(
            "new-date-told",
            "Date told of more time",
            lambda: Q(Exists(Extension.objects.untold().filter(_of_the_case("stage__case")))),
            step="tell-new-date",
        ),
        Gap("decision-told", "Date told of a decision", lambda: Q(Exists(_untold()))),
    ],
    "Equalities of the service user": [
        Gap(
            dimension.value,
            dimension.label,
            no_answer_on(dimension.value),
            needs=Permission.SEE_EQUALITIES,
        )
        for dimension in EqualityAnswer.Dimension
    ],
}
BY_KEY = {gap.key: gap for gaps in GROUPS.values() for gap in gaps}


def _untold():
    return untold().filter(case=OuterRef("pk"))


def gaps_for(user: User) -> dict[str, list[Gap]]:
    """The groups with what ``user`` may know to be missing."""
    groups = {
        title: [gap for gap in gaps if gap.needs is None or user.may(gap.needs)]
        for title, gaps in GROUPS.items()
    }
    return {title: gaps for title, gaps in groups.items() if gaps}


def complaints(user: User, scope: Scope) -> QuerySet[Case]:
    """The complaints of the period that ``user`` may see, in full: a list by what is missing of
    the complainant would tell."""
    seen = Case.objects.wholly_visible_to(user).whole().filter(**A_COMPLAINT)
    found = seen.filter(received_on__range=scope.period.days)
    if scope.directorate:
        found = found.filter(service_area__directorate=scope.directorate)
    return found


def counted(user: User, scope: Scope) -> list[dict]:
    """A row for each service area that has complaints, with how many lack each thing."""
    gaps = [gap for group in gaps_for(user).values() for gap in group]
    numbers = {name_of(gap): Count("pk", filter=gap.where()) for gap in gaps}
    areas = complaints(user, scope).order_by().values("service_area")
    named = areas.annotate(
        name=F("service_area__name"),
        position=F("service_area__position"),
        everything=Count("pk"),
        **numbers,
    )
    return list(named.order_by("position", "name"))


def missing(user: User, scope: Scope, gap: Gap, area: str) -> QuerySet[Case]:
    """The cases behind a number; ``area`` is the key of a service area, or nothing for all."""
    found = complaints(user, scope).filter(gap.where()).select_related("service_area")
    return found.filter(service_area=area) if area else found


def name_of(gap: Gap) -> str:
    return f"lacks_{gap.key.replace('-', '_')}"
