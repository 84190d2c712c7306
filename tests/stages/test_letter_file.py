"""Reading the table of the Ombudsman's annual letter: rows, or sentences with line and column."""

from datetime import date

import pytest

from stages.letter_file import Row, read_letter

HEAD = "Reference,Category,Received,Decided,Decision,Remedy\n"


def test_a_row_is_kept_word_for_word_and_a_formula_is_text():
    (row,) = read_letter(
        HEAD + '26 001 234,"Education, children",4/9/2025,2025-11-03,Upheld,"=HYPERLINK(""x"")"\n'
    ).rows

    assert row == Row(
        line=2,
        reference="26 001 234",
        category="Education, children",
        received_on=date(2025, 9, 4),
        decided_on=date(2025, 11, 3),
        decision="Upheld",
        remedy='=HYPERLINK("x")',
    )


@pytest.mark.parametrize("separator", ["\t", ";", ","])
def test_rows_pasted_from_a_sheet_are_read_whatever_parts_them(separator):
    text = "\n".join(
        separator.join(cells)
        for cells in (["Decision", "Their reference"], ["Not upheld", "26 1"], ["", ""])
    )

    assert read_letter(text).rows == [Row(line=2, reference="26 1", decision="Not upheld")]


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("", "There is nothing to read"),
        (" \n\n", "There is nothing to read"),
        (HEAD, "There is no row under the headings"),
        ("Reference,Service\n1,2\n", "Line 1: no column is headed “decision”"),
        ("Decision,Service\n1,2\n", "Line 1: no column is headed “reference”"),
        ("Reference,Ref,Decision\n", "Line 1, reference: two columns have this heading"),
        (HEAD + ",,,,Upheld\n", "Line 2, reference: enter the Ombudsman's reference"),
        (HEAD + "1,,31/2/2025,,Upheld\n", "Line 2, received: “31/2/2025” is not a date"),
        (HEAD + "1,,,soon,Upheld\n", "Line 2, decided: “soon” is not a date"),
        (
            HEAD + "1,,4/9/2025,3/9/2025,Upheld\n",
            "Line 2, decided: it is before 4 September 2025",
        ),
        (HEAD + "1,,,,Upheld\n\n1,,,,Upheld\n", "Line 4, reference: 1 stands on line 2 too"),
        (HEAD + "1,,,,Upheld,,more\n", "Line 2: it has 7 cells, and there are 6 headings"),
        (HEAD + '1,"open\n', "Line 2: a quotation mark is opened and not closed"),
        (HEAD + "1" * 41 + "\n", "Line 2, reference: it is longer than 40 letters"),
        (HEAD + "1,a\0b\n", "Line 2, category or service: it holds a character that is not text"),
        (HEAD + "1," + "x" * 1_000_000, "larger than 1 MB"),
    ],
)
def test_what_cannot_be_read_says_where_and_what_to_do(text, fault):
    reading = read_letter(text)

    assert any(fault in each for each in reading.faults), reading.faults


def test_every_fault_is_said_and_a_great_many_are_shortened():
    some = read_letter(HEAD + "1,,x,y,Upheld\n")
    many = read_letter(HEAD + "".join(f"{n},,x,,Upheld\n" for n in range(50)))

    assert len(some.faults) == 2
    assert (len(many.faults), many.faults[-1]) == (31, "And 20 more like these")
