"""What a report is about: a period and a directorate, with the office's lists it needs.

A scope is made for one report and thrown away: its lists are read once, when first asked for.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property

from django.db.models import Exists, OuterRef

from cases.models import (
    ActivityKind,
    Case,
    Category,
    ComplainantType,
    DecisionReason,
    Directorate,
    EqualityAnswer,
    Log,
    LogEntry,
    Provider,
    ServiceArea,
)
from letters.models import ReturnReason
from reporting.denominators import Denominators
from reporting.period import Period
from stages.models import (
    AfterwardsQuestion,
    OmbudsmanDecision,
    Procedure,
    StageDefinition,
    StageEvent,
    TimeLimit,
)

SHOWN_OF_A_LIMIT = [
    "length",
    "extends_to",
    "unit",
    "stopped_by",
    "is_main",
    "stage__number",
    "stage__procedure__code",
    "stage__procedure__version",
    "stage__procedure__in_force_from",
]


class Lists:
    """The office's lists, each read with one query. In list order, also words out of use."""

    @cached_property
    def service_areas(self) -> list[ServiceArea]:
        return list(ServiceArea.objects.select_related("directorate"))

    @cached_property
    def return_reasons(self) -> list[ReturnReason]:
        return list(ReturnReason.objects.all())

    @cached_property
    def categories(self) -> list[Category]:
        return list(
            Category.objects.select_related("scheme").order_by(
                "scheme__position", "scheme__name", "position", "name"
            )
        )

    @cached_property
    def complainant_types(self) -> list[ComplainantType]:
        return list(ComplainantType.objects.all())

    @cached_property
    def equality_answers(self) -> list[EqualityAnswer]:
        return list(EqualityAnswer.objects.all())

    @cached_property
    def ombudsman_decisions(self) -> list[OmbudsmanDecision]:
        return list(OmbudsmanDecision.objects.all())

    @cached_property
    def providers(self) -> list[Provider]:
        return list(Provider.objects.all())

    @cached_property
    def activity_kinds(self) -> list[ActivityKind]:
        return list(ActivityKind.objects.all())

    @cached_property
    def afterwards_questions(self) -> list[AfterwardsQuestion]:
        return list(AfterwardsQuestion.objects.all())

    @cached_property
    def decision_reasons(self) -> list[DecisionReason]:
        return list(DecisionReason.objects.all())

    @cached_property
    def procedures(self) -> list[Procedure]:
        return list(Procedure.objects.order_by("code", "in_force_from"))

    @cached_property
    def procedure_names(self) -> dict[str, str]:
        """Of each code what its newest version is called, without the regulations it is under."""
        return {each.code: each.name.split(",")[0] for each in self.procedures}

    @cached_property
    def stage_numbers(self) -> dict[int, set[int]]:
        """The stages that each version of a procedure has."""
        numbers: dict[int, set[int]] = {}
        for procedure, number in StageDefinition.objects.values_list("procedure", "number"):
            numbers.setdefault(procedure, set()).add(number)
        return numbers

    @cached_property
    def denominators(self) -> Denominators:
        return Denominators()

    @cached_property
    def limits(self) -> list[TimeLimit]:
        """The clocks of the law that count, those of the newest versions first."""
        return list(
            TimeLimit.objects.filter(kind=TimeLimit.Kind.STATUTORY, in_force=True)
            .select_related("stage__procedure")
            .only(*SHOWN_OF_A_LIMIT)
            .order_by("-stage__procedure__in_force_from", "stage__procedure__code")
        )

    def main_limits(self, *, stage: int) -> list[TimeLimit]:
        return [limit for limit in self.limits if limit.is_main and limit.stage.number == stage]

    def limits_stopped_by(self, event: StageEvent, *, stage: int) -> list[TimeLimit]:
        return [
            limit
            for limit in self.limits
            if limit.stopped_by == event and limit.stage.number == stage
        ]


@dataclass(frozen=True)
class Scope:
    """Without a directorate: the whole council, or the several ``among`` which is counted.

    With ``procedures``, by their codes, only complaints under one of them; what belongs to no
    complaint, as a compliment, is under none and stays.
    """

    period: Period
    directorate: Directorate | None = None
    lists: Lists = field(default_factory=Lists, compare=False, repr=False)
    measured: dict = field(default_factory=dict, compare=False, repr=False)  # shared by tables
    among: tuple[Directorate, ...] = ()
    procedures: tuple[str, ...] = ()

    def of(self, period: Period) -> "Scope":
        """The same of other days."""
        return replace(self, period=period, measured={})

    def previous(self) -> "Scope":
        return self.of(self.period.previous())

    @property
    def whose(self) -> str:
        names = [each.name for each in self.directorates]
        who = in_a_row(names) if names else "the whole council"
        if not self.procedures:
            return who
        named = (self.lists.procedure_names.get(code, code) for code in self.procedures)
        return f"{who}: only the {in_a_row(list(named))}"

    @property
    def directorates(self) -> tuple[Directorate, ...]:
        return (self.directorate,) if self.directorate else self.among

    @property
    def has_every_area(self) -> bool:
        return not self.directorates

    @cached_property
    def service_areas(self) -> list[ServiceArea]:
        """Those of the directorate, also where they are out of use."""
        areas = self.lists.service_areas
        if self.has_every_area:
            return areas
        theirs = {each.pk for each in self.directorates}
        return [area for area in areas if area.directorate_id in theirs]

    @cached_property
    def logs(self) -> list[Log]:
        """The logs that hold anything of this period and directorate."""
        entries = LogEntry.objects.filter(
            log=OuterRef("pk"),
            received_on__range=self.period.days,
            service_area__in=[area.pk for area in self.service_areas],
        )
        return list(Log.objects.filter(Exists(entries)))

    @cached_property
    def parts(self) -> list[Period]:
        """The period, split where the rules changed under which its complaints were answered."""
        return self.period.split(self._days_of_change())

    def _days_of_change(self) -> list[date]:
        earlier = Procedure.objects.filter(
            code=OuterRef("code"), in_force_from__lt=OuterRef("in_force_from")
        )
        used = Case.objects.filter(
            received_on__range=self.period.days,
            service_area__in=[area.pk for area in self.service_areas],
            route__procedure__code=OuterRef("code"),
        )
        changed = Procedure.objects.filter(
            Exists(earlier),
            in_force_from__gt=self.period.start,
            in_force_from__lte=self.period.end,
        )
        if self.procedures:
            changed = changed.filter(code__in=self.procedures)
        return list(changed.filter(Exists(used)).values_list("in_force_from", flat=True))


def scope_about(
    period: Period, directorates: Sequence[Directorate], procedures: Iterable[str] = ()
) -> Scope:
    """One directorate, several, or without any the whole council."""
    if len(directorates) == 1:
        return Scope(period, directorates[0], procedures=tuple(procedures))
    return Scope(period, among=tuple(directorates), procedures=tuple(procedures))


def in_a_row(names: list[str]) -> str:
    """
    >>> in_a_row(["Adults", "Children", "Housing"]), in_a_row(["Adults"])
    ('Adults, Children and Housing', 'Adults')
    """
    *first, last = names
    return f"{', '.join(first)} and {last}" if first else last


def in_use(word, period: Period) -> bool:
    """Whether a word of a list was in use on any day of the period."""
    return (word.in_use_from is None or word.in_use_from <= period.end) and (
        word.in_use_until is None or word.in_use_until >= period.start
    )
