"""Looking up the words of a log in the office's lists; a word that is not there is never invented.

With ``create`` it is added to its list, by the same action as any other word, and said.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches

from django.utils.text import slugify

from accounts.models import User
from cases.actions.lists import add_missing
from cases.models import (
    Category,
    CategoryScheme,
    Channel,
    ComplainantType,
    Directorate,
    EqualityAnswer,
    Log,
    PassedOnBy,
    Provider,
    ServiceArea,
)
from stages.models import OmbudsmanDecision

from .columns import OF_COMPLAINANT
from .faults import Findings
from .records import Line
from .values import folded

NOT_RECORDED = "Not recorded"
FROM_A_LOG = "From a case log"

SIMPLE = {
    "channel": Channel,
    "passed_on_by": PassedOnBy,
    "provider": Provider,
    "complainant_type": ComplainantType,
    "ombudsman_decision": OmbudsmanDecision,
}

LIST_OF = {
    Category: "natures",
    CategoryScheme: "schemes of natures",
    Channel: "channels",
    ComplainantType: "complainant types",
    Directorate: "directorates",
    EqualityAnswer: "answers",
    Log: "logs",
    OmbudsmanDecision: "Ombudsman's decisions",
    PassedOnBy: "those who pass complaints on",
    Provider: "providers",
    ServiceArea: "service areas",
}


@dataclass
class Lists:
    """Every list, read once. Answers are keys of rows."""

    findings: Findings
    by: User | None
    create: bool = False
    created: list[str] = field(default_factory=list)

    def __post_init__(self):
        self.simple = {
            column: {folded(name): pk for name, pk in model.objects.values_list("name", "pk")}
            for column, model in SIMPLE.items()
        }
        self.logs = {}
        for log in Log.objects.all():
            self.logs |= {folded(log.key): log.pk, folded(log.name): log.pk}
        self.areas = {
            folded(area.name): area for area in ServiceArea.objects.select_related("directorate")
        }
        self.directorates = {folded(each.name): each for each in Directorate.objects.all()}
        self.schemes = {folded(each.name): each for each in CategoryScheme.objects.all()}
        self.categories = defaultdict(dict)
        for scheme, name, pk in Category.objects.values_list("scheme_id", "name", "pk"):
            self.categories[scheme][folded(name)] = pk
        self.answers = defaultdict(lambda: defaultdict(dict))  # dimension → answer → scheme → key
        for answer in EqualityAnswer.objects.order_by("pk"):
            self.answers[answer.dimension][folded(answer.name)][answer.scheme] = answer.pk
        self.best_scheme = {}
        self.directorate_of = {}

    def look_at(self, lines: list[Line], others: list[Line]) -> None:
        """Learn what only the whole log can tell: where an area stands, which answers are used."""
        heard = defaultdict(Counter)
        for line in lines:
            for dimension, column in _equality_columns():
                if answer := line.get(column):
                    for scheme in self.answers[dimension].get(folded(answer), {}):
                        heard[dimension][scheme] += 1
        self.best_scheme = {each: counts.most_common(1)[0][0] for each, counts in heard.items()}
        for line in [*lines, *others]:
            if (area := line.get("service_area")) and (directorate := line.get("directorate")):
                self.directorate_of.setdefault(folded(area), directorate)

    def word(self, line: Line, column: str) -> int | None:
        """Look up a word of one of the plain lists."""
        name = line.get(column)
        if name is None:
            return None
        known = self.simple[column]
        key = folded(name)
        if key not in known:
            known[key] = self._unknown(line, column, name, SIMPLE[column])
        elif known[key] is None:
            self._refuse(line, column, name, SIMPLE[column])
        return known[key]

    def log(self, line: Line, column: str, name: str) -> int | None:
        key = folded(name)
        if key not in self.logs:
            self.logs[key] = self._unknown(line, column, name, Log, key=slugify(name)[:40])
        elif self.logs[key] is None:
            self._refuse(line, column, name, Log)
        return self.logs[key]

    def area(self, line: Line, otherwise: ServiceArea | None = None) -> ServiceArea | None:
        """Find the service area of a line; without one, ``otherwise`` or “Not recorded”."""
        name, directorate = line.get("service_area"), line.get("directorate")
        if name is None:
            return otherwise or self._area_not_recorded(directorate, line)
        area = self.areas.get(folded(name), ...)
        if area is ...:
            area = self.areas[folded(name)] = self._new_area(line, name)
        elif area is None:
            self._refuse(line, "service_area", name, ServiceArea)
        elif directorate and folded(directorate) != folded(area.directorate.name):
            says = f"expected {area.directorate}, to which the service area “{area}” belongs"
            self.findings.fault(line, "directorate", says)
        return area

    def category(self, line: Line, column: str, name: str | None, schemes: list) -> int | None:
        """Find a nature in the first of ``schemes`` that holds it."""
        if name is None:
            return None
        for scheme in schemes:
            if key := self.categories[scheme.pk].get(folded(name)):
                return key
        if not schemes:
            self.findings.fault(line, column, "no category scheme was in use: expected one", name)
            return None
        pk = self._unknown(line, column, name, Category, scheme=schemes[0])
        if pk:
            self.categories[schemes[0].pk][folded(name)] = pk
        return pk

    def scheme_named(self, line: Line, column: str, name: str) -> CategoryScheme | None:
        key = folded(name)
        if key not in self.schemes:
            pk = self._unknown(line, column, name, CategoryScheme)
            self.schemes[key] = CategoryScheme(pk=pk, name=name) if pk else None
        elif self.schemes[key] is None:
            self._refuse(line, column, name, CategoryScheme)
        return self.schemes[key]

    def schemes_in_use(self, on: date, stage: int | None = None) -> list[CategoryScheme]:
        """The schemes in use on a day, the newest first; ``stage`` asks for its own schemes."""
        found = [
            scheme
            for scheme in self.schemes.values()
            if scheme
            and scheme.stage_number == stage
            and (scheme.in_use_from or date.min) <= on <= (scheme.in_use_until or date.max)
        ]
        return sorted(found, key=lambda scheme: scheme.in_use_from or date.min, reverse=True)

    def answer(self, line: Line, dimension: str, column: str) -> int | None:
        name = line.get(column)
        if name is None:
            return None
        known = self.answers[dimension].get(folded(name))
        if not known:
            scheme = self.best_scheme.get(dimension, FROM_A_LOG)
            pk = self._unknown(
                line, column, name, EqualityAnswer, dimension=dimension, scheme=scheme
            )
            self.answers[dimension][folded(name)] = {scheme: pk} if pk else {}
            return pk
        return known.get(self.best_scheme.get(dimension)) or next(iter(known.values()))

    def _new_area(self, line: Line, name: str) -> ServiceArea | None:
        directorate = line.get("directorate") or self.directorate_of.get(folded(name))
        if not (self.create and directorate):
            self._refuse(line, "service_area", name, ServiceArea)
            return None
        area = ServiceArea(name=name, directorate=self._directorate(directorate))
        return self._add(ServiceArea, area)

    def _area_not_recorded(self, directorate: str | None, line: Line) -> ServiceArea | None:
        """An empty cell means not recorded: such cases stand under an area of that name."""
        name = f"{directorate}: service area not recorded" if directorate else NOT_RECORDED
        if folded(name) not in self.areas:
            if directorate and folded(directorate) not in self.directorates and not self.create:
                self._refuse(line, "directorate", directorate, Directorate)
                return None
            area = ServiceArea(name=name, directorate=self._directorate(directorate or name))
            self.areas[folded(name)] = self._add(ServiceArea, area)
        return self.areas[folded(name)]

    def _directorate(self, name: str) -> Directorate:
        if folded(name) not in self.directorates:
            self.directorates[folded(name)] = self._add(Directorate, Directorate(name=name))
        return self.directorates[folded(name)]

    def _unknown(self, line: Line, column: str, name: str, model, **fields) -> int | None:
        """Add a word to its list where that was asked for; otherwise refuse it."""
        if not self.create or model is OmbudsmanDecision:  # nobody said what the decision means
            self._refuse(line, column, name, model, **fields)
            return None
        return self._add(model, model(name=name, **fields)).pk

    def _add(self, model, word):
        self.created.append(f"{model._meta.verbose_name}: {word}")
        return add_missing(model, [word], by=self.by, known_by=["pk"])[0]

    def _refuse(self, line: Line, column: str, name: str, model, **fields) -> None:
        names = list(
            model.objects.filter(**fields_known(model, fields)).values_list("name", flat=1)
        )
        near = get_close_matches(name, names, n=3, cutoff=0.5)
        if near:
            hint = "did you mean " + " or ".join(f"“{each}”" for each in near) + "?"
        else:
            hint = f"expected one of: {'; '.join(names[:12])}" if names else "the list is empty"
        how = "" if model is OmbudsmanDecision else " (--create-missing adds it)"
        says = f"not in the list of {LIST_OF[model]}{how}; {hint}"
        self.findings.fault(line, column, says, name)


def fields_known(model, fields: dict) -> dict:
    return {name: value for name, value in fields.items() if name in ("scheme", "dimension")}


def _equality_columns():
    for dimension in EqualityAnswer.Dimension.values:
        yield dimension, dimension
    for dimension in OF_COMPLAINANT:
        yield dimension, f"complainant_{dimension}"
