"""A file of a case holds letters as they were sent, and of the chronology what was chosen."""

import os
import re
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command
from django.db import IntegrityError, transaction

from documents import vault
from letters.models import Letter, SentCopy
from packs.actions.packs import choose_entries
from packs.models import Pack
from packs.places import text_of
from packs.setting import CannotSetType
from stages.models import Task
from tests.complaints_site.case_file.makers import words_of
from tests.packs.steps import SENT, finished_file, keys_on, mark, review

pytestmark = pytest.mark.django_db


def letter_sent(case, by, text="The visits of Rowan were missed.", **facts):
    sent = {"state": "sent", "sent_on": date(2026, 11, 21), "sent_how": "letter"}
    letter = Letter.objects.create(
        case=case, kind="update", author=by, needs_vetting=False, **(sent | facts)
    )
    if not letter.sent_outside and letter.state == "sent":
        SentCopy.objects.create(letter=letter, text=text, sha256="0" * 64)
    return letter


@pytest.fixture
def letter(case, officer):
    return letter_sent(case, officer)


def test_a_letter_goes_in_as_it_was_sent(pages, officer, papers, letter):
    answer = pages(officer).post("make/", copies=[f"letter-{letter.pk}"], **SENT)
    assert "Letter: Update" in words_of(answer)
    pack = Pack.objects.get()

    pages(officer).post(f"{pack.pk}/", do="make")

    text = text_of(finished_file(pack))
    assert "Document 1: Letter: Update" in text
    assert "21 November 2026" in text
    assert "The visits of Rowan were missed." in text


def test_a_file_may_be_of_letters_alone(pages, officer, letter):
    pages(officer).post("make/", for_whom="panel", copies=[f"letter-{letter.pk}"])

    assert [str(item) for item in Pack.objects.get().items.all()] == ["Letter: Update.pdf"]


def test_letters_and_documents_stand_by_their_dates(pages, officer, papers, letter):
    documents = [papers["letter.pdf"].pk]  # of 20 November
    pages(officer).post("make/", documents=documents, copies=[f"letter-{letter.pk}"], **SENT)

    names = [str(item) for item in Pack.objects.get().items.all()]
    assert names == ["letter.pdf", "Letter: Update.pdf"]


@pytest.mark.parametrize(
    "facts",
    [
        {"state": "draft", "sent_on": None, "sent_how": ""},
        {"sent_outside": True},  # what there is of it is filed as a document
    ],
)
def test_only_letters_that_were_sent_from_here_are_offered(pages, officer, case, facts):
    letter = letter_sent(case, officer, **facts)

    assert "Which letters" not in words_of(pages(officer).get("make/"))
    answer = pages(officer).post("make/", copies=[f"letter-{letter.pk}"], for_whom="panel")
    assert "Choose a document, or put in the chronology" in words_of(answer)


def test_a_letter_of_another_case_is_refused(pages, officer, letter):
    answer = pages(officer).post("make/", copies=["letter-987654"], **SENT)

    assert "Choose letters of this case that were sent" in words_of(answer)
    assert not Pack.objects.exists()


def test_a_letter_is_taken_out_again_and_its_copy_is_cleared(pages, officer, letter, kept_apart):
    pages(officer).post("make/", copies=[f"letter-{letter.pk}"], **SENT)
    pack = Pack.objects.get()
    kept = pack.items.get().sha256
    os.utime(vault.path_of(kept), (0, 0))
    call_command("clear_unfiled_documents", verbosity=0)
    assert vault.path_of(kept).exists()

    pages(officer).post(f"{pack.pk}/change/", **SENT)
    call_command("clear_unfiled_documents", verbosity=0)

    assert not pack.items.exists()
    assert not vault.path_of(kept).exists()


def test_a_letter_that_stays_keeps_what_was_marked_on_it(pages, officer, letter):
    chosen = {"copies": [f"letter-{letter.pk}"], **SENT}
    pages(officer).post("make/", **chosen)
    pack = Pack.objects.get()
    pack.items.update(blackened=[1])

    pages(officer).post(f"{pack.pk}/change/", **chosen)

    assert pack.items.get().blackened == [1]


def test_a_word_is_blacked_out_of_a_letter(pages, officer, manager, letter):
    pages(officer).post("make/", copies=[f"letter-{letter.pk}"], **SENT)
    pack = Pack.objects.get()
    mark(pages, officer, pack, "Rowan")
    review(pages, manager, pack)

    assert "Rowan" not in text_of(finished_file(pack))


