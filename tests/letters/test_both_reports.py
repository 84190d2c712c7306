"""An adjudication goes with both reports, which are known by what they are."""

import pytest
from django.core.exceptions import ValidationError

from accounts.permissions import Role
from documents.models import DocumentKind
from letters.actions.sending import send
from letters.enclosed_reports import reports_lacking
from letters.models import Letter, LetterDraft
from tests.complaints_site.case_file.makers import someone
from tests.letters.council_letters import lay, letters_in

TUNED = {one.name: one for one in letters_in("tuned")}
NEVER_TUNED = {one.name: one for one in letters_in("never_tuned")}


def approved(one, officer) -> Letter:
    vetter = someone(Role.VETTER, "Vera Ingram")
    letter = lay(one, officer)
    text = one.text.replace("{reference}", letter.case.reference).replace("{last_day}", "soon")
    draft = LetterDraft.objects.create(letter=letter, number=1, text=text, by=letter.author)
    Letter.objects.filter(pk=letter.pk).update(
        state="approved", approved_draft=draft, approved_by=vetter
    )
    letter.refresh_from_db()
    return letter


def test_with_both_it_goes(officer):
    one = TUNED["12"]
    letter = approved(one, officer)

    copy = send(letter, on=one.record["today"], how="letter", by=officer)

    assert [each["name"] for each in copy.enclosed] == [
        "0 Investigating officer's report.txt",
        "1 Independent person's report.txt",
    ]


@pytest.mark.parametrize("one", [TUNED["13"], NEVER_TUNED["13"]], ids=["one report", "one twice"])
def test_two_enclosures_are_not_yet_two_reports(one, officer):
    letter = approved(one, officer)

    with pytest.raises(ValidationError) as refusal:
        send(letter, on=one.record["today"], how="letter", by=officer)

    assert refusal.value.messages == [
        "Report of the independent person is not enclosed. An adjudication goes with both reports."
    ]


def test_the_answer_of_a_procedure_without_independent_person_needs_none(officer):
    one = NEVER_TUNED["25"]
    letter = approved(one, officer)

    assert send(letter, on=one.record["today"], how="letter", by=officer).enclosed == []


def test_reports_are_known_by_their_type_and_not_by_its_name():
    named = DocumentKind(name="Report of the independent person")
    document = type("Paper", (), {"kind": named})()

    assert len(reports_lacking([document])) == 2
