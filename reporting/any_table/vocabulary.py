"""The words in which a table is asked for: rows and columns, each with what it fits."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.db.models import F, OuterRef, Subquery
from django.db.models.functions import Coalesce

from accounts.models import User
from accounts.permissions import Permission
from cases.models import (
    AdvocacyReferral,
    Assignment,
    Channel,
    Contact,
    Decision,
    EqualityAnswer,
    PassedOnBy,
)
from letters.kinds import Kind as LetterKind
from letters.models import Vetting
from remedies.models import Lesson, Payment
from reporting.any_table.dimensions import (
    HALF,
    MONTH,
    QUARTER,
    YEAR,
    Answers,
    Flags,
    Times,
    Words,
    Worked,
    either,
)
from reporting.any_table.what import What
from reporting.counted import Counted, WhatBecame
from reporting.dimensions import (
    Choices,
    ComplainantTypes,
    Dimension,
    Natures,
    OmbudsmanDecisions,
    PartsOfPeriod,
    ServiceAreas,
    heading,
    none_of,
)
from reporting.ombudsman_dimensions import OF_REMEDIES
from reporting.procedures_side_by_side import Procedures, StageNumbers, Versions
from reporting.scope import Scope
from reporting.stage_dimensions import (
    ALWAYS,
    BAND,
    OUTCOMES,
    DaysCounted,
    PrimaryFindings,
    StageOutcomes,
    main_clock,
)
from reporting.waiting import HowSettled, WhetherMade
from stages.models import (
    AgreedRemedy,
    Appointment,
    Finding,
    Mediation,
    OmbudsmanDecision,
    Outcome,
    StageEvent,
)


@dataclass(frozen=True)
class Word:
    """A dimension by its name. ``make`` gives it for what is counted, or None where it fits not.

    ``needs`` is what a reader must hold to ask by it.
    """

    key: str
    label: str
    make: Callable[[What], Dimension | None]
    needs: Permission | None = None

    def is_for(self, user: User) -> bool:
        return self.needs is None or user.may(self.needs)


def of_case(
    key: str, label: str, dimension: Dimension, path: str = "", needs: Permission | None = None
) -> Word:
    """What a case has, and whatever belongs to one; and what carries it itself."""
    path = path or key

    def made(what: What) -> Dimension | None:
        return dimension if what.counted.case is not None or path in what.counted.paths else None

    return Word(key, label, made, needs)


def of_row(key: str, label: str, dimension: Dimension, path: str = "") -> Word:
    """What the row has of its own, or by its stage."""
    path = path or key

    def made(what: What) -> Dimension | None:
        return dimension if path in what.with_stage.paths else None

    return Word(key, label, made)


def only(key: str, label: str, dimension: Dimension, *whats: str) -> Word:
    """What only some of the things that can be counted have."""
    return Word(key, label, lambda what: dimension if what.key in whats else None)


@dataclass(frozen=True)
class Directorates(Dimension):
    def groups(self, counted, scope):
        return {"directorate": F(f"{counted.path('service_area')}__directorate")}

    def headings(self, scope, found):
        areas = scope.lists.service_areas
        own = {area.directorate.pk: area.directorate for area in areas}
        return [heading(pk, one.name, pk) for pk, one in own.items()] + none_of(found)


@dataclass(frozen=True)
class Owners(Dimension):
    """Who holds the case today: a person, or a team without a log-in."""

    def groups(self, counted, scope):
        holding = Assignment.objects.filter(
            case=OuterRef(counted.of_case("pk")), until=None, capacity=Assignment.Capacity.OWNER
        )
        return {"owner": Subquery(holding.values(who=Coalesce("user__full_name", "team"))[:1])}

    def headings(self, scope, found):
        names = sorted(name for (name,) in found if name) if found is not ANYTHING else []
        none = [heading("nobody", "Nobody", None)] if (None,) in found else []
        return [heading(name, name, name) for name in names] + none


class Anything:
    """Stands for all values: the headings of all words there are, also those out of use."""

    def __contains__(self, value) -> bool:
        return True

    def __iter__(self):
        return iter(())


ANYTHING = Anything()

AGES = ((30, "up to 30 days"), (90, "31 to 90 days"), (180, "91 to 180 days"))
OLDER = "over 180 days"


def _age(counted: Counted, scope: Scope):
    """How long a complaint had been open, in calendar days, when the period ended."""
    end = scope.period.end
    whens = [({"received_on__gte": end - timedelta(days=days)}, key) for days, key in AGES]
    return either(*whens, otherwise=OLDER)


MET = either(
    ({"met_on": None}, "open"), ({"met_on__lte": F("due_on")}, "in_time"), otherwise="late"
)
IN_TIME = (
    ("target", "Within the time limit"),
    ("ceiling", "Within the longest extension"),
    ("over", "Over"),
    ("withdrawn", "Withdrawn"),
    ("pending", "Not answered"),
    ("no-limit", "No limit applies"),
)


def _choices(path: str, choices) -> Choices:
    return Choices(path, tuple(choices.choices), tuple(choices.values))


def _kind(what: What) -> Dimension | None:
    kinds = {
        "payments": Payment.Kind,
        "letters-sent": LetterKind,
        "vettings": LetterKind,
        "decisions": Decision.Kind,
        "contacts": Contact.Kind,
        "agreed-remedies": AgreedRemedy.Kind,
    }
    return _choices("kind", kinds[what.key]) if what.key in kinds else None


def _result(what: What) -> Dimension | None:
    """What came of it, each in its own words."""
    results = {
        "milestones": Worked(
            lambda c, s: MET,
            (("in_time", "Met in time"), ("late", "Met late"), ("open", "Not met yet")),
        ),
        "updates": WhetherMade(),
        "concerns": HowSettled(),
        "mediations": _choices("outcome", Mediation.Outcome),
        "mediations-offered": Choices(
            "answer",
            (
                ("held", "Held"),
                ("complainant", "Refused by the complainant"),
                ("service", "Refused by the service"),
                ("both", "Refused by both"),
                ("given_up", "Given up"),
                ("accepted", "Accepted, not held yet"),
                ("waiting", "No answer yet"),
            ),
            ("held",),
        ),
        "referrals": _choices("outcome", AdvocacyReferral.Outcome),
        "agreed-remedies": OF_REMEDIES,
        "actions": _choices("result", WhatBecame),
        "vettings": _choices("outcome", Vetting.Outcome),
    }
    return results.get(what.key)


def always(key: str, label: str, dimension: Dimension) -> Word:
    return Word(key, label, lambda what: dimension)


def _stage_outcome(what: What) -> Dimension | None:
    return Choices("stage_outcome", OUTCOMES, ALWAYS) if what.stage else None


def _ages() -> tuple:
    return tuple((key, key.capitalize()) for key in (*(key for _, key in AGES), OLDER))


HEADINGS = Choices(
    "heading",
    (*OmbudsmanDecision.Heading.choices, ("", "No heading")),
    tuple(OmbudsmanDecision.Heading.values),
)
MEANINGS = _choices("means", OmbudsmanDecision.Means)
STAGES = ("stages-begun", "stages-answered", "stages-asked-for")
WORDS: tuple[Word, ...] = (
    of_case("service-area", "Service area", ServiceAreas(), "service_area"),
    of_case("directorate", "Directorate", Directorates(), "service_area"),
    of_case("nature", "Nature of complaint", Natures()),
    of_case("complainant", "Who complained", ComplainantTypes(), "complainant_type"),
    of_case("channel", "How it came in", Words("channel", lambda scope: Channel.objects.all())),
    of_case(
        "passed-on-by",
        "Who passed it on",
        Words("passed_on_by", lambda scope: PassedOnBy.objects.all()),
        "passed_on_by",
    ),
    of_case("provider", "Provider", Words("provider", lambda scope: scope.lists.providers)),
    of_case("procedure", "Procedure and its version", Versions(), "route"),
    of_case("any-version", "Procedure, whatever its version", Procedures(), "route"),
    # Figures of named colleagues are for those who manage them
    of_case("owner", "Who holds it", Owners(), needs=Permission.DECIDE),
    of_case("historical", "About things long past", Flags("historical")),
    *(
        of_case(value.replace("_", "-"), label, Answers(value), "equalities")
        for value, label in EqualityAnswer.Dimension.choices
    ),
    of_row("stage", "Stage", StageNumbers(), "stage_number"),
    only("outcome", "Outcome of the stage", StageOutcomes(), *STAGES),
    Word("stage-outcome", "Outcome of its stage", _stage_outcome),
    only("primary-finding", "Finding on the primary point", PrimaryFindings(), *STAGES),
    only(
        "in-time",
        "In time",
        Worked(lambda c, s: BAND, IN_TIME, lambda c, s: main_clock(s)),
        *STAGES,
    ),
    of_row("external", "Investigated from outside", Flags("external")),
    only("days-counted", "Its time limit counts", DaysCounted(), *STAGES),
    only("age", "Days open", Worked(_age, _ages()), "complaints-open"),
    of_row("finding", "Finding", _choices("finding", Outcome)),
    of_row("level", "Whose finding", _choices("level", Finding.Level)),
    Word("kind", "Kind", _kind),
    Word("result", "What came of it", _result),
    only("milestone", "What was due", _choices("stopped_by", StageEvent), "milestones"),
    only("ombudsman-heading", "Heading in the Ombudsman’s letter", HEADINGS, "ombudsman"),
    only("ombudsman-decision", "Decision, in its words", OmbudsmanDecisions(), "ombudsman"),
    only("ombudsman-means", "What the decision means", MEANINGS, "ombudsman"),
    only("repeats", "An issue in earlier complaints", Flags("repeats"), "lessons"),
    only("source", "Where it comes from", _choices("source", Lesson.Source), "lessons"),
    of_row("role", "As", _choices("role", Appointment.Role)),
    always("year", "Financial year", Times(YEAR, 12)),
    always("half", "Half year", Times(HALF, 6)),
    always("quarter", "Quarter", Times(QUARTER, 3)),
    always("month", "Month", Times(MONTH, 1)),
    always("part", "Part of the period, split by regulations", PartsOfPeriod()),
)
BY_KEY = {word.key: word for word in WORDS}


def fitting(what: What) -> list[Word]:
    return [word for word in WORDS if word.make(what)]
