"""What an import tells whoever ran it."""

from collections.abc import Iterator

from .action import Result
from .faults import in_order


def faults_told(result: Result) -> Iterator[str]:
    return map(str, in_order(result.faults))


def told(result: Result, *, dry_run: bool) -> Iterator[str]:
    """The sentences about an import without a fault."""
    yield from map(str, in_order(result.notices))
    yield from (f"added to its list: {word}" for word in result.created)
    yield from map(str, result.changed)
    known = result.unchanged_cases + result.unchanged_others
    if result.changes_nothing:
        yield f"Nothing changed: all of it ({known:,} complaints and other lines) is known already."
        return
    would = "Dry run, nothing was changed. It would have " if dry_run else ""
    done = f"imported {result.cases:,} {'complaint' if result.cases == 1 else 'complaints'}"
    yield f"{would}{done if dry_run else done.capitalize()}."
    if known:
        yield f"{known:,} complaints and other lines were known already and stay as they are."
    rows = ", ".join(f"{number:,} {name}" for name, number in sorted(result.written.items()))
    if rows:
        yield f"Rows: {rows}."
