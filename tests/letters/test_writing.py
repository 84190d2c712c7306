"""Letters are drafted from their template and the case; what the case lacks stops them by name."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from letters.actions.templates import publish_template, write_template
from letters.actions.writing import save_draft, start_letter
from letters.filling import faults_of
from letters.kinds import Kind, is_written_at
from letters.models import LetterTemplate
from letters.notation import letter_as_html
from stages.models import Outcome


def test_every_kind_of_letter_has_a_published_template_without_a_fault():
    in_use = LetterTemplate.objects.in_use()

    assert {one.kind for one in in_use if not one.for_child} == set(Kind.values)
    of_children = {one.kind for one in in_use if one.for_child}
    assert of_children == set(Kind.values) - {"adults"}
    assert [faults_of(one.body) for one in in_use] == [[] for _ in in_use]


def test_a_response_is_drafted_with_its_points_findings_and_the_way_on(write):
    text = write().drafts.get().text

    assert "Dear Marlow Penfield" in text
    assert "which we received on 16 November 2026" in text
    assert "## Point 1: Visits were cancelled\n\nOur finding: **Upheld**. We read" in text
    assert "Our finding: **Not upheld**" in text
    assert "We are sorry for what we got wrong." in text
    assert "by {last_day}" in text
    assert "[if" not in text
    assert "[end]" not in text


def test_an_optional_part_goes_where_it_does_not_hold(write):
    letter = write(outcomes=(Outcome.NOT_UPHELD, Outcome.NOT_UPHELD))

    assert "sorry" not in letter.drafts.get().text


def test_a_missing_value_stops_the_letter_with_the_name_of_the_field(write):
    with pytest.raises(ValidationError) as refusal:
        write("acknowledgement")

    assert refusal.value.messages == [
        "The case has no person who holds it, which the letter needs."
    ]


def test_a_letter_before_its_time_names_all_that_is_missing(write):
    with pytest.raises(ValidationError) as refusal:
        write("extension")

    assert refusal.value.messages == [
        "The case has no reason for more time, which the letter needs.",
        "The case has no new date that is to be told, which the letter needs.",
        "The case has no person who holds it, which the letter needs.",
    ]


def test_adults_have_a_response_of_their_own(situation):
    stage_1 = situation.definition
    assert is_written_at("adults", "adults", stage_1)
    assert not is_written_at("stage_1", "adults", stage_1)
    assert not is_written_at("adults", "children", stage_1)
    assert not is_written_at("adjudication", "children", stage_1)


def test_who_answers_a_stage_says_which_letter_does():
    """An independent person makes it an adjudication, a panel a response to it (domain.md 1)."""
    from stages.models import StageDefinition

    answers = {}
    for stage in StageDefinition.objects.filter(number__gte=2).select_related("procedure"):
        code = stage.procedure.code
        kinds = ("stage_2", "adjudication", "stage_3", "stage_3_review")
        (answers[str(stage.procedure), stage.number],) = (
            kind for kind in kinds if is_written_at(kind, code, stage)
        )
    assert set(answers.values()) == {"stage_2", "adjudication", "stage_3", "stage_3_review"}
    assert answers["Children Act procedure, 2006 Regulations", 2] == "adjudication"
    assert answers["Children Act procedure, 2006 Regulations", 3] == "stage_3"
    assert answers["Corporate procedure 2006", 2] == "stage_2"
    assert answers["Corporate procedure 2006", 3] == "stage_3_review"
    assert answers["Housing Ombudsman Complaint Handling Code 2024", 2] == "stage_2"


@pytest.mark.parametrize("kind", ["stage_1", "stage_2", "adjudication", "stage_3_review"])
def test_an_answer_to_a_child_says_what_will_be_done_and_given(kind):
    body = LetterTemplate.objects.in_use().get(kind=kind, for_child=True).body
    assert "[if actions]" in body
    assert "{actions}" in body
    assert "{remedies}" in body


def test_a_template_with_an_unknown_field_is_refused_and_named():
    assert faults_of("Dear {to}\n\n{salary}") == ["{salary} is no field. Choose one of the list."]
    assert faults_of("[if rich]\nA\n[end]") == [
        "[if rich] is no optional part. Choose one of the list."
    ]
    assert faults_of("[if upheld]\nA") == [
        "Each [if …] needs an [end], both on lines of their own, none inside another"
    ]


def test_an_old_letter_keeps_its_version_and_new_ones_have_the_new(write, manager):
    old = write()
    new = write_template("stage_1", for_child=False, body="Dear {to}, new.", by=manager)
    assert write().template.version == 1  # it is not published yet

    publish_template(new, on=date(2026, 11, 24), by=manager)

    assert write().template.version == 2
    assert old.template.version == 1
    assert "Our answer to your complaint" in old.drafts.get().text


def test_a_published_version_never_changes():
    with pytest.raises(DatabaseError), transaction.atomic():
        LetterTemplate.objects.filter(kind="stage_1").update(body="Other")


def test_each_save_is_a_draft_of_its_own_that_stays(write, officer):
    letter = write()
    save_draft(letter, "Second", by=officer)

    assert [draft.number for draft in letter.drafts.all()] == [2, 1]
    with pytest.raises(DatabaseError), transaction.atomic():
        letter.drafts.update(text="Other")


def test_a_field_that_nothing_fills_is_not_saved(write, officer):
    with pytest.raises(ValidationError, match=r"\{amount\} stands open"):
        save_draft(write(), "We pay {amount}.", by=officer)


def test_nothing_but_plain_rich_text_survives():
    html = letter_as_html(
        "## Head <b>\n\n<script>alert(1)</script>\n\n- **one**\n- [x](javascript:1)"
    )

    assert html == (
        "<h2>Head &lt;b&gt;</h2>\n<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>\n"
        "<ul><li><strong>one</strong></li><li>[x](javascript:1)</li></ul>"
    )


def test_a_child_is_written_to_with_a_template_of_their_own(situation, officer):
    from letters.forms.start import StartForm
    from tests.factories import complainant_type

    situation.case.complainant_type = complainant_type("Young person", young=True)
    to = situation.case.letters_go_to()
    form = StartForm(situation=situation, kind="stage_1")

    assert form.template_for(to).for_child
    assert not StartForm(situation=situation, kind="adults").template_for(to).for_child
    with pytest.raises(ValidationError, match="finding on its points"):
        start_letter(situation, form.template_for(to), to=to, by=officer)


def test_an_answer_that_comes_late_is_drafted_with_its_apology(write, today):
    in_time = write().drafts.get().text
    today.move_to("2026-12-03 10:00 +0000")  # it was due on 30 November

    late = write().drafts.get().text

    said = "We are sorry that this answer is late, and that you had to wait for it."
    assert said not in in_time
    assert late.index(said) < late.index("## Point 1")


def test_a_day_that_is_past_is_not_promised(write, case, officer, today):
    from cases.actions.casework import assign

    assign(case, to=officer, capacity="owner", on=case.received_on, by=officer)
    today.move_to("2026-12-03 10:00 +0000")

    text = write("update").drafts.get().text

    assert "We still expect" not in text
    assert "We said that you would have our answer by 30 November 2026." in text