def test_where_no_text_can_be_set_the_form_says_so(pages, officer, letter, monkeypatch):
    def fails(*args, **kwargs):
        raise CannotSetType

    monkeypatch.setattr("letters.printing.set_in_type", fails)
    answer = pages(officer).post("make/", copies=[f"letter-{letter.pk}"], **SENT)

    assert "The letters cannot be set as pages" in words_of(answer)
    assert not Pack.objects.exists()


def test_the_database_takes_a_document_or_a_copy_and_not_both(begun, papers):
    pack = begun("letter.pdf")
    copy = {"copy_of": "letter-1", "copy_dated_on": date(2026, 11, 1), "copy_sha256": "0" * 64}
    for facts in copy | {"document": papers["letter.pdf"]}, {}, copy | {"copy_sha256": ""}:
        with pytest.raises(IntegrityError), transaction.atomic():
            pack.items.create(**facts)


# The chronology


def entries_on(answer) -> dict[str, str]:
    """Each entry of the page by its key."""
    found = re.findall(
        r'name="entries" value="([^"]+)".*?<label[^>]*>(.*?)</label>',
        answer.content.decode(),
        re.DOTALL,
    )
    return {key: " ".join(label.split()) for key, label in found}


def leave_out(pages, by, pack, word):
    address = f"{pack.pk}/chronology/"
    said = entries_on(pages(by).get(address))
    return pages(by).post(address, entries=[key for key in said if word not in said[key]])


def test_an_entry_of_the_chronology_is_left_out(pages, officer, begun, note):
    pack = begun()

    answer = leave_out(pages, officer, pack, "Rowan was not seen")
    assert "without 1 of its entries" in words_of(answer)
    pages(officer).post(f"{pack.pk}/", do="make")

    text = text_of(finished_file(pack))
    assert "Rowan was not seen" not in text
    assert "Complaint received" in text


def test_what_was_left_out_is_not_ticked_when_one_comes_back(pages, officer, begun, note):
    pack = begun()
    leave_out(pages, officer, pack, "Rowan was not seen")

    page = pages(officer).get(f"{pack.pk}/chronology/").content.decode()
    ticked = set(re.findall(r'name="entries" value="([^"]+)"[^>]* checked', page))
    assert set(entries_on(pages(officer).get(f"{pack.pk}/chronology/"))) - ticked == set(
        Pack.objects.get().entries_left_out
    )


def test_a_chronology_without_an_entry_is_none(pages, officer, begun, note):
    pack = begun()

    answer = pages(officer).post(f"{pack.pk}/chronology/")

    assert "Tick an entry, or change the file to have no chronology" in words_of(answer)


def test_an_entry_that_is_not_in_the_record_any_more_is_told(pages, officer, begun):
    pack = begun()

    answer = pages(officer).post(f"{pack.pk}/chronology/", entries=["0" * 64])

    assert "The record changed while you chose" in words_of(answer)


def test_what_stays_readable_in_an_entry_stays_so_when_one_before_it_goes(
    pages, officer, begun, note
):
    pack = begun()
    mark(pages, officer, pack, "Rowan", do="save", untick=["0."])
    leave_out(pages, officer, pack, "Complaint received")

    pack.refresh_from_db()
    assert len(pack.entries_left_out) == 1
    shown = keys_on(pages(officer).get(f"{pack.pk}/black-out/"))
    assert pack.kept == shown == ["0.2.1.Rowan"]  # an entry keeps its number


def test_one_that_waits_for_review_or_was_made_is_not_changed(pages, officer, begun, note):
    pack = begun()
    mark(pages, officer, pack, "Rowan")

    with pytest.raises(ValidationError):
        choose_entries(Pack.objects.get(), left_out=[], by=officer)
    answer = pages(officer).get(f"{pack.pk}/chronology/")
    assert answer.status_code == 302


def test_when_a_review_is_due_is_a_setting(pages, officer, begun, note, settings):
    settings.PACK_REVIEW_DAYS = 5
    pack = begun()
    mark(pages, officer, pack, "Rowan")

    asked = Task.objects.get(for_deciders=True)
    assert asked.due_on == date(2026, 12, 1)  # five working days after 24 November
