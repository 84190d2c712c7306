"""A kept printed text held against today's records, with what its author settled."""

from collections.abc import Mapping

from django.db.models import Q

from editions.known import Known, KnownFigures, NoSuchFigure
from editions.models import PrintedText, SettledPlace
from editions.printed.finding import Finding
from editions.printed.held import HeldNumber, Holding, Whole
from reporting.annual_report import assemble
from reporting.scope import Scope
from stages.models import TimeLimit
from stages.working_days import Unit


class HeldText:
    """What the page and the file of one text are made of."""

    def __init__(self, printed: PrintedText):
        self.printed, self.scope = printed, printed.scope
        self.figures = KnownFigures(assemble(self.scope))
        self.known = self.figures.everything()
        self.holding = Holding(
            printed.text, self.figures.report, self.known, limits_in_calendar_days(self.scope)
        )
        self.settled: Mapping[str, SettledPlace] = {
            each.place: each for each in printed.settled.select_related("by")
        }

    def whole(self) -> Whole:
        whole = self.holding.whole()
        for number in whole.numbers:
            if number.key in self.settled:
                self._settle(number, self.settled[number.key])
        return whole

    def set_aside(self, finding: Finding) -> bool:
        return finding.key in self.settled

    def _settle(self, number: HeldNumber, settled: SettledPlace) -> None:
        known = self._figure(settled.figure)
        if known is None:
            number.dismissed = settled.why
            return
        number.known, number.by_hand, number.agrees = known, True, number.is_equal(known)

    def _figure(self, name: str) -> Known | None:
        try:
            return self.figures.find(name) if name else None
        except NoSuchFigure:
            return None

    def offered(self, number: HeldNumber, asked: str, most: int) -> list[Known]:
        """Figures that it may say: those that hold the words asked for, else the likeliest."""
        numbers = [each for each in self.known if number.can_say(each)]
        if asked:
            wanted = asked.lower().split()
            said = [each for each in numbers if _holds(each, wanted)]
            return said[:most]
        return sorted(numbers, key=lambda each: (not number.is_equal(each), len(each.label)))[:most]


def _holds(known: Known, wanted: list[str]) -> bool:
    words = f"{known.name} {known.label}".lower()
    return all(word in words for word in wanted)


def limits_in_calendar_days(scope: Scope) -> list[tuple[int, str]]:
    """Of the procedures in force in the period, with the name of each."""
    start, end = scope.period.days
    in_force = Q(stage__procedure__in_force_until=None) | Q(
        stage__procedure__in_force_until__gte=start
    )
    limits = TimeLimit.objects.filter(in_force, stage__procedure__in_force_from__lte=end)
    told = limits.filter(unit=Unit.CALENDAR_DAYS).select_related("stage__procedure")
    working = set(limits.filter(unit=Unit.WORKING_DAYS).values_list("length", flat=True))
    return sorted(
        {(each.length, each.stage.procedure.name) for each in told if each.length not in working}
    )
