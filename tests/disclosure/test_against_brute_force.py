"""The attack program finds what trying every world finds; after `protect` no world stands alone."""

from hypothesis import assume, given, settings
from hypothesis import strategies as some

from disclosure import TOTAL, Mark, Release, attack, percentage, protect
from tests.disclosure.little_tables import team_table
from tests.disclosure.worlds import THRESHOLD, Worlds

COUNTS = some.lists(some.integers(0, 8), min_size=6, max_size=6)
QUIETLY = settings(deadline=None, max_examples=60, derandomize=True)
SELDOM = settings(QUIETLY, max_examples=20)


def two_by_three(numbers, release=None, **more):
    release = release or Release()
    table = team_table(rows="AB", **more)
    places = [(row, column) for row in table.rows for column in table.columns]
    return release, release.table(table, dict(zip(places, numbers, strict=True)))


def marked(release, variables):
    """The mark that each would have if it were hidden."""
    return {
        each: Mark.SMALL if 0 < release.values[each] < THRESHOLD else Mark.PROTECTING
        for each in variables
    }


@QUIETLY
@given(
    numbers=COUNTS, places=some.sets(some.integers(0, 10), min_size=2, max_size=7), data=some.data()
)
def test_least_and_most_are_those_of_all_worlds_that_print_the_same(numbers, places, data):
    release, table = two_by_three(numbers)
    all_but_the_grand_total = [place for place in table.places if place != (TOTAL, TOTAL)]
    hidden = marked(release, [table.variable(*all_but_the_grand_total[n]) for n in places])
    for place in data.draw(some.lists(some.sampled_from(all_but_the_grand_total), max_size=3)):
        decimals = data.draw(some.integers(0, 1))
        release.rate(percentage(table.variable(*place), table.variable(place[0], TOTAL), decimals))
    assume(sum(variable in hidden for variable in inner(table)) <= 4)

    worlds = Worlds(release, [table], hidden, most=sum(numbers)).extremes()

    found = attack(release, hidden).intervals
    assert {each: (found[each].low, found[each].high) for each in hidden} == {
        each: worlds[each] for each in hidden
    }


def inner(table):
    return [table.variable(row, column) for row in table.rows for column in table.columns]


@SELDOM
@given(numbers=COUNTS, with_rates=some.booleans(), outcome=some.booleans())
def test_no_hidden_number_has_only_one_value_in_all_worlds(numbers, with_rates, outcome):
    release, table = two_by_three(numbers, outcome=outcome)
    if with_rates:
        for place in table.places:
            release.rate(percentage(table.variable(*place), table.variable(place[0], TOTAL)))

    protected = protect(release)

    assert protected.exposed == []
    assert_each_hidden_number_may_be_two(release, [table], protected.hidden)


def assert_each_hidden_number_may_be_two(release, tables, hidden):
    numbers = [each for each in hidden if each in release.values]
    alone = set(numbers)
    for world in Worlds(release, tables, hidden, most=max(release.values.values()) + 6).all():
        alone -= {each for each in alone if world[each] != release.values[each]}
        if not alone:
            break
    assert alone == set()


@SELDOM
@given(numbers=COUNTS, split=some.lists(some.integers(0, 8), min_size=2, max_size=2))
def test_nor_where_another_table_has_the_same_totals(numbers, split):
    release, table = two_by_three(numbers)
    totals = [release.values[table.variable(row, TOTAL)] for row in "AB"]
    first = [min(part, total) for part, total in zip(split, totals, strict=True)]
    second = [total - part for part, total in zip(first, totals, strict=True)]
    pairs = [number for both in zip(first, second, strict=True) for number in both]
    _, other = two_by_three(pairs, release, dimension="sex", columns="fm")

    protected = protect(release)

    assert protected.exposed == []
    hidden = [each for each in protected.hidden if each in {*inner(table), *inner(other)}]
    assume(len(hidden) <= 7)
    assert_each_hidden_number_may_be_two(release, [table, other], protected.hidden)


@QUIETLY
@given(numbers=some.lists(some.one_of(some.just(0), some.integers(5, 40)), min_size=6, max_size=6))
def test_nothing_is_hidden_where_nothing_is_small(numbers):
    release, _ = two_by_three(numbers)

    assert protect(release).hidden == {}


@SELDOM
@given(numbers=COUNTS)
def test_whoever_is_alone_in_a_count_learns_no_other_small_number(numbers):
    release, table = two_by_three(numbers)

    protected = protect(release)

    small = {each for each, number in release.values.items() if 0 < number < THRESHOLD}
    for one in (each for each in inner(table) if release.values[each] == 1):
        as_they_know_it = {each: mark for each, mark in protected.hidden.items() if each != one}
        learnt = small & set(attack(release, as_they_know_it).exposed)
        themselves = {
            each for each in learnt if each.where < one.where and release.values[each] == 1
        }
        assert learnt - themselves <= set(protected.to_insiders)
