"""A log may come as a file, a folder or a workbook, from any office computer, and be badly made."""

import re
import shutil
import zipfile
from datetime import date, datetime, time

import openpyxl
import pytest

from cases.models import Case, Compliment, Note
from complaints_site.case_log.action import import_log

TODAY = date(2007, 8, 17)

HEADER = "reference,received_on,procedure,service_area,summary"
LINE = "R1,04/09/2006,children,Leaving Care,He was not told"


@pytest.fixture
def csv_file(office, tmp_path):
    """Import one file with these bytes."""

    def run(content: bytes, name="log.csv"):
        path = tmp_path / name
        path.write_bytes(content)
        return import_log(path, on=TODAY, by=None)

    return run


@pytest.fixture
def workbook(office, tmp_path):
    """Import a workbook with these sheets, given as lists of rows by name."""

    def run(**sheets):
        book = openpyxl.Workbook()
        book.remove(book.active)
        for name, rows in sheets.items():
            sheet = book.create_sheet(name)
            for row in rows:
                sheet.append(row)
        path = tmp_path / "log.xlsx"
        book.save(path)
        return import_log(path, on=TODAY, by=None)

    return run


def told(result) -> list[str]:
    return [str(fault) for fault in result.faults]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_one_file_of_any_name_is_the_case_log(csv_file, mark):
    result = csv_file(mark + f"{HEADER}\r\n{LINE}\r\n".encode())

    assert told(result) == []
    assert Case.objects.get().received_on == date(2006, 9, 4)


def test_columns_may_stand_in_any_order_and_lines_be_empty(csv_file):
    result = csv_file(b"received_on,reference\n\n,,\n2006-09-04,R1\n")

    assert told(result) == []
    assert Case.objects.get().service_area.name == "Not recorded"
    assert Case.objects.get().route.provisional is True


def test_text_that_begins_with_a_dash_or_an_equals_sign_is_text(csv_file):
    line = LINE.replace("He was not told", "- he did not call")

    result = csv_file(f"{HEADER}\n{line}\n{line.replace('R1', 'R2').replace('- ', '=')}".encode())

    assert told(result) == []
    summaries = Case.objects.order_by("reference").values_list("summary", flat=True)
    assert list(summaries) == ["- he did not call", "=he did not call"]


def test_a_cell_may_run_over_several_lines_and_lines_after_it_keep_their_number(csv_file):
    result = csv_file(f'{HEADER}\n{LINE[:-15]}"one\ntwo"\nR2,never,,,\n'.encode())

    assert [(fault.line, fault.column) for fault in result.faults] == [(4, "received_on")]


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", "case_log, line 1: it is empty: expected the column names in line 1"),
        (b"\n\n", "case_log, line 1: it is empty: expected the column names in line 1"),
        (
            f"{HEADER}\n{LINE}\n{LINE.replace('told', 'told – once')}".encode("cp1252"),
            "case_log, line 3: The file is not UTF-8: byte 53 of this line (0x96) is no letter of "
            "it. Save it as “CSV UTF-8” and import it again.",
        ),
        (
            f"{HEADER}\n{LINE}".encode("utf-16"),
            "case_log: The file is UTF-16, not UTF-8. Save it as “CSV UTF-8” and import it again.",
        ),
        (
            HEADER.replace(",", ";").encode(),
            "case_log, line 1: column A: the columns are not separated by commas: save the file as "
            "“CSV UTF-8”",
        ),
        (
            f"{HEADER},stage1_response\n{LINE}".encode(),
            "case_log, line 1: column F: no column is called “stage1_response”; did you mean "
            "“stage1_responded_on”?",
        ),
        (
            f"{HEADER},summary\n{LINE}".encode(),
            "case_log, line 1: column F: the column “summary” stands there twice",
        ),
        (
            f"{HEADER}\n{LINE},and more".encode(),
            "case_log, line 2, “and more”: 6 cells, but line 1 names 5 columns: is there a comma "
            "too many?",
        ),
    ],
)
def test_a_badly_made_file_is_refused_in_one_sentence(csv_file, content, fault):
    result = csv_file(content)

    assert fault in told(result)
    assert not Case.objects.exists()


def test_quotation_marks_that_do_not_pair_up_are_found(csv_file):
    (fault,) = told(csv_file(f'{HEADER}\n{LINE[:-15]}"never closed\n{LINE}\n'.encode()))

    assert fault.startswith("case_log, line 2: the quotation marks from here on do not pair up")


