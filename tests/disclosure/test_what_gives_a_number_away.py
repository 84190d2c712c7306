"""Each way in which a hidden number can be worked out: found by the attack, closed by `protect`."""

from fractions import Fraction

import pytest

from disclosure import (
    PENCE,
    TOTAL,
    DoesNotAddUp,
    Mark,
    Release,
    Rules,
    attack,
    average,
    change,
    comes_after,
    counting,
    percentage,
    protect,
)
from tests.disclosure.little_tables import as_read, published

KINDS = "redress", "refund"
LINES = "A 2 8 9", "B 7 6 12", "C 10 0 9", "D 8 9 3"


def complaints(**where):
    return counting("complaints", where)


def is_safe(release, rules=Rules()):  # noqa: B008
    protected = protect(release, rules)
    return not protected.exposed and attack(release, protected.hidden, rules).proved


def test_one_hidden_cell_of_a_row_is_its_total_less_the_others():
    release, table = published(*LINES)
    small = table.variable("A", "upheld")

    findings = attack(release, {small: Mark.SMALL})

    assert findings.exposed == [small]
    assert (findings.intervals[small].low, findings.intervals[small].high) == (2, 2)


def test_another_cell_of_its_row_and_of_its_column_is_hidden_too():
    release, table = published(*LINES)

    protected = protect(release)

    assert as_read(table, release, protected.hidden) == [
        "A [c] 8 [z] 19",
        "B 7 6 12 25",
        "C 10 0 9 19",
        "D [z] 9 [c] 20",
        "Total 27 23 33 83",
    ]
    intervals = attack(release, protected.hidden).intervals
    found = {(cell.low, cell.high) for cell in intervals.values()}
    assert found == {(1, 3), (8, 10), (7, 9), (2, 4)}


def test_nothing_is_hidden_where_nothing_is_small_and_zeros_are_shown():
    release, _ = published("A 7 0 6", "B 0 9 5")

    assert protect(release).hidden == {}


def test_a_zero_is_hidden_where_zeros_are_not_shown():
    release, table = published("A 7 0 6", "B 8 9 5", "C 6 7 8")
    rules = Rules(show_zero=False)

    hidden = protect(release, rules).hidden

    assert hidden[table.variable("A", "partly")] is Mark.SMALL
    assert is_safe(release, rules)


def test_a_total_that_stands_in_another_table_gives_a_cell_away():
    release, outcomes = published(*LINES, printed_totals=frozenset())
    small = outcomes.variable("A", "upheld")
    assert attack(release, {small: Mark.SMALL}).proved

    published(
        "A 11 8", "B 20 5", "C 9 10", "D 9 11", release=release, dimension="sex", columns="fm"
    )
    assert attack(release, {small: Mark.SMALL}).exposed == [small]
    assert is_safe(release)


def test_a_total_in_a_sentence_gives_a_cell_away():
    release, table = published(*LINES, printed_totals=frozenset())
    small = table.variable("A", "upheld")
    release.figure(complaints(team="A"), 19)

    assert attack(release, {small: Mark.SMALL}).exposed == [small]
    assert is_safe(release)


def test_the_sum_of_two_figures_gives_one_of_them_away():
    release = Release()
    letters = release.figure(complaints(method="letter"), 3)
    calls = release.figure(complaints(method="telephone"), 20)
    written = release.total(counting("written or spoken"), [letters, calls])

    assert attack(release, {letters: Mark.SMALL}).exposed == [letters]
    hidden = protect(release).hidden
    assert hidden[letters] is Mark.SMALL
    assert (calls in hidden) != (written in hidden)


def test_a_percentage_gives_away_its_part():
    release, table = published(*LINES)
    part, base = table.variable("A", "upheld"), table.variable("A", TOTAL)
    shown = release.rate(percentage(part, base))
    hidden = {**protect(release).hidden}
    assert attack(release, hidden).proved

    del hidden[shown]

    assert part in attack(release, hidden).exposed


def test_a_percentage_of_a_hidden_base_leaves_what_its_rounding_leaves():
    release = Release()
    base = release.figure(complaints(), 40)
    part = release.figure(complaints(outcome="upheld"), 13)
    release.rate(percentage(part, base))  # 32.5, printed 33

    hidden = {part: Mark.PROTECTING}
    assert attack(release, hidden).exposed == [part]
    hidden = {part: Mark.PROTECTING, base: Mark.PROTECTING}
    assert attack(release, hidden).intervals[part].low == 5  # of 15


def test_a_change_on_last_year_gives_away_this_year():
    release = Release()
    now, before = complaints(year="2006/07"), complaints(year="2005/06")
    release.figure(now, 3), release.figure(before, 20)
    shown = release.rate(change(now, before))  # -85%

    assert attack(release, {now: Mark.SMALL}).exposed == [now]
    hidden = protect(release).hidden
    assert hidden == {now: Mark.SMALL, shown: Mark.RATE}


