"""One year's annual report, against the same aggregates as bare SQL through psycopg.

The SQL is what the report sends, caught once. Then both are timed in turns: the report whole, from
its scope to its last percentage, and the statements alone, sent and fetched.
"""

from collections.abc import Callable
from statistics import median
from time import perf_counter

from django.db import connection

from bench import databases
from bench.result import SIZES, Measured
from reporting.annual_report import assemble
from reporting.period import Period, financial_year
from reporting.scope import Scope

YEAR = financial_year(2025)
SINCE = 2024  # the year, and the one before it that it is held against
LIMIT, OR_MORE = 2.0, 0.050
GROWTH_LIMIT = 1.5
TURNS = 4
TIMES = {20_000: 15, 200_000: 7}


def measure(keep: bool) -> list[Measured]:
    ratios, said, more = [], [], []
    for size in SIZES:
        with databases.connected_to(databases.complaints(size, keep=keep)):
            report, bare, statements = in_turns(YEAR, TIMES[size])
        ratios.append(report / bare)
        more.append(report - bare)
        said.append(f"{report * 1000:,.0f} to {bare * 1000:,.0f} ms")
    among_ten = databases.complaints(SIZES[1], keep=keep)
    among_two = databases.complaints(SIZES[1], since=SINCE, keep=keep)
    ten, two = of_each(among_ten, among_two)
    return [
        Measured(
            f"annual report of a year, to its {statements} statements bare",
            *ratios,
            LIMIT,
            small_met=ratios[0] <= LIMIT or more[0] <= OR_MORE,
            seconds="; ".join(said),
        ),
        Measured(
            "annual report of a year among ten, to the year among two",
            None,
            ten / two,
            GROWTH_LIMIT,
            seconds=f"{ten * 1000:,.0f} to {two * 1000:,.0f} ms",
        ),
    ]


def in_turns(period: Period, times: int) -> tuple[float, float, int]:
    """The median seconds of the report and of its statements alone, and how many these are."""
    statements = caught(lambda: assemble(Scope(period)))
    reports, bares = [], []
    for _ in range(times):
        reports.append(seconds(lambda: assemble(Scope(period))))
        bares.append(seconds(lambda: send(statements)))
    return median(reports), median(bares), len(statements)


def of_each(*names: str) -> list[float]:
    """The median seconds of the report in each of these databases, which take turns."""
    found = {name: [] for name in names}
    for _ in range(TURNS):
        for name in names:
            with databases.connected_to(name):
                assemble(Scope(YEAR))  # the first on a new connection reads the catalogue too
                found[name] += [seconds(lambda: assemble(Scope(YEAR))) for _ in range(2)]
    return [median(each) for each in found.values()]


def caught(work: Callable) -> list[tuple[str, tuple]]:
    """What is sent to the database while ``work`` runs, the second time: caches are warm then."""
    statements = []

    def catch(execute, sql, params, many, context):
        statements.append((sql, params))
        return execute(sql, params, many, context)

    work()
    with connection.execute_wrapper(catch):
        work()
    return statements


def send(statements: list[tuple[str, tuple]]) -> None:
    with connection.connection.cursor() as cursor:  # psycopg's own
        for sql, params in statements:
            cursor.execute(sql, params)
            cursor.fetchall()


def seconds(work: Callable) -> float:
    began = perf_counter()
    work()
    return perf_counter() - began
