"""The standard tables of a year, and any one table, against the same aggregates as bare SQL.

The SQL is what they send, caught once: means and percentiles are worked out in it. Both are timed
in turns: a table whole, from its words to its last percentage, and its statements alone.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from statistics import median

from bench import databases
from bench.reports import caught, seconds, send
from bench.result import SIZES, Measured
from reporting.any_table import measures, standard, what
from reporting.any_table.asked import read
from reporting.any_table.page import counted, counted_standard_tables
from reporting.period import financial_year
from reporting.scope import Scope

YEAR = financial_year(2025)
SET_LIMIT, ONE_LIMIT, OR_MORE = 2.0, 3.0, 0.050
TIMES = {20_000: 7, 200_000: 3}


@dataclass(frozen=True)
class Timed:
    what: str
    whole: float
    bare: float

    @property
    def ratio(self) -> float:
        return self.whole / self.bare

    @property
    def more(self) -> float:
        return self.whole - self.bare

    def __str__(self) -> str:
        return f"{self.what} {self.whole * 1000:,.0f} to {self.bare * 1000:,.0f} ms"


def measure(keep: bool) -> list[Measured]:
    sets, worst = [], []
    for size in SIZES:
        with databases.connected_to(databases.complaints(size, keep=keep)):
            sets.append(of_the_set(TIMES[size]))
            worst.append(of_any(TIMES[size]))
    return [
        Measured(
            "standard tables of a year, to their statements bare",
            *(each.ratio for each in sets),
            SET_LIMIT,
            small_met=sets[0].ratio <= SET_LIMIT or sets[0].more <= OR_MORE,
            seconds="; ".join(map(str, sets)),
        ),
        Measured(
            "any one table that takes 50 ms more, to its statements bare",
            *(each.ratio for each in worst),
            ONE_LIMIT,
            seconds="; ".join(map(str, worst)),
        ),
    ]


def of_any(times: int) -> Timed:
    """The worst of those whose difference anybody would notice."""
    ones = [timed(name, work, times) for name, work in one_by_one()]
    noticed = [each for each in ones if each.more > OR_MORE]
    return max(noticed, key=lambda each: each.ratio, default=Timed("none", 1, 1))


def of_the_set(times: int) -> Timed:
    return timed("all", lambda: counted_standard_tables(Scope(YEAR)), times)


def one_by_one() -> Iterable[tuple[str, Callable]]:
    """Every standard table, and of everything that can be counted every measure."""
    for table in (each for each in standard.BESIDE if each.fits(Scope(YEAR))):
        yield table.key, partial(_beside, table)
    for each in standard.STANDARD:
        yield " ".join(map(str, each.words.values())), partial(_standard, each)
    for each in what.WHATS:
        for one in measures.MEASURES:
            if one.table(each):
                words = {"count": [each.key], "measure": [one.key], "rows": ["service-area"]}
                yield f"{each.key} {one.key}", partial(_asked, words)


def _beside(table) -> None:
    scope = Scope(YEAR)
    table.table(scope, {each.key: each.counts(scope) for each in table.needs})


def _standard(table: standard.Standard) -> None:
    counted(*table.for_scope(Scope(YEAR)))


def _asked(words: dict) -> None:
    scope = Scope(YEAR)
    counted(read(words, scope), scope)


def timed(name: str, work: Callable, times: int) -> Timed:
    statements = caught(work)
    wholes, bares = [], []
    for _ in range(times):
        wholes.append(seconds(work))
        bares.append(seconds(lambda: send(statements)))
    return Timed(name, median(wholes), median(bares))