def test_last_years_edition_gives_away_what_this_one_hides():
    earlier, table = published(*LINES)
    small, beside = table.variable("A", "upheld"), table.variable("A", "not")
    release, _ = published(*LINES)
    hidden = {small: Mark.SMALL, beside: Mark.PROTECTING}
    hidden |= {
        table.variable("D", "not"): Mark.SMALL,
        table.variable("D", "upheld"): Mark.PROTECTING,
    }
    assert attack(release, hidden).proved

    comes_after(
        release,
        earlier,
        {small: Mark.SMALL, table.variable("A", TOTAL): Mark.PROTECTING},
        "2005/06",
    )

    assert small in attack(release, hidden).exposed


def test_what_an_earlier_edition_hid_stays_hidden_in_this_one():
    earlier, then = published(*LINES)
    hidden = protect(earlier).hidden
    release = Release()
    release.figure(complaints(team="B", outcome="upheld"), 7)
    comes_after(release, earlier, hidden, "2005/06")
    small = then.variable("A", "upheld")
    release.figure(counting("upheld in A and B"), 9)
    release.total(counting("both"), [small, then.variable("B", "upheld")])

    assert small in attack(release, {}).exposed
    protected = protect(release)
    assert counting("both") in protected.hidden
    assert attack(release, protected.hidden).proved


def test_what_an_earlier_edition_printed_is_reported_whatever_is_hidden_around_it():
    earlier = Release()
    release, table = published(*LINES)
    told = earlier.figure(table.variable("A", "upheld"), 2)

    comes_after(release, earlier, {}, "2005/06")
    protected = protect(release)

    assert protected.exposed == [told]
    assert attack(release, protected.hidden).exposed == [told]


def test_a_table_is_withheld_where_its_marks_and_an_earlier_total_would_tell():
    earlier = Release()
    release, table = published("A 4 4", "B 9 12", "C 8 7", columns="fm", dimension="sex")
    total = earlier.figure(table.variable("A", TOTAL), 8)  # four and four, at most four each
    comes_after(release, earlier, {}, "2005/06")

    protected = protect(release)

    assert protected.hidden[table.variable("A", "f")] is Mark.WITHHELD
    assert total not in protected.hidden
    assert protected.exposed == []
    assert attack(release, protected.hidden).proved


def test_a_number_corrected_since_is_another_number():
    earlier = Release()
    total = earlier.figure(complaints(), 21)
    release = Release()
    release.figure(total, 22)

    comes_after(release, earlier, {}, "2005/06")

    assert release.values == {total: 22, counting("complaints, as of 2005/06"): 21}


def test_an_average_times_the_payments_gives_away_their_sum():
    release = money({"A": (52_000, 10, 45_000), "B": (90_000, 12, 9_000), "C": (80_000, 11, 9_000)})
    paid, payments = counting("paid", {"team": "A"}, PENCE), counting("payments", {"team": "A"})
    in_pounds = average(paid, payments, 2, Fraction(1, 100))

    before = protect(release).hidden
    assert before[paid] is Mark.MONEY
    assert attack(release, before).proved

    release.rate(in_pounds)  # 52.00, of ten payments
    assert attack(release, before).exposed == [paid]
    assert in_pounds in protect(release).hidden
    assert is_safe(release)


def test_the_sum_of_few_payments_and_one_to_protect_it_stay_a_fifth_uncertain():
    release = money({"A": (52_000, 3, 20_000), "B": (90_000, 12, 9_000), "C": (80_000, 11, 9_000)})

    protected = protect(release)

    sums = {str(each): mark for each, mark in protected.hidden.items() if each.is_money}
    assert sums == {"paid (team A)": Mark.MONEY, "paid (team C)": Mark.PROTECTING}
    found = attack(release, protected.hidden).intervals[counting("paid", {"team": "A"}, PENCE)]
    assert found.needed == 10_400
    assert found.is_proved


def test_in_a_table_of_sums_those_of_few_payments_are_hidden_and_no_payment_is_shown():
    release, payments = published(
        "A 3 9", "B 12 11", "C 14 0", columns=KINDS, counted="payments", dimension="kind"
    )
    _, sums = published(
        "A 52000 90000",
        "B 80000 75000",
        "C 99000 0",
        release=release,
        columns=KINDS,
        counted="paid",
        dimension="kind",
        unit=PENCE,
    )
    release.paid_in(sums, payments, {("B", "redress"): 70_000})

    protected = protect(release)

    hidden = {place: protected.hidden.get(sums.variable(*place)) for place in sums.places}
    assert hidden["A", "redress"] is Mark.MONEY
    assert hidden["B", "redress"] is Mark.MONEY  # one payment is most of it
    assert hidden["C", "refund"] is None
    assert attack(release, protected.hidden).proved


def money(paid):
    """Sums in pence by team, of so many payments, the largest so large; with their totals."""
    release = Release()
    for unit, counted, place in (("count", "payments", 1), (PENCE, "paid", 0)):
        parts = [
            release.figure(counting(counted, {"team": team}, unit), told[place], 0)
            for team, told in paid.items()
        ]
        release.total(counting(counted, {}, unit), parts)
    for team, (_, _, largest) in paid.items():
        sum_of, number = (
            counting("paid", {"team": team}, PENCE),
            counting("payments", {"team": team}),
        )
        release.paid(sum_of, number, largest)
    return release


def test_contradicting_numbers_are_refused():
    release = Release()
    release.figure(complaints(), 12)

    with pytest.raises(DoesNotAddUp, match="complaints is 12 here and 13 there"):
        release.figure(complaints(), 13)
