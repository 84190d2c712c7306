"""The year 2006/07, imported from its case log, gives every number of the printed report.

``expected_2006_07.json`` holds all 390: counts as printed, percentages worked out from them.
"""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

FIXTURES = Path(settings.BASE_DIR) / "fixtures"
EXPECTED = json.loads((Path(__file__).parent / "expected_2006_07.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def report(one_transaction, tmp_path_factory):
    """The report as the command prints it."""
    call_command("load_lists", verbosity=0)
    call_command("import_cases", FIXTURES / "2006_07", create_missing=True, verbosity=0)
    printed = tmp_path_factory.mktemp("report") / "report.json"
    with printed.open("w", encoding="utf-8") as file:
        call_command(
            "annual_report",
            "--from=2006-04-01",
            "--to=2007-03-31",
            "--directorate=Children's Services",
            stdout=file,
        )
    return json.loads(printed.read_text("utf-8"))


def expected_cells():
    for key, table in EXPECTED["tables"].items():
        for part, field in (("values", "value"), ("percent", "percent")):
            for row, cells in table.get(part, {}).items():
                for column, value in cells.items():
                    yield key, row, column, field, value


def found(report, key, row, column, field):
    """A column that the report lacks has nothing in it: a word the list writes otherwise."""
    table = report["tables"][key]
    columns = [each["label"] for each in table["columns"]]
    if column not in columns:
        return 0
    place = columns.index(column)
    (line,) = [each for each in table["rows"] if each["label"] == row]
    return line["cells"][place][field]


def test_all_values_of_the_printed_report_are_written_out():
    assert len(list(expected_cells())) + len(EXPECTED["figures"]) == 390


def test_every_table_gives_the_printed_numbers(report):
    wrong = {
        f"{key} / {row} / {column} / {field}": (got, value)
        for key, row, column, field, value in expected_cells()
        if (got := found(report, key, row, column, field)) != value
    }

    assert wrong == {}


def test_every_figure_is_the_printed_one(report):
    wrong = {
        key: (report["figures"].get(key), value)
        for key, value in EXPECTED["figures"].items()
        if key not in report["figures"]
        or Decimal(str(report["figures"][key]["value"])) != Decimal(str(value))
    }

    assert wrong == {}
