"""Procedures beside each other, and which stages each of them has in a period."""

from dataclasses import dataclass

from django.db.models import F

from reporting.dimensions import Dimension, Heading, heading
from reporting.scope import Scope
from stages.models import Procedure

BEFORE_STAGE_1 = "Before stage 1"


@dataclass(frozen=True)
class StageNumbers(Dimension):
    """The stages by number. ``always`` are shown in every table, the others where they occur."""

    always: tuple[int, ...] = (1, 2, 3)

    def number_of_stage(self, heading):
        return int(heading.key) if heading.key.isdecimal() else None

    def groups(self, counted, scope):
        return {"number": counted.column("stage_number")}

    def headings(self, scope, found):
        numbers = sorted({*self.always, *(number for (number,) in found if number is not None)})
        none = [heading("none", "No stage", None)] if (None,) in found else []
        return [heading(n, f"Stage {n}" if n else BEFORE_STAGE_1, n) for n in numbers] + none


class Versions(Dimension):
    """Each version of each procedure that was found."""

    def has_stage(self, heading, number, scope):
        known = scope.lists.stage_numbers.get(int(heading.key) if heading.key.isdecimal() else 0)
        return known is None or number in known

    def groups(self, counted, scope):
        return {"procedure": F(counted.of_case("route__procedure"))}

    def headings(self, scope, found):
        shown = [one for one in scope.lists.procedures if (one.pk,) in found]
        return [heading(one.pk, f"{one.name}, {one.version}", one.pk) for one in shown] + none_of(
            found
        )


class Procedures(Dimension):
    """Procedures whatever their version: those that the service areas use, and any other found."""

    def has_stage(self, heading, number, scope):
        versions = [one for one in in_force(scope) if one.code == heading.key]
        if not versions:
            return True
        return any(number in scope.lists.stage_numbers[one.pk] for one in versions)

    def groups(self, counted, scope):
        return {"code": F(counted.of_case("route__procedure__code"))}

    def headings(self, scope, found):
        usual = {area.usual_procedure for area in scope.service_areas}
        codes = dict.fromkeys(one.code for one in scope.lists.procedures)
        now = {one.code for one in in_force(scope)}
        shown = [code for code in codes if (code,) in found or (code in usual and code in now)]
        return [heading(code, _name(code), code) for code in shown] + none_of(found)


def in_force(scope: Scope) -> list[Procedure]:
    """The versions that were in force on any day of the period: each until the next one began."""
    found = []
    for one in scope.lists.procedures:
        later = [
            other.in_force_from
            for other in scope.lists.procedures
            if other.code == one.code and other.in_force_from > one.in_force_from
        ]
        begun = one.in_force_from <= scope.period.end
        gone = later and min(later) <= scope.period.start
        ended = one.in_force_until is not None and one.in_force_until < scope.period.start
        if begun and not gone and not ended:
            found.append(one)
    return found


def none_of(found: set) -> list[Heading]:
    return [heading("none", "No procedure", None)] if (None,) in found else []


def _name(code: str) -> str:
    return code.replace("-", " ").capitalize()
