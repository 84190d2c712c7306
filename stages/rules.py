"""Every version of every procedure, read once in two queries: what an import looks rules up in."""

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from stages.models import Procedure, StageDefinition, TimeLimit


@dataclass(frozen=True)
class Version:
    """One version, its stages by their number, and the limits of each in their order."""

    procedure: Procedure
    stages: dict[int, StageDefinition] = field(default_factory=dict)
    limits: dict[int, list[TimeLimit]] = field(default_factory=lambda: defaultdict(list))

    def is_in_force_on(self, day: date) -> bool:
        until = self.procedure.in_force_until
        return self.procedure.in_force_from <= day and (until is None or day <= until)


class Rules:
    """The versions, as they stood when this was made: make a new one for each piece of work."""

    def __init__(self):
        self.versions: dict[str, list[Version]] = defaultdict(list)
        self.code_of: dict[str, str] = {}
        by_stage = {}
        stages = StageDefinition.objects.select_related("procedure")
        for stage in stages.order_by("procedure__in_force_from", "number"):
            version = self._version_of(stage.procedure)
            version.stages[stage.number] = stage
            by_stage[stage.pk] = version.limits[stage.number]
        for limit in TimeLimit.objects.order_by("position"):
            by_stage[limit.stage_id].append(limit)

    def rules_in_force(self, code: str, day: date) -> Version | None:
        """Return the version of ``code`` (or of an alias of it) that was in force on ``day``."""
        for version in self.versions.get(self.code_of.get(code, code), []):
            if version.is_in_force_on(day):
                return version
        return None

    def _version_of(self, procedure: Procedure) -> Version:
        versions = self.versions[procedure.code]
        if not versions or versions[-1].procedure.pk != procedure.pk:
            versions.append(Version(procedure))
            self.code_of |= dict.fromkeys([procedure.code, *procedure.aliases], procedure.code)
        return versions[-1]
