"""Groups that fared alike, groups so small that marks would tell, people alone in a count."""

import pytest

from disclosure import (
    TOTAL,
    Mark,
    Release,
    Rules,
    Table,
    attack,
    counting,
    percentage,
    protect,
)
from tests.disclosure.little_tables import as_read, published


def test_a_group_all_of_one_outcome_is_not_shown_to_be():
    release, table = published("A 12 0 0", "B 7 16 9", "C 11 12 10", outcome=True)

    protected = protect(release)

    assert as_read(table, release, protected.hidden)[0] == "A [z] [z] 0 12"
    everybody, nobody = table.variable("A", "upheld"), table.variable("A", "partly")
    intervals = attack(release, protected.hidden).intervals
    assert (intervals[everybody].low, intervals[nobody].high) == (5, 7)


def test_where_columns_are_no_outcomes_all_of_one_kind_is_shown():
    release, _ = published("A 12 0 0", "B 7 16 9", "C 11 12 10")

    assert protect(release).hidden == {}


def test_a_percentage_of_a_hundred_does_not_tell_it_either():
    release, table = published("A 12 0 0", "B 7 16 9", "C 11 12 10", outcome=True)
    shown = release.rate(percentage(table.variable("A", "upheld"), table.variable("A", TOTAL)))

    assert shown in protect(release).hidden


def test_of_a_group_that_is_small_no_outcome_is_shown_not_even_none():
    release, table = published("A 0 3 0", "B 7 16 9", "C 11 12 10", outcome=True)

    assert as_read(table, release, protect(release).hidden)[0] == "A [g] [g] [g] [c]"


def test_but_where_a_whole_column_is_empty_it_says_nothing_of_the_group():
    release, table = published("A 0 3 0", "B 7 16 0", "C 11 12 0", outcome=True)

    assert as_read(table, release, protect(release).hidden)[0] == "A [g] [g] 0 [c]"


def test_four_ones_of_a_small_group_would_give_each_other_away():
    release, table = published(
        "A 1 1 1 1 0", "B 9 8 7 9 6", "C 8 7 9 8 7", dimension="age", columns="abcde"
    )
    small = {table.variable("A", each): Mark.SMALL for each in "abcd"}
    small |= {table.variable("A", TOTAL): Mark.SMALL, table.variable(TOTAL, TOTAL): Mark.PROTECTING}
    assert table.variable("A", "a") in attack(release, small).exposed

    protected = protect(release)

    assert as_read(table, release, protected.hidden)[0] == "A [g] [g] [g] [g] [g] [c]"
    assert attack(release, protected.hidden).proved


def test_a_reader_concludes_that_what_only_protects_is_not_small():
    release, table = published("A 1 5 9", "B 7 6 12", "C 10 8 9")
    one, five = table.variable("A", "upheld"), table.variable("A", "partly")
    six, seven = table.variable("B", "partly"), table.variable("B", "upheld")
    hidden = {one: Mark.SMALL, **dict.fromkeys((five, six, seven), Mark.PROTECTING)}

    assert attack(release, hidden, Rules(marks_tell=False)).proved
    assert one in attack(release, hidden).exposed
    assert attack(release, protect(release).hidden).proved


def test_whoever_is_the_one_does_not_learn_who_is_the_other():
    release, _ = published("A 1 3 9 9", "B 3 2 12 9", "C 10 8 9 9", columns="wxyz")
    rules = Rules(insiders=False)
    ones, all_of_them = protect(release, rules).hidden, protect(release)

    def learnt(hidden):
        known = {each: mark for each, mark in hidden.items() if release.values[each] != 1}
        return [str(each) for each in attack(release, known).exposed]

    assert "complaints (outcome x; team A)" in learnt(ones)
    assert learnt(all_of_them.hidden) == []
    assert all_of_them.to_insiders == []


def test_the_same_person_in_two_tables_is_not_hidden_from_themselves():
    release, _ = published("A 1 0 0", "B 7 16 9", "C 11 12 10")
    published("A 0 1", "B 16 16", "C 17 16", release=release, dimension="age", columns="xy")

    protected = protect(release)

    # The one complaint of team A is upheld, and of age y: who made it knows both
    assert protected.to_insiders == []
    assert attack(release, protected.hidden).proved


def test_what_is_said_to_be_the_same_person_is_known_to_them_together():
    release = Release()
    counts = {"complaints": 1, "panels": 1, "letters": 3, "calls": 1}
    parts = [release.figure(counting(name), number) for name, number in counts.items()]
    total = release.total(counting("contacts"), parts)
    assert total not in protect(release).hidden

    release.same_complainant(parts[:2] + parts[3:])

    assert total in protect(release).hidden


def test_issues_of_which_a_complaint_may_have_several_do_not_add_up():
    table = Table(
        "issues",
        "complaints",
        "team",
        ("A", "B"),
        "issue",
        ("delay", "conduct"),
        overlapping=frozenset({"issue"}),
    )
    release = Release()
    counts = {("A", "delay"): 8, ("A", "conduct"): 3, ("A", TOTAL): 9}
    counts |= {("B", "delay"): 7, ("B", "conduct"): 9, ("B", TOTAL): 12}
    release.table(table, {**counts, (TOTAL, TOTAL): 21})
    small = table.variable("A", "conduct")

    alone = {small: Mark.SMALL, table.variable(TOTAL, "conduct"): Mark.PROTECTING}
    interval = attack(release, alone).intervals[small]
    assert (interval.low, interval.high) == (1, 4)
    assert attack(release, {small: Mark.SMALL}).exposed == [small]
    assert attack(release, protect(release).hidden).proved


def test_a_rate_or_a_median_needs_ten_people():
    release = Release()
    nine, ten = release.figure(counting("nine"), 9), release.figure(counting("ten"), 10)
    shown = release.spread("median days", ten), release.rate(percentage(nine, ten))
    hidden = release.spread("median days", nine), release.rate(percentage(ten, nine))

    assert protect(release).hidden == dict.fromkeys((hidden[1], hidden[0]), Mark.RATE)
    assert not set(shown) & set(protect(release).hidden)


def test_a_threshold_whose_mark_is_one_number_is_refused():
    with pytest.raises(ValueError, match="two values"):
        Rules(threshold=2)


def test_a_rate_of_nothing_is_not_printed():
    release = Release()
    rate = percentage(release.figure(counting("a"), 0), release.figure(counting("b"), 0))

    release.rate(rate)

    assert release.rates == {}
