"""A hidden number is not told by words beside it, nor by what is left over, nor by names.

Of the complaints of 2006/07 4 went on to Stage 2, of 56.
"""

from dataclasses import replace

import pytest

from cases.models import Case, Person
from editions.actions.committee import dismiss, keep_priority
from editions.actions.writing import write_section
from editions.assembling import Assembling
from editions.flags.every import Flags
from editions.known import Known
from editions.released.telling import left_over, telling_word, typed_and_hidden
from editions.released.words_checked import WordsChecked

STAGE_2 = Known("summary.stage2_begun", "4", "Complaints at stage 2, begun in the period", 4)
RECEIVED = Known("summary.received", "7", "Complaints about fostering received", 7)
UPHELD = Known("t:upheld:fostering", "3", "Complaints about fostering: upheld", 3, table="t")


@pytest.mark.parametrize(
    ("sentence", "word"),
    [
        ("{summary.stage2_begun} went on, an increase.", "increase"),
        ("{summary.stage2_begun} went on, half as many as before.", "half"),
        ("All {summary.stage2_begun} were answered.", "All"),
        ("{summary.stage2_begun} went on, and the others did not.", "the others"),
        ("Only {summary.stage2_begun} went on.", "Only"),
    ],
)
def test_a_word_beside_a_hidden_figure_may_tell_it(sentence, word):
    assert telling_word(sentence, [STAGE_2], [STAGE_2]) == (word, STAGE_2)


@pytest.mark.parametrize(
    "sentence",
    [
        "In all {summary.stage2_begun} went on.",
        "{summary.stage2_begun} went on to Stage 2.",
        "One of them is told below: {summary.stage2_begun}.",
    ],
)
def test_common_words_tell_nothing(sentence):
    assert telling_word(sentence, [STAGE_2], [STAGE_2]) is None


def test_a_sentence_that_surely_speaks_of_a_hidden_cell_is_looked_at_too():
    said = "None of the complaints about fostering was upheld."

    assert telling_word(said, [], [UPHELD]) == ("None", UPHELD)
    assert telling_word("None of the answers was late.", [], [UPHELD]) is None


def test_what_is_left_over_tells_the_rest():
    """Of 7 that were received 4 are hidden: the other 3 tell that."""
    ((typed, known),) = left_over("The other 3 were settled.", [STAGE_2], [RECEIVED.value])

    assert (typed.words, known) == ("3", STAGE_2)
    ((typed, _),) = left_over("The other three were settled.", [STAGE_2], [7])
    assert typed.words == "three"
    assert list(left_over("The other 2 were settled.", [STAGE_2], [7])) == []


def test_a_typed_number_is_a_hidden_one_unless_a_shown_one_fits_better():
    said = "There were 3 complaints about fostering upheld."

    assert [known for _, known in typed_and_hidden(said, [], [], [UPHELD])] == [UPHELD]
    shown = replace(UPHELD, label="Complaints about fostering: partly upheld", name="shown")
    partly = said.replace("upheld", "partly upheld")
    assert list(typed_and_hidden(partly, [], [shown], [UPHELD])) == []


def test_beside_its_own_figure_a_typed_number_is_hidden_whatever_it_is_about():
    assert [known for _, known in typed_and_hidden("They were 4.", [STAGE_2], [], [])] == [STAGE_2]


@pytest.fixture
def checked(edition, author):
    """What is said of a text that stands in the report, with one figure hidden."""

    def check(text: str) -> WordsChecked:
        section = edition.sections.get(title="Context")
        write_section(section, title="Context", text=text, seen=section.saved, by=author)
        assembling = Assembling(edition)
        checked = WordsChecked(assembling, lambda name: name == "summary.stage2_begun")
        checked.check(assembling.document())
        return checked

    return check


pytestmark = pytest.mark.django_db
BOUND = "{summary.received_recorded_manually} came and {summary.stage2_begun} went on"


def test_what_is_bound_and_says_no_more_stops_nothing(checked):
    made = checked(f"{BOUND}.")

    assert (made.stops, made.telling) == ([], [])


def test_the_complement_of_a_hidden_number_stops_it(checked):
    assert checked(f"{BOUND}; the other 52 ended there.").stops == [
        "Context: “52” was typed: with the hidden number {summary.stage2_begun} it makes up one "
        "that is shown."
    ]


def test_the_number_itself_stops_it_in_a_text_and_on_the_cover(checked, edition):
    entry = edition.cover.get(field__name="Summary")
    entry.text = "4 complaints begun at stage 2 in the period are told."
    entry.save()

    assert checked("There were 4 complaints begun at stage 2 in the period.").stops == [
        "The cover’s “Summary”: “4” was typed, and is the hidden number {summary.stage2_begun}.",
        "Context: “4” was typed, and is the hidden number {summary.stage2_begun}.",
    ]


def test_words_that_may_tell_it_are_shown(checked):
    assert checked(f"{BOUND}, a decrease by half.").telling == [
        "Context: “decrease” may tell the hidden number {summary.stage2_begun}."
    ]


def test_somebody_of_a_case_is_found_by_name_and_by_title(checked):
    Person.objects.create(name="Wilma Testing-Name")

    stops = checked("We thank Wilma Testing-Name.").stops
    assert stops == ["Wilma Testing-Name is named, who stands in a case."]
    assert checked("We thank Mrs Testing-Name.").stops == stops
    assert checked("The Testing-Name of a table.").stops == []


def test_a_reference_of_a_case_stops_it(checked):
    reference = Case.objects.values_list("reference", flat=True)[0]

    assert checked(f"As in {reference}.").stops == [f"{reference} is the reference of a case."]


def test_staff_stop_it_until_somebody_says_that_it_is_right(checked, edition, author):
    stops = checked("Ask Ann Author.").stops
    assert stops == [
        "Ann Author is named, who works here: name the office, or say beside the text that it is "
        "right."
    ]

    (flag,) = Flags(Assembling(edition)).of(edition.sections.get(title="Context"))
    dismiss(edition, flag=flag.key, why="She agreed", by=author)
    assert checked("Ask Ann Author.").stops == []

    keep_priority(
        edition,
        by=author,
        text="Answer sooner",
        owner="Ann Author",
        due_on="2008-04-01",
        measure="Days",
    )
    assert checked("Ask Ann Author.").stops == stops
