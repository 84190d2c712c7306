"""The panel as it is drawn. Most of it is the same on every page, so it is drawn once and kept."""

from collections.abc import Iterator
from functools import lru_cache

from django import forms
from django.template.loader import render_to_string

from .form import FilterForm
from .kinds import Option
from .panel import FILTERS, Group

BY_KEY = {filter_.key: filter_ for filter_ in FILTERS}


class BlankForm(forms.Form):
    mark_optional = False


def draw_panel(form: FilterForm) -> Iterator[str]:
    """Each group of the panel: as it was answered, or from store where nothing was asked."""
    set_ = {chosen.filter.key for chosen in form.chosen}
    for group in form.panel:
        if form.names(group):
            number = sum(filter_.key in set_ for filter_ in group.filters)
            yield _drawn(group.title, group.note, form, _shown(group, form), number)
        elif shown := _shown(group, form):
            yield _blank(group.title, group.note, shown)


def _shown(group: Group, form: FilterForm) -> tuple[tuple[str, tuple[Option, ...]], ...]:
    """The questions of a group with their options; a choice from an empty list is no question."""
    questions = ((f, f.options_for(form.asked)) for f in group.filters)
    return tuple((f.key, options) for f, options in questions if options or not f.is_choice)


@lru_cache(maxsize=64)
def _blank(title: str, note: str, shown: tuple[tuple[str, tuple[Option, ...]], ...]) -> str:
    form = BlankForm(auto_id="filter-%s")
    for key, options in shown:
        form.fields |= BY_KEY[key].fields(options)
    return _drawn(title, note, form, shown, 0)


def _drawn(title: str, note: str, form: forms.Form, shown, number: int) -> str:
    filters = [BY_KEY[key] for key, _ in shown]
    questions = [{"label": f.label, "fields": [form[key] for key in f.keys]} for f in filters]
    wrong = form.is_bound and any(field.errors for q in questions for field in q["fields"])
    told = {"title": title, "note": note, "questions": questions, "number": number}
    return render_to_string("cases/_filter_group.html", told | {"open": number or wrong})
