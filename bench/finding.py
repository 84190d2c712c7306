"""Finding: a misspelt name, a case opened from a list against the case by itself, a list as CSV
against a bare COPY of the same rows and columns. In constant size, whatever the database holds.
"""

import random
import tracemalloc
from statistics import median, quantiles
from urllib.parse import quote

from django.db import connection
from django.http import QueryDict
from django.utils.timezone import localdate, localtime

from accounts.models import User
from bench import databases
from bench.logging_a_case import NAME, misspelt
from bench.pages import Reader, collect_files, milliseconds
from bench.result import SIZES, Measured
from cases.models import Case
from complaints_site.case_columns import Reader as ListReader
from complaints_site.case_filters import Asked, FilterForm
from complaints_site.case_filters.lists import Lists
from complaints_site.case_result import MOST_FOUND, Result
from complaints_site.exported import csv_file
from complaints_site.exported.query import ExportedList

ROUNDS, WARM_UP = 40, 5
EXPORTS = 3
EXPORTED = 20_000
ORDERS = ["-received", "reference", "service_area"]
MOST_MILLISECONDS, MOST_FROM_A_LIST, MOST_TO_COPY, MOST_MEGABYTES = 100, 2, 8, 10


def measure(keep: bool) -> list[Measured]:
    collect_files()
    found = []
    for size in SIZES:
        with databases.connected_to(databases.complaints(size, keep=keep)):
            found.append(figures(Reader()))
    small, large = found
    return [
        Measured(what, small[what], large[what], limit, unit=unit)
        for what, (limit, unit) in LIMITS.items()
    ]


LIMITS = {
    "search for a misspelt name (p95)": (MOST_MILLISECONDS, " ms"),
    **{f"case from a list by {order}, to the case": (MOST_FROM_A_LIST, "×") for order in ORDERS},
    "20,000 cases as CSV, to a COPY": (MOST_TO_COPY, "×"),
    "20,000 cases as CSV: memory": (MOST_MEGABYTES, " MB"),
}


def figures(reader: Reader) -> dict[str, float]:
    """Each of ``LIMITS``, on the database that is connected."""
    exported = list_of(EXPORTED)
    values = [
        slowest_search(exported.reader.user),
        *(from_a_list(reader, order) for order in ORDERS),
        to_a_copy(exported),
        megabytes(exported),
    ]
    return dict(zip(LIMITS, values, strict=True))


def slowest_search(user: User) -> float:
    """Milliseconds of the slowest in twenty: to find the cases, and the first fifty in order."""
    times = [milliseconds(lambda name=name: search(name, user)) for name in misspelt(NAME)]
    return quantiles(times[WARM_UP:] or times, n=20)[-1]


def search(name: str, user: User) -> list[int]:
    asked = Asked(user, localdate(), Lists())
    form = FilterForm(QueryDict(f"q={quote(name)}"), asked)
    cases = form.narrow(Case.objects.visible_to(user))
    return list(Result(cases, form.order, asked.today, MOST_FOUND).page("").object_list)


def from_a_list(reader: Reader, order: str) -> float:
    """The case with its previous and next, to the case by itself, in turns."""
    references = list(Case.objects.order_by("pk").values_list("reference", flat=True))
    alone, within = [], []
    for reference in random.Random(2006).choices(references, k=ROUNDS):
        page = f"/case/{reference}/"
        reader.get(page)
        alone.append(milliseconds(lambda page=page: reader.get(page)))
        listed = f"{page}?in={quote(f'sort={order}')}"
        within.append(milliseconds(lambda listed=listed: reader.get(listed)))
    return median(within[WARM_UP:]) / median(alone[WARM_UP:])


def list_of(number: int) -> ExportedList:
    """The newest ``number`` cases, as the officer takes them out with names."""
    user = User.objects.get(email=databases.OFFICER)
    last = Case.objects.order_by("-received_on", "-id")[number - 1 : number].values("received_on")
    since = next(iter(last.values_list("received_on", flat=True)), None)
    cases = Case.objects.visible_to(user)
    cases = cases.filter(received_on__gte=since) if since else cases
    reader = ListReader(user, localdate())
    return ExportedList(cases, "-received", reader, "The newest", localtime(), True, "The bench")


def to_a_copy(exported: ExportedList) -> float:
    """The file to a COPY of the same statement, in turns."""
    ours, bare = [], []
    for _ in range(EXPORTS):
        ours.append(milliseconds(lambda: read_through(exported)))
        bare.append(milliseconds(lambda: copy(exported)))
    return median(ours) / median(bare)


def read_through(exported: ExportedList) -> int:
    return sum(len(piece) for piece in csv_file.chunks(exported))


def copy(exported: ExportedList) -> int:
    with connection.cursor() as cursor:
        sql, params = exported.rows.query.sql_with_params()
        statement = f"COPY ({cursor.mogrify(sql, params)}) TO STDOUT"
        with cursor.copy(statement) as pieces:
            return sum(len(piece) for piece in pieces)


def megabytes(exported: ExportedList) -> float:
    """The most that is held at once while the file is sent."""
    tracemalloc.start()
    read_through(exported)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / 1_000_000
