"""The edition of 2006/07 says every number that its printed predecessor printed, or notes where the
printed one differs: 390 of its tables and text.

Computed from the case records; the document's cells are read, not the counts behind them.
"""

import csv
import json
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings

from editions.document import Words
from editions.models import Edition

pytestmark = pytest.mark.django_db
HERE = Path(__file__).parent
EXPECTED = json.loads((HERE.parent / "reporting" / "expected_2006_07.json").read_text("utf-8"))
PRINTED = Path(settings.BASE_DIR) / "fixtures" / "2006_07" / "published.csv"
IN_NO_SECTION = {"advocacy.service_started"}  # a day in words, no number


@pytest.fixture(scope="module")
def document(made):
    return made.documents["internal"]


def cells_of(document) -> dict:
    """By table, row, column and what of it."""
    return {
        (grid.name, line.label, column, field): getattr(number, field)
        for grid in document.grids()
        for line in grid.lines
        for column, number in zip(grid.columns, line.numbers, strict=True)
        for field in ("value", "percent")
    }


def figures_of(document) -> set[str]:
    """The figures that stand anywhere in it, by their names."""
    return {
        piece.named
        for part in document.parts
        for held in part.holds
        if isinstance(held, Words)
        for line in held.lines
        for piece in line
    } | {
        number.named for grid in document.grids() for line in grid.lines for number in line.numbers
    }


def expected_cells():
    for key, table in EXPECTED["tables"].items():
        for part, field in (("values", "value"), ("percent", "percent")):
            for row, cells in table.get(part, {}).items():
                for column, value in cells.items():
                    yield (key, row, column, field), value


def test_every_printed_cell_is_computed_in_the_document(document):
    cells, wrong = cells_of(document), {}
    for place, value in expected_cells():
        got = cells.get(place, 0)
        if isinstance(value, int | float) and Decimal(str(got or 0)) != Decimal(str(value)):
            wrong[place] = (got, value)

    assert wrong == {}


def test_every_printed_figure_stands_in_the_document(document):
    missing = set(EXPECTED["figures"]) - figures_of(document) - IN_NO_SECTION

    assert missing == set()


def test_it_has_seventeen_sections(document):
    assert [part.number for part in document.parts] == list(range(1, 18))


def test_where_the_printed_one_differs_is_noted(made, client):
    """Printed numbers that do not follow from the records stand on a page with both."""
    edition = Edition.objects.get()
    client.force_login(edition.begun_by)
    with PRINTED.open(encoding="utf-8") as file:
        printed = [line for line in csv.DictReader(file) if line["year"] == "2006/07"]
    assert len(printed) > 200

    at = f"/reports/2006-04-01/2007-03-31/printed/?directorate={edition.directorate.pk}"
    page = client.get(at).content.decode()

    for place in ("Duty/Referral", "Leaving Care", "% upheld (fully or partially)"):
        assert place in page
    assert f"{len(printed)} printed numbers are held against the records" in page
