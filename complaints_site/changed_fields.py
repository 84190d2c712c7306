"""Fields before and after, in words, from the rows that the database triggers kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce

from django.apps import apps
from django.db.models import Field, Model, TextField, Value
from django.db.models.functions import Cast
from django.utils.text import capfirst
from pghistory.models import Events

from stages.working_calendar import in_words

NAMES = ("name", "full_name", "reference", "text", "number")
# Copies kept for indexes, and what only a program reads
# The column that names a row where it is none of these: which point, whose seat
NAMED_BY = {
    "cases.CaseIssue": "category_id",
    "cases.Note": "how",
    "documents.Document": "",
    "packs.PackDocument": "",
    "cases.ServiceAreaHead": "user_id",
    "stages.AfterwardsAnswer": "question_id",
    "stages.PointOfJointWork": "point_id",
    "stages.PointOfProceedings": "point_id",
    "stages.PanelMember": "investigator_id",
}
SAID_AT_MOST = 100
UNSAID = {
    "id",
    "content_hash",
    "number",
    "is_main",
    "position",
    "counted_on",
    "token_hash",
    "code_hash",
}


@dataclass(frozen=True)
class Change:
    """``what`` changed from ``before`` to ``after``; both empty where a row came or went."""

    what: str
    before: str = ""
    after: str = ""


# What may be taken out of its case, which a line of the history must not keep
NEVER_SAID = {
    "cases.Note": {"text", "said_by", "by_name"},
    "documents.Document": {"name", "sha256"},
    "packs.Pack": {"words", "kept"},
}


def changes_of(rows: list[Events]) -> list[list[Change]]:
    """The changes of each row, in the order given; at most one query, for the names."""
    names = _names_of(_keys(rows))
    return [list(_changes(row, names)) for row in rows]


def _changes(row: Events, names: dict) -> Iterable[Change]:
    model = apps.get_model(row.pgh_obj_model)
    thing = capfirst(model._meta.verbose_name)
    if row.pgh_label in ("insert", "delete"):
        came = "added" if row.pgh_label == "insert" else "removed"
        name = _name(row, model, names)
        yield Change(f"{thing} {came}: {name}" if name else f"{thing} {came}")
        return
    for column, (before, after) in (row.pgh_diff or {}).items():
        field = _field(model, column)
        if field and column in NEVER_SAID.get(row.pgh_obj_model, ()):
            yield Change(f"{thing}, {field.verbose_name} changed")
        elif field and column not in UNSAID:
            what = f"{thing}, {field.verbose_name}"
            yield Change(what, _said(field, before, names), _said(field, after, names))


def _name(row: Events, model: type[Model], names: dict) -> str:
    """What a row that came or went is called, where it is a person, a point or a text."""
    field = _field(model, _naming_column(model))
    value = (row.pgh_data or {}).get(field.column) if field else None
    if value in (None, ""):
        return ""
    said = _said(field, value, names)
    return said if len(said) <= SAID_AT_MOST else f"{said[:SAID_AT_MOST].rstrip()} …"


def _naming_column(model: type[Model]) -> str:
    own = {field.name for field in model._meta.concrete_fields}
    named = next((name for name in ("name", "text") if name in own), "")
    return NAMED_BY.get(model._meta.label, named)


def _field(model: type[Model], column: str) -> Field | None:
    return next((field for field in model._meta.concrete_fields if field.column == column), None)


def _said(field: Field, value, names: dict) -> str:
    """
    >>> from cases.models import Case
    >>> field = Case._meta.get_field
    >>> _said(field("received_on"), "2006-09-04", {}), _said(field("restricted"), True, {})
    ('4 September 2006', 'yes')
    >>> _said(field("kind"), "complaint", {}), _said(field("closed_on"), None, {})
    ('Complaint', 'nothing')
    """
    if value in (None, ""):
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if field.is_relation:
        return names.get((field.related_model, value), f"number {value}")
    if field.choices:
        return str(dict(field.flatchoices).get(value, value))
    if field.get_internal_type() == "DateField":
        return in_words(date.fromisoformat(value))
    if field.get_internal_type() == "DateTimeField":
        return f"{datetime.fromisoformat(value):%-d %B %Y, %H:%M}"
    return str(value)


def _keys(rows: list[Events]) -> dict[type[Model], set]:
    """Which rows of which models the changes point to."""
    keys = {}
    for row in rows:
        model = apps.get_model(row.pgh_obj_model)
        pairs = dict(row.pgh_diff or {})
        if row.pgh_label in ("insert", "delete"):
            column = _naming_column(model)
            pairs = {column: [(row.pgh_data or {}).get(column)]}
        for column, pair in pairs.items():
            field = _field(model, column)
            if field and field.is_relation and column not in UNSAID:
                keys.setdefault(field.related_model, set()).update(filter(None, pair))
    return {model: wanted for model, wanted in keys.items() if wanted}


def _names_of(keys: dict[type[Model], set]) -> dict[tuple, str]:
    """The names behind the keys, all in one UNION; of a row that is gone, its last name."""
    queries = [query for model, wanted in keys.items() for query in _named(model, wanted)]
    if not queries:
        return {}
    models = {model._meta.label: model for model in keys}
    found = reduce(lambda first, second: first.union(second, all=True), queries)
    gone_first = sorted(found, key=lambda row: row[3])
    return {(models[label], key): name for label, key, name, _ in gone_first}


def _named(model: type[Model], wanted: set) -> Iterable:
    own = {field.name for field in model._meta.concrete_fields}
    name = next((name for name in NAMES if name in own), "pk")
    yield _rows_named(model._base_manager.filter(pk__in=wanted), model, "pk", name, is_there=True)
    kept = getattr(model, "pgh_event_model", None)
    if kept and name in {field.name for field in kept._meta.concrete_fields}:
        gone = kept.objects.filter(pgh_obj__in=wanted, pgh_label="delete")
        yield _rows_named(gone, model, "pgh_obj", name, is_there=False)


def _rows_named(rows, model: type[Model], key: str, name: str, *, is_there: bool):
    return (
        rows.order_by()
        .annotate(
            of_model=Value(model._meta.label),
            words=Cast(name, TextField()),
            is_there=Value(is_there),
        )
        .values_list("of_model", key, "words", "is_there")
    )
