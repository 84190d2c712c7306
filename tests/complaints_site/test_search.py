"""The one search box: references, names, words of what was said, of points and of notes."""

from datetime import date

import pytest
from django.core.management import call_command
from django.db import connection

from accounts.models import User
from accounts.permissions import Role
from cases.actions.casework import add_note, log_case
from cases.actions.undoing import undo_last
from cases.acts import last_act
from cases.models import Assignment, Case, CasePerson, Note, Person, Point, SearchedText
from tests import factories as make

pytestmark = pytest.mark.django_db
RECEIVED = date(2006, 9, 4)


@pytest.fixture
def found(client):
    """``found("taxi")``: the references of what the box finds for an officer, or the ``reader``."""

    def found(text, reader=None):
        client.force_login(reader or someone(Role.OFFICER))
        answer = client.get("/cases/", {"q": text})
        assert answer.status_code == 200
        return [row.reference for row in answer.context["rows"]]

    return found


def someone(role):
    email = f"{role}@example.org"
    return User.objects.filter(email=email).first() or User.objects.create_user(
        email, "Anna Fielding", [role]
    )


def case(reference="WANTED", **fields):
    return make.case(RECEIVED, "Leaving Care", reference=reference, **fields)


def named(name, of=None, role="complainant"):
    of = of or case()
    CasePerson.objects.create(case=of, person=Person.objects.create(name=name), role=role)
    return of


def note(of, text, **fields):
    return Note.objects.create(case=of, on=RECEIVED, text=text, **fields)


# Words


@pytest.mark.parametrize(
    "typed",
    [
        "taxi",
        "TAXI school",
        "missing taxis",  # as a text may bend it
        "trans",  # the beginning of a word
        '"school transport"',
        "taxi -bus",
    ],
)
def test_a_note_is_found_by_its_words(found, typed):
    note(case(), "The taxi was missed: school transport is to ring back.")
    note(case("OTHER"), "School lunch and the bus.")

    assert found(typed) == ["WANTED"]


def test_either_of_two_words_is_enough_where_or_stands_between_them(found):
    note(case("BUS"), "The bus was late.")
    note(case("TAXI"), "The taxi was late.")
    note(case("OTHER"), "The dinner was late.")

    assert sorted(found("bus or taxi")) == ["BUS", "TAXI"]


def test_words_in_quotes_stand_side_by_side(found):
    note(case(), "School transport failed.")
    note(case("OTHER"), "Transport to the school failed.")

    assert found('"school transport"') == ["WANTED"]


def test_what_was_said_and_a_point_with_its_wish_are_found_too(found):
    case("SAID", summary="Nobody explained the thermostat")
    of = case("POINT")
    Point.objects.create(case=of, number=1, text="No ramp", desired_outcome="A handrail")

    assert found("thermostats") == ["SAID"]
    assert found("handrail") == found("no ramp") == ["POINT"]


def test_a_text_is_found_by_its_new_words_as_soon_as_it_is_put_right(found):
    of = case(summary="About a kettle")
    Case.objects.filter(pk=of.pk).update(summary="About a toaster")

    assert found("toaster") == ["WANTED"]
    assert found("kettle") == []


def test_an_update_of_anything_else_leaves_the_words_alone():
    of = case(summary="About a kettle")
    before = SearchedText.objects.get().pk
    Case.objects.filter(pk=of.pk).update(historical=True)

    assert SearchedText.objects.get().pk == before


def test_a_note_that_was_undone_is_found_no_more(found):
    by = someone(Role.OFFICER)
    area = make.service_area("Leaving Care")
    of = log_case(on=RECEIVED, received_on=RECEIVED, service_area=area, by=by)
    add_note(of, on=RECEIVED, text="He rang about the thermostat", by=by)
    assert found("thermostat") == [of.reference]

    act = last_act(of)
    undo_last(of, context_id=act.context_id, now=act.at, by=by)

    assert found("thermostat") == []


def test_the_words_are_made_anew_from_every_text():
    note(case(summary="About a kettle"), "He rang")
    before = set(SearchedText.objects.values_list("kind", "key", "case", "words"))
    SearchedText.objects.all().delete()

    call_command("make_search_anew", verbosity=0)

    assert set(SearchedText.objects.values_list("kind", "key", "case", "words")) == before
    assert {kind for kind, *_ in before} == {"cases_case", "cases_note"}


def test_a_very_long_note_can_be_written_and_its_beginning_is_found(found):
    words = " ".join(f"word{number}" for number in range(150_000))
    note(case(), f"thermostat {words}")

    assert found("thermostat") == ["WANTED"]


# Names


