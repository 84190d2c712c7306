"""What can be counted: the rows, the date that puts each into a period, and the words for it.

Which year a thing belongs to: a complaint to the year it was received, a stage to the year it was
begun, a mediation to the year it was held, a payment to the year it was paid (else offered), an
Ombudsman decision to the year it was decided, a lesson to the year it was raised, an appointment
and what it cost to the year it was made.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from django.db.models import Case as DbCase
from django.db.models import F, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce

from accounts.models import User
from cases.models import (
    Activity,
    AdvocacyReferral,
    Case,
    Compliment,
    Contact,
    Decision,
    LogEntry,
    LoggedAtActivity,
    Trainee,
)
from remedies.models import Lesson, Payment
from reporting.scope import Scope
from stages.models import (
    AfterwardsAnswer,
    AgreedRemedy,
    Appointment,
    AskedAfterwards,
    Mediation,
    OmbudsmanEnquiry,
    OmbudsmanRequest,
    PanelMember,
    Proceedings,
    ProviderRequest,
    Stage,
)

Path = str | Coalesce | DbCase


class DoesNotFit(ValueError):
    """A dimension that what is counted does not have."""


@dataclass(frozen=True)
class Listed:
    """The list behind a number, or one of its lists: what it holds, in words, and the rows."""

    words: str
    counted: "Counted"
    rows: QuerySet


@dataclass(frozen=True)
class Counted:
    """``case`` is the path to the case: "" where the row is the case, None where there is none.

    ``paths`` names the dimensions that the row has of its own; all others are the case's.
    ``social_care`` counts children's and adults' social care together, whichever is reported on.
    """

    key: str
    one: str
    many: str
    words: str
    rows: Callable[[], QuerySet]
    on: str
    case: str | None
    paths: Mapping[str, Path] = field(default_factory=dict)
    social_care: bool = False

    def for_scope(self, scope: Scope) -> "Counted":
        return self

    def within(self, scope: Scope) -> QuerySet:
        """The rows that belong to the period and the directorate."""
        rows = self.rows().filter(**{f"{self.on}__range": scope.period.days})
        if self.social_care:
            return rows.filter(**{f"{self.path('service_area')}__directorate__social_care": True})
        if scope.directorate is None:
            return rows
        areas = [area.pk for area in scope.service_areas]
        return rows.filter(**{f"{self.path('service_area')}__in": areas})

    def visible_to(self, user: User, rows: QuerySet) -> QuerySet:
        """Those of ``rows`` whose case ``user`` may see, and those that belong to no case.

        Not those of which they may not know who complains: a list by standing would tell.
        """
        if self.case is None:
            return rows
        seen = self._case_in(Case.objects.wholly_visible_to(user))
        return rows.filter(seen | Q(**{self.case: None})) if self.case else rows.filter(seen)

    def hidden_from(self, user: User, rows: QuerySet) -> QuerySet:
        """Those of ``rows`` whose case ``user`` may not see."""
        if self.case is None:
            return rows.none()
        rows = rows.exclude(**{self.case: None}) if self.case else rows
        return rows.exclude(self._case_in(Case.objects.wholly_visible_to(user)))

    def _case_in(self, cases: QuerySet) -> Q:
        return Q(**{f"{self.case or 'pk'}__in": cases.order_by().values("pk")})

    def path(self, name: str) -> Path:
        if name in self.paths:
            return self.paths[name]
        if self.case is None:
            raise DoesNotFit(f"{self.many.capitalize()} have no {name.replace('_', ' ')}.")
        return self.of_case(name)

    def of_case(self, name: str) -> str:
        return f"{self.case}__{name}" if self.case else name

    def column(self, name: str):
        """The path as something to group by."""
        path = self.path(name)
        return F(path) if isinstance(path, str) else path

    def number(self, number: int) -> str:
        return f"{number} {self.one if number == 1 else self.many}"


# What counts as a complaint: no representation, no duplicate, nothing that was logged in error
A_COMPLAINT = {"kind": Case.Kind.COMPLAINT, "left_out_as": ""}
OF_A_COMPLAINT = {f"case__{column}": value for column, value in A_COMPLAINT.items()}

COMPLAINTS = Counted(
    key="complaints",
    one="complaint",
    many="complaints",
    words=(
        "complaints received in the period, whatever their stage; representations, duplicates "
        "and what was logged in error apart; a mixed complaint once, not by its parts"
    ),
    rows=lambda: Case.objects.whole().filter(**A_COMPLAINT),
    on="received_on",
    case="",
)
REPRESENTATIONS = Counted(
    key="representations",
    one="representation",
    many="representations",
    words="representations received in the period that are not complaints",
    rows=lambda: Case.objects.whole().filter(kind=Case.Kind.REPRESENTATION, left_out_as=""),
    on="received_on",
    case="",
)
LEFT_OUT = Counted(
    key="left-out",
    one="case left out",
    many="cases left out",
    words=(
        "cases received in the period that are in no other number of complaints received: closed "
        "as a duplicate of a case that is counted, or as logged in error"
    ),
    rows=lambda: Case.objects.exclude(left_out_as=""),
    on="received_on",
    case="",
)
PARTS = Counted(
    key="parts",
    one="part of a mixed complaint",
    many="parts of mixed complaints",
    words=(
        "parts, not complaints: each case into which a mixed complaint received in the period was "
        "split, its lead too; a part that was joined with its lead again is none"
    ),
    rows=lambda: Case.objects.of_mixed_complaints().filter(**A_COMPLAINT),
    on="received_on",
    case="",
)
PROCEEDINGS = Counted(
    key="proceedings",
    one="decision for court or other proceedings",
    many="decisions for court or other proceedings",
    words=(
        "decisions of the period to decline or suspend a complaint, or points of it, for court, "
        "police, disciplinary or other proceedings; a complaint with two is counted twice"
    ),
    rows=lambda: Proceedings.objects.filter(**OF_A_COMPLAINT),
    on="decided_on",
    case="case",
    paths={"kind": "kind", "effect": "effect"},
)
LOG_ENTRIES = Counted(
    key="log-entries",
    one="entry",
    many="entries",
    words=(
        "complaints as each log has them, received in the period by the log's own date, with the "
        "log's own service area and nature; a complaint on two logs is counted on both"
    ),
    rows=lambda: LogEntry.objects.filter(case__part_of=None, **OF_A_COMPLAINT),
    on="received_on",
    case="case",
    paths={"service_area": "service_area", "nature": "nature", "log": "log"},
)


def on_log(key: str, name: str) -> "OnLog":
    """Complaints as one log has them; where that log holds nothing of the period, all of them."""
    entries = Counted(
        key=f"on-{key}-log",
        one=f"complaint {name}",
        many=f"complaints {name}",
        words=f"complaints {name}, received in the period by that log's date, whatever their stage",
        rows=lambda: LOG_ENTRIES.rows().filter(log__key=key),
        on="received_on",
        case="case",
        paths=LOG_ENTRIES.paths,
    )
    return OnLog((key,), entries, COMPLAINTS)


@dataclass(frozen=True)
class OnLog:
    """What is counted where a log was kept in the period, and what is where none was."""

    logs: tuple[str, ...]
    entries: Counted
    otherwise: Counted

    def for_scope(self, scope: Scope) -> Counted:
        kept = {log.key for log in scope.logs}
        if self.logs:
            kept &= set(self.logs)
        return self.entries if kept else self.otherwise


ON_EACH_LOG = OnLog((), LOG_ENTRIES, COMPLAINTS)
RECORDED = on_log("manual", "recorded manually")
ON_CORPORATE_LOG = on_log("corporate", "on the corporate log")


def stages_begun(number: int) -> Counted:
    return Counted(
        key=f"stage-{number}",
        one=f"complaint at stage {number}",
        many=f"complaints at stage {number}",
        words=(
            f"complaints whose stage {number} the council began in the period, whenever they were "
            "received; a stage that was asked for and never begun is not counted. This counts "
            "stages: each part of a mixed complaint that came so far is one"
        ),
        rows=lambda: Stage.objects.filter(number=number, case__joined_on=None, **OF_A_COMPLAINT),
        on="begun_on",
        case="case",
        paths={"nature": Coalesce("nature", "case__nature"), "outcome": "outcome"},
    )


STAGE_2 = stages_begun(2)
STAGE_3 = stages_begun(3)

APPOINTMENTS = Counted(
    key="appointments",
    one="appointment",
    many="appointments",
    words=(
        "appointments of investigating officers and independent persons made in the period; "
        "somebody who was replaced is counted too, and so is each of the cases that share an "
        "investigation"
    ),
    rows=lambda: Appointment.objects.filter(
        **{f"stage__{path}": value for path, value in OF_A_COMPLAINT.items()}
    ),
    on="appointed_on",
    case="stage__case",
    paths={"role": "role"},
)
SEATS = Counted(
    key="seats",
    one="seat on a panel",
    many="seats on panels",
    words="seats on review panels to which somebody was appointed in the period",
    rows=lambda: PanelMember.objects.filter(
        **{f"panel__stage__{path}": value for path, value in OF_A_COMPLAINT.items()}
    ),
    on="appointed_on",
    case="panel__stage__case",
)


def _of_service_area(key, one, many, words, model, on, *, case="case", **paths) -> Counted:
    """Records that stand beside the cases and carry a service area of their own."""
    return Counted(
        key=key,
        one=one,
        many=many,
        words=words,
        rows=model.objects.all,
        on=on,
        case=case,
        paths={"service_area": "service_area", **paths},
    )


DECISIONS = Counted(
    key="decisions",
    one="decision on a case",
    many="decisions on cases",
    words=(
        "decisions made in the period, whenever the case was received; one that was taken again "
        "is counted each time"
    ),
    rows=Decision.objects.all,
    on="decided_on",
    case="case",
    paths={"kind": "kind", "listed_reason": "listed_reason"},
)
MEDIATIONS = _of_service_area(
    "mediations",
    "mediation",
    "mediations",
    "mediations held in the period",
    Mediation,
    "held_on",
    outcome="outcome",
)
MEDIATIONS_OFFERED = _of_service_area(
    "mediations-offered",
    "offer of mediation",
    "offers of mediation",
    "mediations offered in the period, whenever they were held; one that nobody announced has no "
    "offer",
    Mediation,
    "offered_on",
    answer=DbCase(
        When(held_on__isnull=False, then=Value("held")),
        When(given_up_on__isnull=False, then=Value("given_up")),
        When(refused_by="complainant", then=Value("complainant")),
        When(refused_by="service", then=Value("service")),
        When(refused_by="both", then=Value("both")),
        When(accepted_on__isnull=False, then=Value("accepted")),
        default=Value("waiting"),
    ),
)
SOCIAL_CARE_MEDIATIONS = replace(
    MEDIATIONS,
    key="social-care-mediations",
    words="mediations held in the period, of children's and adults' social care together",
    social_care=True,
)
PAYMENTS = _of_service_area(
    "payments",
    "payment",
    "payments",
    "payments made in the period, or offered in it and not yet paid",
    Payment,
    "counted_on",
    kind="kind",
    stage_number="stage_number",
)
LESSONS = _of_service_area(
    "lessons", "lesson", "lessons", "lessons raised in the period", Lesson, "raised_on"
)
REFERRALS = _of_service_area(
    "referrals",
    "referral",
    "referrals",
    "referrals to advocacy in the period; many never become a complaint",
    AdvocacyReferral,
    "referred_on",
    outcome="outcome",
    provider="provider",
)
YOUNG_PEOPLES_COMPLAINTS = replace(
    COMPLAINTS,
    key="young-peoples-complaints",
    words=(
        "complaints received in the period under the children's procedure, made by a child or "
        "young person: each is to be told of advocacy, offered it and asked what they want"
    ),
    rows=lambda: COMPLAINTS.rows().filter(
        complainant_type__is_young_person=True, route__procedure__code="children"
    ),
    paths={
        "wants": DbCase(
            When(advocacy_offer=None, then=Value("not_told")),
            When(advocacy_offer__offered_on=None, then=Value("told")),
            When(advocacy_offer__asked_on=None, then=Value("offered")),
            default=F("advocacy_offer__wants"),
        )
    },
)
OMBUDSMAN = _of_service_area(
    "ombudsman",
    "decision",
    "decisions",
    "decisions of the Ombudsman in the period, in the words of its time",
    OmbudsmanEnquiry,
    "decided_on",
)
AGREED_REMEDIES = Counted(
    key="agreed-remedies",
    one="remedy",
    many="remedies",
    words=(
        "remedies agreed with the Ombudsman that fell due in the period; one is done on the day "
        "on which what shows it was sent to the Ombudsman"
    ),
    rows=AgreedRemedy.objects.all,
    on="task__due_on",
    case="case",
    paths={"service_area": "enquiry__service_area", "kind": "kind"},
)
OMBUDSMAN_REQUESTS = Counted(
    key="ombudsman-requests",
    one="request",
    many="requests",
    words="requests of the Ombudsman that came in the period, each with its own day for the answer",
    rows=OmbudsmanRequest.objects.all,
    on="received_on",
    case="case",
    paths={"service_area": "enquiry__service_area"},
)
COMPLIMENTS = _of_service_area(
    "compliments",
    "compliment",
    "compliments",
    "compliments received in the period",
    Compliment,
    "received_on",
    case=None,
)
CONTACTS = _of_service_area(
    "contacts",
    "other contact",
    "other contacts",
    "enquiries, professional complaints and service requests received in the period",
    Contact,
    "received_on",
    case=None,
    kind="kind",
    result=DbCase(
        When(closed_on=None, then=Value("open")),
        When(answered_on=None, then=Value("unanswered")),
        When(due_on=None, then=Value("answered")),
        When(answered_on__lte=F("due_on"), then=Value("in_time")),
        default=Value("late"),
    ),
)
CONTACTS_CLOSED = replace(
    CONTACTS,
    key="contacts-closed",
    words="enquiries, professional complaints and service requests closed in the period",
    on="closed_on",
)
CONTACTS_ANSWERED = replace(
    CONTACTS,
    key="contacts-answered",
    words="enquiries, professional complaints and service requests answered in the period",
    on="answered_on",
)
PROVIDER_REQUESTS = Counted(
    key="provider-requests",
    one="complaint put to a provider",
    many="complaints put to providers",
    words="complaints that were put to a contracted provider in the period",
    rows=ProviderRequest.objects.all,
    on="asked_on",
    case="case",
    paths={
        "provider": "provider",
        "result": DbCase(
            When(answered_on=None, then=Value("waiting")),
            When(answered_on__lte=F("due_on"), then=Value("in_time")),
            default=Value("late"),
        ),
    },
)
ACTIVITIES = Counted(
    key="activities",
    one="activity",
    many="activities",
    words=(
        "activities of the complaints service in the period; one for all service areas is in the "
        "report of the whole council only"
    ),
    rows=Activity.objects.counted,
    on="held_on",
    case=None,
    paths={"service_area": "service_area", "kind": "kind"},
)
TRAINEES = Counted(
    key="trainees",
    one="person or team",
    many="people and teams",
    words="people and teams who must be trained by an activity of the period",
    rows=lambda: Trainee.objects.filter(activity__left_out_because=""),
    on="activity__held_on",
    case=None,
    paths={"service_area": "activity__service_area"},
)
LOGGED_AT_ACTIVITIES = Counted(
    key="logged-at-activities",
    one="complaint or other contact",
    many="complaints and other contacts",
    words="complaints and other contacts that came in at an activity of the period",
    rows=lambda: LoggedAtActivity.objects.filter(activity__left_out_because=""),
    on="activity__held_on",
    case="case",
    paths={"service_area": "activity__service_area"},
)
ASKED_AFTERWARDS = Counted(
    key="asked-afterwards",
    one="complainant asked",
    many="complainants asked",
    words="complainants asked in the period, once their case was closed",
    rows=AskedAfterwards.objects.all,
    on="asked_on",
    case="case",
    paths={"stage_number": "stage__number", "outcome": "stage__outcome"},
)
WORDS_AFTERWARDS = replace(
    ASKED_AFTERWARDS,
    key="words-afterwards",
    one="complainant who answered",
    many="complainants who answered",
    words="complainants who answered in the period what they were asked after closing",
    on="answered_on",
)
AFTERWARDS_ANSWERS = Counted(
    key="afterwards-answers",
    one="answer",
    many="answers",
    words="answers of the period to each question after closing; not the questions passed over",
    rows=lambda: AfterwardsAnswer.objects.exclude(answer=""),
    on="asked__answered_on",
    case="asked__case",
    paths={
        "question": "question",
        "answer": "answer",
        "stage_number": "asked__stage__number",
        "outcome": "asked__stage__outcome",
    },
)
