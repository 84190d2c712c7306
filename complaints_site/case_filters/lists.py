"""Every list that a filter chooses from, in one query: the page has a dozen of them."""

from collections import defaultdict
from functools import cache, cached_property
from operator import itemgetter

from django.db import connection
from django.db.models import CharField, DateField, F, QuerySet, Value
from django.db.models.functions import Cast

from accounts.models import User
from cases.models import (
    Category,
    Channel,
    ComplainantType,
    Directorate,
    EqualityAnswer,
    Log,
    PassedOnBy,
    Provider,
    ServiceArea,
)
from stages.models import OmbudsmanDecision, Procedure

from .kinds import Option


class Lists:
    """The same, read only where one is asked for."""

    def get(self, name: str, default: list[Option]) -> list[Option]:
        return self._loaded.get(name, default)

    @cached_property
    def _loaded(self) -> dict[str, list[Option]]:
        return load_lists()


def load_lists() -> dict[str, list[Option]]:
    """The options of every list, by its name, in the office's order."""
    lists = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(*_statement())
        rows = sorted(cursor.fetchall(), key=itemgetter(slice(6)))
    for name, _, heading, _, label, value, until in rows:
        lists[name].append(Option(value, label, heading, until))
    lists["procedure"] = _codes(lists["version"])
    return lists


@cache
def _statement() -> tuple[str, tuple]:
    """The one query, put into words once: that takes longer than the answer."""
    first, *others = _queries()
    return first.union(*others, all=True).query.sql_with_params()


def _codes(versions: list[Option]) -> list[Option]:
    codes = dict.fromkeys(option.heading for option in versions)
    return [Option(code, code.replace("-", " ").capitalize()) for code in codes]


def _queries():
    by_area = {"heading": F("directorate__name"), "before": F("directorate__position")}
    by_scheme = {
        "heading": F("scheme__name"),
        "before": F("scheme__position"),
        "until": F("scheme__in_use_until"),
    }
    own = Category.objects.filter(scheme__stage_number__isnull=False)
    yield _rows("directorate", Directorate.objects)
    yield _rows("service_area", ServiceArea.objects, **by_area)
    yield _rows("provider", Provider.objects)
    yield _rows("channel", Channel.objects)
    yield _rows("passed_on_by", PassedOnBy.objects)
    yield _rows("complainant_type", ComplainantType.objects)
    yield _rows("nature", Category.objects, **by_scheme)
    yield _rows("stage_nature", own, **by_scheme)
    yield _rows("log", Log.objects, value=F("key"))
    yield _rows("ombudsman", OmbudsmanDecision.objects)
    yield _rows("user", User.objects, label=F("full_name"), place=Value(0), until=NEVER)
    yield _rows("version", Procedure.objects, heading=F("code"), place=Value(0), until=NEVER)
    yield _rows(F("dimension"), EqualityAnswer.objects, heading=F("scheme"), until=NEVER)


NEVER = Value(None, DateField())
USUAL = {
    "before": Value(0),
    "heading": Value(""),
    "place": F("position"),
    "label": F("name"),
    "value": Cast("pk", CharField()),
    "until": F("in_use_until"),
}


def _rows(name, objects, **columns) -> QuerySet:
    """Rows of: list, heading's place, heading, place, label, value, last day in use."""
    list_ = name if isinstance(name, F) else Value(name)
    return objects.order_by().values_list(list_, *(USUAL | columns).values())