@pytest.mark.parametrize("typed", ["Penfeild", "Marlo Penfield", "marlow penfeild"])
def test_a_misspelt_name_finds_its_case(found, typed):
    named("Marlow Penfield")
    named("Olive Berry", case("OTHER"))

    assert found(typed) == ["WANTED"]


def test_only_those_named_as_alike_as_the_likeliest_are_shown(found):
    named("Marlow Penfield")
    named("Marlow Peachey", case("OTHER-MARLOW"))
    named("Olive Penfold", case("PENFOLD"))

    assert found("Marlow Penfeild") == ["WANTED"]


def test_the_list_says_that_the_name_is_only_alike(found, client):
    named("Marlow Penfield")
    found("Penfeild")

    answer = client.get("/cases/", {"q": "Penfeild"}).content.decode()

    assert "Nothing has “Penfeild” as it is typed. These have people of a like name." in answer


def test_names_alike_are_shown_only_where_nothing_is_found_as_typed(found):
    named("Marlow Penfield")
    named("Marlow Penfeild", case("AS-TYPED"))

    assert found("Penfeild") == ["AS-TYPED"]


def test_a_case_that_the_reader_may_not_see_is_no_find_that_ends_the_search(found):
    named("Marlow Penfield")
    named("Marlow Penfeild", case("HIDDEN", restricted=True))

    assert found("Penfeild") == ["WANTED"]
    assert found("Penfeild", someone(Role.MANAGER)) == ["HIDDEN"]


@pytest.mark.parametrize("typed", ["Juniper Vale", "Junipper Vale", "Juniper"])
def test_who_complains_is_not_found_where_that_is_withheld(found, typed):
    reader = someone(Role.RESPONDER)
    of = named("Juniper Vale", case(identity_withheld=True))
    Assignment.objects.create(case=of, user=reader, capacity="responder", since=RECEIVED)

    assert found(typed, reader) == []
    assert found(typed) == ["WANTED"]


def test_nothing_of_a_restricted_case_is_found_by_who_may_not_see_it(found):
    of = named("Juniper Vale", case("HIDDEN", restricted=True, summary="About a kettle"))
    note(of, "The thermostat")

    assert [found(typed) for typed in ("kettle", "thermostat", "Juniper", "HIDDEN")] == [[]] * 4
    assert found("thermostat", someone(Role.MANAGER)) == ["HIDDEN"]


# Whatever is typed


@pytest.mark.parametrize(
    "typed",
    [
        "!!!",
        "'''",
        '"""',
        "and & (or | (what",
        "%%%",
        "___",
        "\\\\\\",
        "the",
        "<b>x</b>",
        ":*:*",
        "😀😀😀",
    ],
)
def test_strange_characters_find_nothing_and_break_nothing(client, typed):
    case(summary="About a kettle")
    client.force_login(someone(Role.OFFICER))

    answer = client.get("/cases/", {"q": typed})

    assert answer.status_code == 200
    assert answer.context["rows"] == []
    assert "No case that you may see fits all of these" in answer.content.decode()


def test_a_search_for_what_many_cases_have_is_the_same_list(found, monkeypatch):
    monkeypatch.setattr("complaints_site.case_filters.search.RARE", 1)
    note(case("A"), "The kettle")
    case("B", summary="A kettle")
    named("Olive Kettle", case("C"))
    case("D", summary="A toaster")
    case("HIDDEN", restricted=True, summary="A kettle")

    assert sorted(found("kettle")) == ["A", "B", "C"]


def test_one_case_with_many_texts_does_not_hide_the_others(found, monkeypatch):
    monkeypatch.setattr("complaints_site.case_filters.search.RARE", 2)
    talkative = case("A", summary="A kettle")
    note(talkative, "The kettle")
    note(talkative, "The kettle again")
    note(talkative, "Still the kettle")
    case("B", summary="A kettle")
    case("C", summary="A kettle")

    assert sorted(found("kettle")) == ["A", "B", "C"]


@pytest.mark.parametrize("number", [2, 60])
def test_a_misspelt_name_costs_at_most_twelve_questions_however_many_have_it(
    client, at_most_queries, number
):
    for place in range(number):
        named("Marlow Penfield", case(f"C-{place}"))
    client.force_login(someone(Role.OFFICER))

    with at_most_queries(12):
        answer = client.get("/cases/", {"q": "Penfeild", "state": "open", "sort": "due"})
    assert len(answer.context["rows"]) == min(number, 50)


def test_the_search_reads_the_index_of_words():
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    plan = SearchedText.objects.filter(words="kettle").order_by().explain()

    assert "searched_words" in plan