def test_a_missing_column_that_must_be_there_is_named(csv_file):
    assert told(csv_file(b"reference,summary\nR1,x\n")) == [
        "case_log, line 1: the column “received_on” is missing: it must be there"
    ]


@pytest.mark.parametrize("name", ["log.txt", "log.xls"])
def test_another_kind_of_file_is_refused(csv_file, tmp_path, name):
    assert told(csv_file(b"", name)) == [
        f"{tmp_path / name} is no case log: expected a CSV file, a folder or an .xlsx"
    ]


def test_a_path_to_nothing_is_refused(office, tmp_path):
    assert told(import_log(tmp_path / "none.csv", on=TODAY, by=None)) == [
        f"{tmp_path}/none.csv does not exist: expected a CSV file, a folder or an .xlsx"
    ]


def test_a_folder_must_hold_case_log_and_no_sheet_that_is_not_known(log, office, complaint):
    folder = log([complaint()], peple=[{"name": "A"}])

    (fault,) = told(import_log(folder, on=TODAY, by=None))
    assert fault.startswith("peple: no such sheet: expected one of case_log, log_entries, people,")

    (folder / "peple.csv").unlink()
    shutil.move(folder / "case_log.csv", folder / "notes.csv")
    assert f"{folder} has no sheet case_log, the one that must be there" in told(
        import_log(folder, on=TODAY, by=None)
    )


def test_a_workbook_is_read_with_its_dates_numbers_and_ticks(workbook):
    result = workbook(
        case_log=[
            ["reference", "received_on", "procedure", "service_area", "historical"],
            [2006001, datetime.combine(date(2006, 9, 4), time()), "children", "Leaving Care", True],
        ],
        compliments=[["received_on", "service_area", "from"], [date(2006, 9, 5), "", "A tenant"]],
    )

    assert told(result) == []
    case = Case.objects.get()
    assert (case.reference, case.received_on, case.historical) == (
        "2006001",
        date(2006, 9, 4),
        True,
    )
    assert Compliment.objects.get().from_whom == "A tenant"


def test_the_same_content_is_known_again_whether_it_comes_as_workbook_or_as_file(
    workbook, csv_file
):
    assert told(csv_file(f"{HEADER}\n{LINE}".encode())) == []

    cells = ["R1", date(2006, 9, 4), "children", "Leaving Care", "He was not told"]
    result = workbook(case_log=[HEADER.split(","), cells])

    assert result.changes_nothing
    assert result.unchanged_cases == 1


def test_a_formula_is_reported_and_without_its_last_value_refused(workbook):
    rows = [HEADER.split(","), ["R1", date(2006, 9, 4), "children", "Leaving Care", "=1+1"]]

    (fault,) = told(workbook(case_log=rows))

    assert fault == (
        "case_log, line 2: cell E2 is a formula without a value: only the last value of a formula "
        "can be read; open the workbook, save it and import it again"
    )


def test_of_a_formula_the_last_value_is_read_and_that_is_said(workbook, tmp_path):
    workbook(case_log=[HEADER.split(","), ["R1", "2006-09-04", "children", "Leaving Care", "=1"]])
    path = tmp_path / "saved.xlsx"
    with zipfile.ZipFile(tmp_path / "log.xlsx") as old, zipfile.ZipFile(path, "w") as new:
        for member in old.infolist():
            content = re.sub(rb"<v ?/>|<v></v>", b"<v>20</v>", old.read(member))
            new.writestr(member, content)

    result = import_log(path, on=TODAY, by=None)

    assert told(result) == []
    assert Case.objects.get().summary == "20"
    assert [str(notice) for notice in result.notices] == [
        "case_log, line 2: cell E2 is a formula: only its last value can be read, and was"
    ]


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 no archive", b"reference,received_on"])
def test_a_broken_workbook_is_refused(csv_file, content):
    (fault,) = told(csv_file(content, "log.xlsx"))

    assert "cannot be read as an .xlsx workbook" in fault


def test_notes_of_a_case_keep_their_dashes(imported, complaint):
    note = {"reference": "R1", "on": "2006-09-05", "by": "Duty desk", "text": "- rang twice"}

    assert told(imported([complaint()], notes=[note])) == []
    assert Note.objects.get().text == "- rang twice"
