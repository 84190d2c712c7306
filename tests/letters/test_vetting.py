"""Vetting: what the program finds, what the vetter decides, and that nothing goes without it."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from accounts.permissions import Role
from cases.models import CaseLink, CasePerson, Person
from letters.actions.vetting import approve, comment, send_back
from letters.actions.writing import save_draft, submit
from letters.checks import checks_of
from letters.clearing import letters_for
from letters.models import Letter, Vetting
from letters.record import Record
from stages.models import Outcome
from stages.situation import Situation
from tests.complaints_site.case_file.makers import someone, take_in_complaint
from tests.letters.conftest import TODAY, at


def look(letter, text=None):
    text = letter.drafts.first().text if text is None else text
    checks = checks_of(text, Record(letter, Situation(letter.case), TODAY))
    return {check.key: check for check in checks}


def test_a_letter_as_it_is_drafted_holds_every_line_that_a_program_judges(write):
    found = look(write())

    assert {key: one.good for key, one in found.items()} == {
        "addressee": True,
        "named": True,
        "procedure": True,
        "point-1": True,
        "point-2": True,
        "apology": True,
        "next-stage": True,
        "ombudsman": True,
        "dates": True,
        "signed": True,
        "address": True,
        "open": True,
        "reading-age": True,
    }
    assert found["ombudsman"].result == "found"
    assert found["ombudsman"].says.startswith("“You may also turn to the Ombudsman")
    assert found["point-2"].says == "“Our finding: **Not upheld**.”"


def test_a_point_without_its_finding_is_not_found(write):
    letter = write()
    text = letter.drafts.get().text.replace("**Not upheld**", "open")

    assert not look(letter, text)["point-2"].good
    assert look(letter, text)["point-2"].result == "not found"
    assert look(letter, text)["point-1"].good


def test_upheld_is_not_read_out_of_not_upheld(write):
    letter = write()
    text = letter.drafts.get().text.replace("**Upheld**", "**Not upheld**")

    assert not look(letter, text)["point-1"].good


def test_the_way_on_lacks_its_day_where_one_was_typed_by_hand(write):
    letter = write()
    text = letter.drafts.get().text.replace("{last_day}", "1 January 2027")
    found = look(letter, text)

    assert found["next-stage"].says.startswith("Lacks the field {last_day}.")
    assert found["dates"].says.endswith("Not of the record, for you to look up: 1 January 2027.")


def test_being_sorry_that_somebody_complained_is_no_apology(write):
    letter = write()
    text = letter.drafts.get().text.replace(
        "We are sorry for what we got wrong.", "We are sorry that you felt it necessary."
    )

    assert not look(letter, text)["apology"].good


def test_nothing_is_said_sorry_for_where_nothing_is_upheld(write):
    assert "apology" not in look(write(outcomes=(Outcome.NOT_UPHELD, Outcome.NOT_UPHELD)))


def test_a_child_of_a_linked_case_is_found_by_one_name_of_theirs(write, officer, case):
    other = take_in_complaint(officer, on=date(2026, 11, 17), complainant={"name": "Juniper Vale"})
    child = other.people.get(role="service_user").person
    child.name = "Hazel Vale"
    child.save()
    CaseLink.objects.create(case=case, other=other, why="Siblings")
    letter = write()
    text = letter.drafts.get().text

    assert look(letter, text)["named"].result == "none found"
    named = look(letter, f"{text}\n\nThe visits to Hazel went ahead.")["named"]
    assert (named.good, named.result) == (False, "found")
    assert named.says == "Hazel Vale: “The visits to Hazel went ahead.”"


def test_whoever_is_on_the_letters_list_may_be_named(write, case):
    person = Person.objects.create(name="Ash Meadow")
    CasePerson.objects.create(case=case, person=person, role="complained_about")
    letter = write()
    text = f"{letter.drafts.get().text}\n\nAsh Meadow rang you."

    assert not look(letter, text)["named"].good
    letter.may_be_named = "Ash Meadow"
    assert look(letter, text)["named"].good


def test_a_letter_to_another_than_who_acts_with_authority_is_seen(write, case):
    letter = write()
    person = Person.objects.create(name="Rowan Thistle")
    CasePerson.objects.create(
        case=case, person=person, role="representative", authority_evidence="Signed letter"
    )

    found = look(letter)["addressee"]

    assert not found.good
    assert "Rowan Thistle" in found.says


def test_who_is_complained_about_does_not_sign(write, case):
    person = Person.objects.create(name="Anna Fielding")
    CasePerson.objects.create(case=case, person=person, role="complained_about")

    assert not look(write())["signed"].good


def test_the_vetter_approves_the_draft_that_waits(at_the_vetter, manager):
    approve(at_the_vetter, ticked=["tone"], not_found=[], now=at(), by=manager)

    vetting = at_the_vetter.vettings.get()
    assert (vetting.outcome, vetting.ticked) == (Vetting.Outcome.APPROVED, ["tone"])
    assert at_the_vetter.state == Letter.State.APPROVED
    assert at_the_vetter.approved_draft == at_the_vetter.drafts.get()


def test_nobody_vets_a_letter_that_they_wrote_in(write, manager, officer):
    letter = write()
    save_draft(letter, "The manager's words", by=manager)
    submit(letter, now=at(), by=officer)

    with pytest.raises(ValidationError, match="Nobody vets a letter that they have written in"):
        approve(letter, ticked=[], not_found=[], now=at(), by=manager)
    assert not letters_for(manager, date(2026, 11, 24)).exists()


def test_an_open_line_needs_a_reason_that_stays_on_the_record(at_the_vetter, manager):
    with pytest.raises(ValidationError, match="Say why it goes although"):
        approve(at_the_vetter, ticked=[], not_found=["Tone"], now=at(), by=manager)

    approve(at_the_vetter, ticked=[], not_found=["Tone"], now=at(), by=manager, why="Agreed")

    vetting = at_the_vetter.vettings.get()
    assert (vetting.outcome, vetting.reason, vetting.not_found) == (
        Vetting.Outcome.OVERRIDDEN,
        "Agreed",
        ["Tone"],
    )


def test_a_letter_is_returned_with_reasons_and_comes_again(at_the_vetter, manager, officer):
    with pytest.raises(ValidationError, match="Say why"):
        send_back(at_the_vetter, reason="", now=at(), by=manager)
    send_back(at_the_vetter, reason="Say sorry first", now=at(), by=manager)
    save_draft(at_the_vetter, "We are sorry.", by=officer)
    submit(at_the_vetter, now=at(), by=officer)

    assert [round.outcome for round in at_the_vetter.vettings.all()] == ["", "returned"]


def test_of_two_who_decide_the_second_is_told(at_the_vetter, manager):
    approve(at_the_vetter, ticked=[], not_found=[], now=at(), by=manager)

    with pytest.raises(ValidationError, match="somebody has decided already"):
        approve(
            at_the_vetter,
            ticked=[],
            not_found=[],
            now=at(),
            by=someone(Role.MANAGER, "Helen Marsh"),
        )


def test_what_is_written_after_the_approval_is_vetted_again(approved, officer):
    save_draft(approved, "Other words", by=officer)

    assert approved.state == Letter.State.DRAFT
    assert approved.approved_draft is None


def test_a_comment_stands_at_its_paragraph(at_the_vetter, manager):
    said = comment(at_the_vetter, paragraph=3, text="Use the first name", by=manager)

    assert (str(said), said.draft.number) == ("on paragraph 3", 1)


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        ({"state": "sent", "sent_on": date(2026, 11, 24), "sent_how": "letter"}, "once_approved"),
        ({"state": "approved"}, "approved_is_one_draft"),
        ({"state": "dropped"}, "dropped_with_a_reason"),
        ({"sent_on": date(2026, 11, 24)}, "sent_on_a_day"),
    ],
)
def test_the_database_refuses_what_no_letter_is(write, change, rule):
    letter = write()

    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        Letter.objects.filter(pk=letter.pk).update(**change)


def test_the_database_refuses_an_author_who_approves(write, officer):
    letter = write()
    draft = letter.drafts.get()

    with pytest.raises(IntegrityError, match="not_approved_by_its_author"), transaction.atomic():
        Letter.objects.filter(pk=letter.pk).update(approved_by=officer, approved_draft=draft)


def test_a_letter_waits_for_one_vetter_at_a_time(at_the_vetter, officer):
    draft = at_the_vetter.drafts.get()

    with pytest.raises(IntegrityError, match="vetted_once_at_a_time"), transaction.atomic():
        Vetting.objects.create(
            letter=at_the_vetter, draft=draft, submitted_at=at(), submitted_by=officer
        )
