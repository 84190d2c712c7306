"""What the council is told: the attack program's output, the cost, and what would cost less."""

from disclosure import (
    TOTAL,
    Release,
    attack,
    cost_of_hiding,
    merged,
    protect,
    report,
    suggestions,
)
from disclosure.suggestions import counts_of
from tests.disclosure.little_tables import as_read, published

LINES = "A 2 8 9", "B 7 6 12", "C 10 0 9", "D 8 9 3"


def test_the_report_is_the_same_every_time_and_says_what_each_number_may_be():
    def told():
        release, _ = published(*LINES)
        protected = protect(release)
        return report(release, protected, attack(release, protected.hidden))

    assert told() == told()
    assert told().splitlines() == [
        "4 numbers are not printed; 0 can be worked out.",
        "Blocks by how many numbers each holds: 1 of 4.",
        "",
        "[c] fewer than 5: 2",
        "[z] hidden so that nothing else can be worked out: 2",
        "",
        "outcomes: 4 of 20 numbers hidden, 2 for themselves and 2 to protect them",
        "",
        "complaints (outcome upheld; team A): [c] 1 to 3, is 2",
        "complaints (outcome not; team A): [z] 8 to 10, is 9",
        "complaints (outcome upheld; team D): [z] 7 to 9, is 8",
        "complaints (outcome not; team D): [c] 2 to 4, is 3",
    ]


def test_the_report_names_what_can_be_worked_out():
    release, table = published(*LINES)
    protected = protect(release)
    hidden = dict(protected.hidden)
    del hidden[table.variable("A", "not")]

    text = report(release, protected, attack(release, hidden))

    assert "Can be worked out: complaints (outcome upheld; team A)" in text
    assert "complaints (outcome upheld; team A): [c] only 2, is 2" in text


def test_a_table_of_which_most_is_hidden_is_offered_with_its_smallest_rows_together():
    release, table = published(
        "A 1 2 0", "B 2 1 1", "C 1 0 3", "D 2 2 4", "E 20 9 14", "F 14 12 8", outcome=True
    )
    protected = protect(release)
    assert cost_of_hiding(release, protected.hidden)[0].vanishes

    (suggestion,) = suggestions(release, protected)

    assert str(suggestion) == "outcomes: put A, B, C, D together"
    smaller, counts = merged(table, counts_of(release, table), suggestion.rows, "Other teams")
    again = Release()
    again.table(smaller, counts)
    assert as_read(smaller, again, protect(again).hidden) == [
        "E 20 9 14 43",
        "F 14 12 8 34",
        "Other teams 6 5 8 19",
        "Total 40 26 30 96",
    ]


def test_where_no_rows_together_help_several_years_are_offered():
    release, _ = published("A 1 0 2", "B 0 2 1", "C 1 0 1")

    (suggestion,) = suggestions(release, protect(release))

    assert suggestion.is_of_years


def test_a_table_that_is_mostly_shown_is_left_as_it_is():
    release, _ = published(*LINES)

    assert suggestions(release, protect(release)) == []


def test_margins_that_overlap_stay_in_the_counts():
    release, table = published(*LINES)

    assert counts_of(release, table)["A", "upheld"] == 2
    assert ("A", TOTAL) not in counts_of(release, table)
