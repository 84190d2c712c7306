"""What a letter may enclose: papers that may be disclosed to whom it goes, still as it goes."""

import pytest
from django.core.exceptions import ValidationError

from cases.actions.casework import assign
from documents.actions.filing import describe_document
from documents.models import Document, DocumentKind
from letters.actions.sending import send
from letters.actions.writing import save_draft
from letters.forms.write import WriteForm
from tests.complaints_site.case_file.makers import words_of
from tests.letters.conftest import TODAY


@pytest.fixture
def paper(case, officer):
    kind = DocumentKind.objects.create(name="Report")

    def paper(name, *, disclosure="may", only_to=""):
        return Document.objects.create(
            case=case,
            kind=kind,
            dated_on=TODAY,
            name=name,
            sha256="0" * 64,
            size=1,
            disclosure=disclosure,
            only_to=only_to,
            filed_by=officer,
        )

    return paper


def test_only_what_may_go_to_whom_it_goes_is_offered(write, paper):
    for_all = paper("all.pdf")
    to_her = paper("hers.pdf", only_to="complainant")
    paper("advocate.pdf", only_to="advocate")
    paper("kept.pdf", disclosure="must_not")
    paper("open.pdf", disclosure="not_decided")

    offered = WriteForm(letter=write()).fields["enclosures"].queryset

    assert set(offered) == {for_all, to_her}


def test_another_chosen_by_hand_is_refused(client, write, paper, officer):
    letter, other = write(), paper("advocate.pdf", only_to="advocate")
    paper("all.pdf")
    client.force_login(officer)
    told = {"text": "Dear Marlow Penfield", "draft_seen": 1, "enclosures": other.pk}

    page = words_of(client.post(f"/letters/{letter.pk}/", told))

    assert "govuk-error-summary" in page
    assert not letter.enclosures.exists()


@pytest.mark.parametrize("now", [{"disclosure": "must_not"}, {"only_to": "advocate"}])
def test_what_may_not_go_any_more_stops_the_letter_by_its_name(
    write, paper, case, officer, manager, now
):
    assign(case, to=officer, capacity="owner", on=TODAY, by=officer)
    letter, report = write("update"), paper("report.pdf")
    save_draft(letter, letter.drafts.get().text.strip(), enclosures=[report], by=officer)
    describe_document(report, by=manager, **now)

    with pytest.raises(ValidationError) as refusal:
        send(letter, on=TODAY, how="letter", by=officer)

    said = "“report.pdf” may not be disclosed to whom it goes. Take it out."
    assert refusal.value.messages == [said]


def test_to_whom_alone_is_said_on_the_page_of_the_paper(client, paper, officer, case):
    report = paper("report.pdf", disclosure="not_decided")
    client.force_login(officer)
    told = {"kind": report.kind_id, "dated_on": "24 11 2026", "only_to": "complainant"}

    client.post(
        f"/case/{case.reference}/documents/{report.pk}/describe/", told | {"disclosure": "may"}
    )
    assert "only to the complainant" in words_of(client.get(f"/case/{case.reference}/documents/"))

    client.post(
        f"/case/{case.reference}/documents/{report.pk}/describe/", told | {"disclosure": "must_not"}
    )
    report.refresh_from_db()
    assert (report.disclosure, report.only_to) == ("must_not", "")


def test_the_database_takes_no_one_person_for_what_is_not_disclosed(paper):
    from django.db import IntegrityError, transaction

    with pytest.raises(IntegrityError), transaction.atomic():
        paper("report.pdf", disclosure="must_not", only_to="complainant")
