"""The Ombudsman page: open enquiries with what is due next, and remedies that are outstanding."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from urllib.parse import urlencode

from django.db.models import Case as Where
from django.db.models import CharField, Count, F, OuterRef, Q, QuerySet, Subquery, Value, When
from django.urls import reverse

from accounts.models import User
from cases.models import Case, ServiceArea
from stages.models import AgreedRemedy, DraftDecision, OmbudsmanEnquiry, OmbudsmanRequest

REMEDIES = "remedies"
# Each state, and what is to be done in it
STATES = {
    "answer": "To be answered",
    "draft": "Draft to comment on",
    "report": "Public report to respond to",
    "waiting": "With the Ombudsman",
    "decided": "Decided",
}
OWED = ["answer", "draft", "report"]
NEXT = {
    "answer": ("Answer the Ombudsman", "answer_due"),
    "draft": ("Comment on the draft decision", "draft_due"),
    "report": ("Respond to the public report", "report_due"),
    "waiting": ("Nothing: the Ombudsman decides next", ""),
    "decided": ("", ""),
}


def with_states(enquiries: QuerySet[OmbudsmanEnquiry]) -> QuerySet[OmbudsmanEnquiry]:
    """Each with its state, and the days by which we owe something."""
    own = {"enquiry": OuterRef("pk")}
    requests = OmbudsmanRequest.objects.unanswered().filter(**own).order_by("answer_due_on")
    drafts = DraftDecision.objects.uncommented().filter(**own).order_by("comments_due_on")
    states = [
        When(public_report__responded_on=None, public_report__isnull=False, then=Value("report")),
        When(Q(decision__isnull=False) | Q(decided_on__isnull=False), then=Value("decided")),
        When(answer_due__isnull=False, then=Value("answer")),
        When(draft_due__isnull=False, then=Value("draft")),
    ]
    return enquiries.annotate(
        answer_due=Subquery(requests.values("answer_due_on")[:1]),
        draft_due=Subquery(drafts.values("comments_due_on")[:1]),
        report_due=F("public_report__response_due_on"),
    ).annotate(state=Where(*states, default=Value("waiting"), output_field=CharField()))


def owed_of_no_case() -> QuerySet[OmbudsmanEnquiry]:
    """In which we owe something, while no case has a task for it."""
    return with_states(OmbudsmanEnquiry.objects.filter(case=None)).filter(state__in=OWED)


@dataclass(frozen=True)
class OmbudsmanPage:
    """What ``user`` sees of it on a day; ``show`` is a state, remedies, or nothing for all that is
    open; ``area`` is a service area or None."""

    user: User
    today: date
    show: str = ""
    area: ServiceArea | None = None

    @cached_property
    def enquiries(self) -> QuerySet[OmbudsmanEnquiry]:
        seen = OmbudsmanEnquiry.objects.visible_to(self.user)
        return with_states(seen.filter(service_area=self.area) if self.area else seen)

    @cached_property
    def remedies(self) -> QuerySet[AgreedRemedy]:
        remedies = AgreedRemedy.objects.visible_to(self.user).outstanding()
        if self.area:
            remedies = remedies.filter(enquiry__service_area=self.area)
        return remedies.select_related("case", "enquiry__service_area", "task__owner")

    @cached_property
    def counts(self) -> dict[str, int]:
        found = self.enquiries.order_by().values("state").annotate(number=Count("pk"))
        return dict.fromkeys(STATES, 0) | {line["state"]: line["number"] for line in found}

    def counters(self) -> list[dict]:
        late = self.remedies.late(on=self.today).exists()
        states = [
            {
                "number": self.counts[key],
                "label": label,
                "url": self.address(key),
                "current": self.show == key,
            }
            for key, label in STATES.items()
        ]
        outstanding = {
            "number": self.remedies.count(),
            "label": "Remedies outstanding",
            "url": self.address(REMEDIES),
            "current": self.show == REMEDIES,
            "late": late,
        }
        return [*states[:-1], outstanding, states[-1]]

    def address(self, show: str) -> str:
        asked = {"show": show} | ({"area": self.area.pk} if self.area else {})
        return f"{reverse('ombudsman')}?{urlencode({k: v for k, v in asked.items() if v})}"

    def listed(self) -> QuerySet[OmbudsmanEnquiry]:
        """Those of the state asked for; of all states, those that are not decided."""
        if self.show == REMEDIES:
            return self.enquiries.none()
        rows = self.enquiries.select_related("case", "service_area", "decision")
        if self.show == "decided":
            return rows.filter(state="decided").order_by("-decided_on", "-pk")
        wanted = [self.show] if self.show else [key for key in STATES if key != "decided"]
        return rows.filter(state__in=wanted).order_by("received_on", "pk")


def enquiries_of(case: Case, today: date) -> list[OmbudsmanEnquiry]:
    """Those about one case, each with what is due from us; one query."""
    enquiries = with_states(case.ombudsman_enquiries.select_related("decision"))
    return [in_words(enquiry, today) for enquiry in enquiries]


def in_words(enquiry: OmbudsmanEnquiry, today: date) -> OmbudsmanEnquiry:
    """Put beside an enquiry what is next, by when, and whether that day has gone."""
    enquiry.next, field = NEXT[enquiry.state]
    enquiry.due_on = getattr(enquiry, field) if field else None
    enquiry.late = bool(enquiry.due_on and enquiry.due_on < today)
    return enquiry


@dataclass(frozen=True)
class LateRemedy:
    """A remedy that is late, as somebody who answers for the council is told of it."""

    remedy: AgreedRemedy
    seen: bool
    days: int


def late_remedies(user: User, today: date) -> list[LateRemedy]:
    """Every late one that ``user`` is told of; ``seen`` says whether they may open its case."""
    late = AgreedRemedy.objects.told_to(user).late(on=today)
    late = late.select_related("case", "enquiry__service_area", "task__owner")
    cases = {remedy.case_id for remedy in late}
    seen = set(Case.objects.visible_to(user).filter(pk__in=cases).values_list("pk", flat=True))
    return [
        LateRemedy(remedy, remedy.case_id in seen, (today - remedy.task.due_on).days)
        for remedy in late
    ]
