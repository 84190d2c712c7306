"""An address read as filters. What cannot be read is said, and left out; the rest still holds."""

from typing import Any, NamedTuple

from django import forms
from django.db.models import Q
from django.http import QueryDict

from cases.models.case import CaseQuerySet
from stages.models import Stage

from .case_facts import WORDS
from .fields import OneOf
from .kinds import Asked, Filter, Option
from .panel import PANEL, Group
from .stage_facts import STAGE, of_stages

NEWEST = "-received"
SORTED_BY = ["due", "reference", "service_area", "received"]
ORDERS = [Option(f"{sign}{key}", key) for key in SORTED_BY for sign in ("", "-")]


class Chosen(NamedTuple):
    filter: Filter
    value: Any


OF_THE_LIST = ("page", "tick")  # which page of it, and whether its cases are ticked


class FilterForm(forms.Form):
    """The filters of an address. Always usable, whatever the address says.

    It has the fields of those groups of the panel that the address names: the others are blank.
    """

    mark_optional = False

    def __init__(self, data: QueryDict, asked: Asked):
        super().__init__(data, auto_id="filter-%s")
        self.asked = asked
        self.fields["sort"] = OneOf(label="Sort", options=ORDERS)
        self.fields["sort"].widget = forms.HiddenInput()
        self.panel = [Group(g.title, self._open_to_reader(g.filters), g.note) for g in PANEL]
        self.filters = [filter_ for group in self.panel for filter_ in group.filters]
        for group in self.panel:
            if self.names(group):
                for filter_ in group.filters:
                    self.fields |= filter_.fields(filter_.options_for(asked))

    def _open_to_reader(self, filters: list[Filter]) -> list[Filter]:
        return [f for f in filters if f.needs is None or self.asked.user.may(f.needs)]

    def names(self, group: Group) -> bool:
        """Whether the address names a filter of the group."""
        return any(key in self.data for filter_ in group.filters for key in filter_.keys)

    def clean(self):
        for key in self.data:
            if key not in self.fields and key not in OF_THE_LIST:
                self.add_error(None, f"“{key[:40]}” is not a filter here: it was left out")
            elif len(self.data.getlist(key)) > 1:
                self.add_error(None, f"“{key}” stands twice in the address: the last one counts")
        for filter_ in self.filters:
            if fault := filter_.fault(self.cleaned_data):
                self.add_error(*fault)

    @property
    def chosen(self) -> list[Chosen]:
        self.is_valid()
        answers = ((f, f.value(self.cleaned_data)) for f in self.filters)
        return [Chosen(f, value) for f, value in answers if value]

    @property
    def searches(self) -> bool:
        return any(chosen.filter is WORDS for chosen in self.chosen)

    @property
    def order(self) -> str:
        self.is_valid()
        return self.cleaned_data.get("sort") or NEWEST

    def narrow(self, cases: CaseQuerySet) -> CaseQuerySet:
        """Those of ``cases`` that the filters let through, each once."""
        of_case, of_stage = Q(), Q()
        for filter_, value in self.chosen:
            condition = filter_.where(value, self.asked)
            if filter_.of_stage:
                of_stage &= condition
            else:
                of_case &= condition
        if of_stage:
            number = self.cleaned_data.get(STAGE.key)
            of_case &= of_stages(Stage.objects.filter(of_stage), number)
        return cases.filter(of_case)
