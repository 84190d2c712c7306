"""The tables of a printed text held against themselves: sums, and percentages of their base."""

from collections.abc import Iterable
from decimal import Decimal

from editions.flags.sentences import stems
from editions.printed.finding import Finding
from editions.printed.grids import Held, NumberGrid
from reporting.percentages import half_up

HALF = Decimal("0.5")
LEAST_PAIRS = 3  # fewer say not what a percentage is of


def tables_against_themselves(grid: NumberGrid) -> Iterable[Finding]:
    yield from _sums_of_columns(grid)
    yield from _sums_of_rows(grid)
    yield from _shares(grid)
    yield from _shares_that_do_not_add_up(grid)
    yield from _shares_of_rows(grid)


def _counts(cells: Iterable[Held]) -> list[Held]:
    return [one for one in cells if not one.is_percent]


def _sums_of_columns(grid: NumberGrid) -> Iterable[Finding]:
    for place in grid.total_rows:
        for total in _counts(grid.row(place)):
            above = [
                one
                for one in _counts(grid.cells)
                if one.column == total.column and one.row < place and one.row not in grid.total_rows
            ]
            added = sum((one.value for one in above), Decimal(0))
            if len(above) > 1 and added != total.value:
                yield _wrong_sum(grid, total, added, "column")


def _sums_of_rows(grid: NumberGrid) -> Iterable[Finding]:
    if not grid.has_total_column:
        return
    for place, _ in grid.rows:
        cells = _counts(grid.row(place))
        total = next((one for one in cells if one.column == grid.last_column), None)
        others = [one.value for one in cells if one is not total]
        is_torn = place in grid.total_rows and len(cells) == 1
        if total and not is_torn and others and sum(others) != total.value:
            yield _wrong_sum(grid, total, sum(others), "row")


def _wrong_sum(grid: NumberGrid, total: Held, added: Decimal, which: str) -> Finding:
    says = f"{total.text} is printed as the total; the numbers of its {which} add up to {added:,f}."
    return Finding("sum", says, _place(grid, total), f"its {which}", grid.key(total))


def _place(grid: NumberGrid, held: Held) -> str:
    return f"{grid.table.title}: {grid.where(held)}"


def _pairs(grid: NumberGrid, place: int) -> list[tuple[Held, Held]]:
    """Each number with the percentage that stands beside it."""
    row = grid.row(place)
    return [
        (number, share)
        for number in row
        for share in row
        if share.is_percent and not number.is_percent and share.column == number.column + 1
    ]


def _fits(number: Decimal, share: Decimal, base: Decimal) -> bool:
    return bool(base) and abs(100 * number / base - share) <= HALF


def _bases(grid: NumberGrid) -> list[Decimal]:
    """What percentages may be of: the totals that the table prints."""
    last = [one for one in _counts(grid.cells) if one.column == grid.last_column]
    of_rows = [one for place in grid.total_rows for one in _counts(grid.row(place))]
    return list(dict.fromkeys(one.value for one in (*of_rows, *last)))


def _best_base(pairs: list[tuple[Held, Held]], bases: list[Decimal]) -> Decimal | None:
    """That of which most percentages are, if most are."""
    fitting = {
        base: sum(_fits(number.value, share.value, base) for number, share in pairs)
        for base in bases
    }
    best = max(fitting, key=fitting.get, default=None)
    enough = best is not None and fitting[best] >= LEAST_PAIRS
    return best if enough and 2 * fitting[best] > len(pairs) else None


def _shares(grid: NumberGrid) -> Iterable[Finding]:
    every = [pair for place, _ in grid.rows for pair in _pairs(grid, place)]
    of_all = _best_base(every, _bases(grid))
    for place, _ in grid.rows:
        pairs = _pairs(grid, place)
        own = [one.value for one in _counts(grid.row(place)) if one.column == grid.last_column]
        base = _best_base(pairs, own) or of_all
        for number, share in pairs:
            if base and not _fits(number.value, share.value, base):
                exactly = half_up(100 * number.value / base)
                says = f"{share.text}% is printed; {number.text} of {base:f} is {exactly}%."
                yield Finding(
                    "percent", says, _place(grid, number), f"base {base:f}", grid.key(share)
                )


def _shares_that_do_not_add_up(grid: NumberGrid) -> Iterable[Finding]:
    for place, _ in grid.rows:
        shares = [share for _, share in _pairs(grid, place)]
        own = [one.value for one in _counts(grid.row(place)) if one.column == grid.last_column]
        added = sum((one.value for one in shares), Decimal(0))
        is_of_row = _best_base(_pairs(grid, place), own) is not None
        if is_of_row and abs(added - 100) > HALF * len(shares):
            says = f"The percentages of the row add up to {added.normalize():f}%, not 100%."
            yield Finding("hundred", says, f"{grid.table.title}: {grid.label(place)}")


def _shares_of_rows(grid: NumberGrid) -> Iterable[Finding]:
    """A row such as “% upheld” is of the rows above it, where most of its columns say so."""
    for place, line in grid.rows:
        shares = grid.row(place)
        if not line.label.startswith("%") or not shares:
            continue
        named = stems(line.label.partition("(")[0])
        parts = [
            other
            for other, above in grid.rows
            if other < place and not above.label.startswith("%") and named & stems(above.label)
            if not above.label.lower().startswith("not ")
        ]
        found = [(one, *_part_and_base(grid, one.column, parts, place)) for one in shares]
        found = [(one, part, base) for one, part, base in found if base]
        right = [_fits(part, one.value, base) for one, part, base in found]
        if not parts or 2 * sum(right) <= len(right):
            continue
        for (one, part, base), fits in zip(found, right, strict=True):
            if not fits:
                exactly = half_up(100 * part / base)
                says = f"{one.text} is printed; {part:f} of {base:f} is {exactly}%."
                yield Finding(
                    "percent", says, _place(grid, one), "the rows above it", grid.key(one)
                )


def _part_and_base(
    grid: NumberGrid, column: int, parts: list[int], until: int
) -> tuple[Decimal, Decimal]:
    above = [one for one in _counts(grid.cells) if one.column == column and one.row < until]
    part = sum((one.value for one in above if one.row in parts), Decimal(0))
    return part, sum((one.value for one in above), Decimal(0))
