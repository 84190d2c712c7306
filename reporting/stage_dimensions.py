"""What a stage is counted by: the time it took under its own version, and what was found."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Case, F, FilteredRelation, OuterRef, Q, Subquery, Value, When
from django.db.models.functions import Coalesce

from reporting.dimensions import Choices, Dimension, Heading
from reporting.period import in_words
from reporting.scope import Scope
from stages.models import Finding, Outcome, TimeLimit
from stages.models.procedure import UNIT_LABELS


def main_clock(scope: Scope) -> dict[str, FilteredRelation]:
    """The stage's main clock, joined as ``clock``. Made anew each time: Django keeps what it
    resolves in it."""
    return {"clock": FilteredRelation("deadlines", condition=Q(deadlines__is_main=True))}


WITHDRAWN = Q(outcome=Outcome.WITHDRAWN) | Q(case__withdrawn_on__isnull=False)
BAND = Case(
    When(
        clock__met_on=None,
        responded_on=None,
        then=Case(When(WITHDRAWN, then=Value("withdrawn")), default=Value("pending")),
    ),
    When(clock__pk=None, then=Value("no-limit")),
    When(clock__met_on__lte=F("clock__target_on"), then=Value("target")),
    When(clock__met_on__lte=F("clock__ceiling_on"), then=Value("ceiling")),
    default=Value("over"),
)

ENDS = ("over", "withdrawn", "pending", "no-limit")


@dataclass(frozen=True)
class TimeBands(Dimension):
    """How long an answer took, by the limits of each case's own version of the procedure.

    A version without an extension has no second band: what is late under it is over.
    """

    stage: int

    def joins(self, counted, scope):
        return main_clock(scope)

    def groups(self, counted, scope):
        return {"limit": F("clock__limit"), "band": BAND}

    def headings(self, scope, found):
        limits = self._limits(scope, {limit for limit, _ in found})
        rows = [self._within("target", limit.length, limit, limits) for limit in limits]
        rows += [
            self._within("ceiling", limit.extends_to, limit, limits)
            for limit in limits
            if limit.extends_to
        ]
        ends = {(None, band) for band in ENDS} | {
            (limit.pk, band) for limit in limits for band in ENDS
        }
        rows += [
            Heading(band, label, frozenset(value for value in ends if value[1] == band))
            for band, label in (
                ("over", "Over timescale"),
                ("withdrawn", "Withdrawn"),
                ("pending", "Pending"),
                ("no-limit", "No limit applies"),
            )
            if band != "no-limit" or (None, "no-limit") in found
        ]
        return _joined(rows)

    def _limits(self, scope: Scope, found: set) -> list[TimeLimit]:
        """Those found, and those of the same procedures' versions in force in the period."""
        ours = scope.lists.main_limits(stage=self.stage)
        codes = {limit.stage.procedure.code for limit in ours if limit.pk in found}
        codes = codes or {area.usual_procedure for area in scope.service_areas}
        return [
            limit
            for limit in ours
            if limit.pk in found
            or (limit.stage.procedure.code in codes and _in_force(limit, ours, scope))
        ]

    def _within(self, band: str, days: int, limit: TimeLimit, limits) -> Heading:
        dates = _received(limit, limits) if band == "target" else ""
        unit = limit.get_unit_display().split()[-1]
        key = f"{band}-{days}-{limit.stage.procedure.version}" if dates else f"{band}-{days}"
        return Heading(key, f"Within {days} {unit}{dates}", frozenset([(limit.pk, band)]))


def _in_force(limit: TimeLimit, ours: list[TimeLimit], scope: Scope) -> bool:
    """Whether its version applied to any day of the period: until the next one began."""
    starts = _starts_of_versions(limit, ours)
    ends = [day for day in starts if day > limit.stage.procedure.in_force_from]
    begins = limit.stage.procedure.in_force_from <= scope.period.end
    return begins and (not ends or ends[0] > scope.period.start)


def _starts_of_versions(limit: TimeLimit, limits: list[TimeLimit]) -> list[date]:
    return sorted(
        other.stage.procedure.in_force_from
        for other in limits
        if other.stage.procedure.code == limit.stage.procedure.code
    )


def _received(limit: TimeLimit, limits: list[TimeLimit]) -> str:
    """Which complaints a limit was for, where two versions of its procedure were in use."""
    starts = _starts_of_versions(limit, limits)
    if len(starts) < 2:
        return ""
    from_day = limit.stage.procedure.in_force_from
    after = [day for day in starts if day > from_day]
    words = [f"on or after {in_words(from_day)}"] if from_day > starts[0] else []
    words += [f"before {in_words(after[0])}"] if after else []
    return f" (received {' and '.join(words)})"


def _joined(headings: list[Heading]) -> list[Heading]:
    """One heading for those with the same label: two procedures may have the same limit."""
    joined: dict[str, Heading] = {}
    for each in headings:
        known = joined.get(each.label)
        values = each.values | known.values if known else each.values
        joined[each.label] = Heading(known.key if known else each.key, each.label, values)
    return list(joined.values())


@dataclass(frozen=True)
class DaysCounted(Dimension):
    """In what its own version's time limit counts: working days, calendar days or months."""

    def joins(self, counted, scope):
        return main_clock(scope)

    def groups(self, counted, scope):
        return {"unit": F("clock__limit__unit")}

    def headings(self, scope, found):
        none = [Heading("none", "No time limit", frozenset([(None,)]))] if (None,) in found else []
        units = (
            Heading(unit.value, label.capitalize(), frozenset([(unit.value,)]))
            for unit, label in UNIT_LABELS.items()
        )
        return [*units, *none]


OUTCOMES = (*Outcome.choices, ("pending", "Pending"))
ALWAYS = ("upheld", "partially_upheld", "not_upheld", "withdrawn", "pending")
DERIVED = Case(When(outcome="", then=Value("pending")), default=F("outcome"))


@dataclass(frozen=True)
class StageOutcomes(Choices):
    """The outcome of the stage, derived from all its points unless overridden."""

    path: str = "outcome"
    choices: tuple = OUTCOMES
    always: tuple = ALWAYS

    def groups(self, counted, scope):
        return {"outcome": DERIVED}


class PrimaryFindings(StageOutcomes):
    """The finding on the primary point, the adjudication's where it differs from the report's.

    Where none is recorded, the outcome of the stage; a stage without an outcome is pending.
    """

    def groups(self, counted, scope):
        finding = (
            Finding.objects.filter(stage=OuterRef("pk"), point__is_primary=True)
            .exclude(level=Finding.Level.PANEL)
            # The stage's own points before those of an earlier one; the adjudication before the
            # investigator, as their letters stand
            .order_by("-point__stage_number", "level")
            .values("finding")[:1]
        )
        open_or_ended = Q(outcome="") | Q(outcome=Outcome.WITHDRAWN)
        return {
            "outcome": Case(
                When(open_or_ended, then=DERIVED),
                default=Coalesce(Subquery(finding), F("outcome")),
            )
        }
