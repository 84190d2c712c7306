"""One file of a case, as it is made on the pages: chosen, marked, reviewed, made, kept."""

import hashlib
import io
import re
import zipfile
from datetime import date

import pikepdf
import pypdfium2
import pytest
from django.core.management import call_command
from django.db import DatabaseError, IntegrityError, transaction
from django.utils.timezone import now

from accounts.models import Event
from accounts.permissions import Role
from cases.actions.casework import add_note
from cases.acts import offer_to_undo
from documents import vault
from documents.actions.taking_out import take_out_document, take_out_note
from documents.models import Document
from packs.models import Pack, PackDownload
from packs.places import text_of
from stages.models import Task
from tests.complaints_site.case_file.makers import someone, take_in_complaint, words_of
from tests.packs.steps import SENT, finished_file, keys_on, mark, review
from tests.packs.test_assembly import everything_in

pytestmark = pytest.mark.django_db


def test_what_may_be_disclosed_is_ticked_and_what_must_not_carries_a_warning(
    pages, officer, papers
):
    page = pages(officer).get("make/").content.decode()

    ticked = set(map(int, re.findall(r'name="documents" value="(\d+)"[^>]* checked', page)))
    assert ticked == {one.pk for one in papers.values() if one.disclosure == "may"}
    assert "Warning: marked as must not be disclosed" in page
    assert "Sent beside the file: it cannot be shown as pages" in page


def test_an_officer_makes_a_file_in_which_nothing_is_blacked_out(pages, officer, begun, note):
    pack = begun("letter.pdf", "mail.eml", "photo.png", "costs.xlsx")

    answer = pages(officer).post(f"{pack.pk}/", do="make")

    assert "The file for the Ombudsman is made" in words_of(answer)
    content = finished_file(pack)
    assert pack.sha256 == hashlib.sha256(content).hexdigest()
    text = text_of(content)
    assert f"Page 1 of {pack.pages}" in text
    assert f"Page {pack.pages} of {pack.pages}" in text
    for said in "Rowan Penfield was seen", "nobody rang", "Rowan was not seen on Monday":
        assert said in text
    assert "Sent beside this file, as “Document 4.xlsx”" in text
    archive = zipfile.ZipFile(io.BytesIO(vault.read(pack.beside_sha256)))
    assert archive.namelist() == ["Document 4.xlsx"]
    assert Event.objects.latest("pk").sentence == "made a file of the case for the Ombudsman"


def test_the_cover_names_nobody_of_the_case(pages, officer, begun):
    pack = begun("letter.pdf", with_chronology="")
    pages(officer).post(f"{pack.pk}/", do="make")

    document = pypdfium2.PdfDocument(finished_file(pack))
    front = document[0].get_textpage().get_text_range()
    index = document[1].get_textpage().get_text_range()
    document.close()

    assert f"File of complaint {pack.case.reference}" in front
    assert "24 November 2026" in front
    assert "Penfield" not in front + index
    assert "letter.pdf" not in index


def test_the_words_cannot_be_taken_out_of_the_finished_file(pages, officer, manager, begun, note):
    pack = begun("letter.pdf", "mail.eml")
    mark(pages, officer, pack, "Rowan\nJuniper Vale\nMarlow Penfield")
    answer = review(pages, manager, pack)

    assert "is made" in words_of(answer)
    undo = offer_to_undo(pack.case, manager, now())
    assert undo.why_not == "A file that was made may have been sent: it stays."
    content = finished_file(pack)
    assert pack.reviewed_by == manager
    dug = everything_in(content).decode("latin-1")
    for word in "Rowan", "Juniper", "Vale", "Marlow":
        assert word not in text_of(content)
        assert word not in dug
    with pikepdf.open(io.BytesIO(content)) as pdf:
        assert str(pdf.docinfo.get("/Title")) == f"File of complaint {pack.case.reference}"
        with pdf.open_metadata() as metadata:
            assert "Rowan" not in str(metadata)
    text = text_of(content)
    assert "█████ was not seen on Monday." in text
    assert "Call with █████" in text
    assert "Nothing more" in text, "a page without the words keeps its text"


def test_every_place_stands_on_the_page_with_its_words_around(pages, officer, begun, note):
    pack = begun("letter.pdf")

    answer = pages(officer).post(f"{pack.pk}/black-out/", words="Rowan", do="find")

    page = words_of(answer)
    assert "Page 1:</span> <strong>Rowan</strong> Penfield was seen" in page
    assert "<strong>Rowan</strong> was not seen on Monday." in page
    assert len(keys_on(answer)) == 2


def test_a_place_that_is_unticked_stays_readable(pages, officer, manager, begun, note):
    pack = begun("letter.pdf")
    mark(pages, officer, pack, "Rowan", untick=["0."])  # the chronology's
    review(pages, manager, pack)

    text = text_of(finished_file(pack))
    assert "Rowan was not seen on Monday" in text
    assert "Rowan Penfield was seen" not in text


def test_words_that_are_new_are_looked_at_before_it_is_sent_for_review(pages, officer, begun):
    pack = begun("letter.pdf")

    answer = pages(officer).post(f"{pack.pk}/black-out/", words="Rowan", do="send")

    assert "Each place that was found stands below" in words_of(answer)
    pack.refresh_from_db()
    assert (pack.words, pack.marked_at) == (["Rowan"], None)


def test_a_page_without_text_is_named_and_blacked_out_as_a_whole(
    pages, officer, manager, begun, papers
):
    pack = begun("photo.png", "letter.pdf", with_chronology="")
    page = words_of(pages(officer).get(f"{pack.pk}/black-out/"))
    assert "Words in pictures, photographs and scanned pages are not found" in page
    assert "Page 1: nothing can be found there" in page
    photo = pack.items.get(document=papers["photo.png"])
    letter = pack.items.get(document=papers["letter.pdf"])

    sent = {f"black_{photo.pk}": "1", f"out_{letter.pk}": "2"}
    pages(officer).post(f"{pack.pk}/black-out/", words="", do="send", **sent)
    review(pages, manager, pack, **sent)

    text = text_of(finished_file(pack))
    assert "Nothing more" not in text
    assert "1 page is left out" in text
    assert "Rowan Penfield was seen" in text


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"words": "R"}, "Enter at least 2 letters on a line"),
        ({"words": "Rowan", "out": "3"}, "as numbers from 1 to 2"),
        ({"words": "Rowan", "out": "1", "black": "1"}, "is left out already"),
        ({"words": "Rowan", "out": "one"}, "as numbers from 1 to 2"),
    ],
)
def test_what_was_marked_wrongly_is_said_and_not_lost(pages, officer, begun, sent, said):
    pack = begun("letter.pdf")
    item = pack.items.get()
    typed = {f"{name}_{item.pk}" if name != "words" else name: v for name, v in sent.items()}

    answer = pages(officer).post(f"{pack.pk}/black-out/", do="send", **typed)

    page = answer.content.decode()
    assert said in page
    assert all(value in page for value in sent.values())
    pack.refresh_from_db()
    assert pack.words == []


def test_somebody_else_reviews_than_the_one_who_marked(pages, manager, second_manager, begun):
    pack = begun("letter.pdf")
    mark(pages, manager, pack, "Rowan")

    answer = review(pages, manager, pack)
    assert "You marked it yourself: somebody else reviews it" in words_of(answer)
    pack.refresh_from_db()
    assert not pack.is_finished

    review(pages, second_manager, pack)
    assert finished_file(pack)


def test_an_officer_does_not_review(pages, officer, begun):
    pack = begun("letter.pdf")
    mark(pages, officer, pack, "Rowan")

    assert pages(officer).get(f"{pack.pk}/review/").status_code == 403
    answer = pages(officer).post(f"{pack.pk}/", do="make")
    assert "It is reviewed before it is made" in words_of(answer)


def test_what_must_not_be_disclosed_goes_out_after_a_review_only(pages, officer, manager, begun):
    pack = begun("duty desk.txt")
    page = words_of(pages(officer).get(f"{pack.pk}/"))
    assert "“duty desk.txt” is marked as must not be disclosed" in page
    assert "Make the file" not in page

    pages(officer).post(f"{pack.pk}/black-out/", words="", do="send")
    review(pages, manager, pack)
    assert "Rowan rang twice" in text_of(finished_file(pack))


def test_it_is_sent_back_with_a_reason_and_marked_anew(pages, officer, manager, begun):
    pack = begun("letter.pdf")
    mark(pages, officer, pack, "Rowan")

    assert "Enter why it is sent back" in words_of(review(pages, manager, pack, do="back"))
    review(pages, manager, pack, do="back", why="Her aunt is named too")

    assert "Her aunt is named too" in words_of(pages(officer).get(f"{pack.pk}/"))
    mark(pages, officer, pack, "Rowan\nJuniper")
    review(pages, manager, pack)
    assert "Juniper" not in text_of(finished_file(pack))


def test_what_changed_while_it_was_reviewed_is_looked_at_again(
    pages, officer, manager, begun, case
):
    pack = begun("letter.pdf")
    mark(pages, officer, pack, "Rowan")
    seen = keys_on(pages(manager).get(f"{pack.pk}/review/"), "seen")
    add_note(case, text="Rowan's aunt rang.", on=date(2026, 11, 24), by=officer)

    answer = review(pages, manager, pack, seen=seen)

    assert "It changed while you looked at it: look at it again" in words_of(answer)
    pack.refresh_from_db()
    assert not pack.is_finished


def test_what_was_withdrawn_is_never_put_into_a_file(pages, officer, manager, begun, papers, note):
    pack = begun("letter.pdf", "mail.eml")
    why = {"why": "Another family", "now": now(), "by": manager}
    take_out_document(papers["letter.pdf"], **why)
    take_out_note(note, **why)

    pages(officer).post(f"{pack.pk}/", do="make")

    text = text_of(finished_file(pack))
    assert "Rowan" not in text
    assert "withdrawn" not in text
    assert "nobody rang" in text


def test_a_document_of_another_case_is_not_chosen(pages, officer, papers, case):
    other = take_in_complaint(officer, on=date(2026, 11, 17), complainant={"name": "Ash Brook"})
    Document.objects.filter(pk=papers["mail.eml"].pk).update(case=other)

    answer = pages(officer).post("make/", documents=[papers["mail.eml"].pk], **SENT)

    assert "Choose documents of this case" in words_of(answer)
    assert not Pack.objects.exists()


def test_the_kept_file_says_what_was_withdrawn_afterwards(pages, officer, manager, begun, papers):
    pack = begun("letter.pdf")
    pages(officer).post(f"{pack.pk}/", do="make")
    take_out_document(papers["letter.pdf"], why="Another family", now=now(), by=manager)

    page = words_of(pages(officer).get(f"{pack.pk}/"))

    assert "that was taken out of the case afterwards, by Martin Oakes on 24 November 2026" in page
    listed = words_of(pages(officer).get())
    assert "A document in it was taken out of the case afterwards" in listed


def test_the_names_are_withheld_in_the_chronology_where_identity_is(
    pages, officer, case, begun, note
):
    case.identity_withheld = True
    case.save()
    pack = begun()
    pages(officer).post(f"{pack.pk}/", do="make")

    text = text_of(finished_file(pack))
    assert "Rowan was not seen" in text
    assert "Marlow Penfield" not in text


def test_only_those_download_it_who_may_see_the_case(client, pages, officer, manager, case, begun):
    pack = begun("letter.pdf")
    pages(officer).post(f"{pack.pk}/", do="make")

    answer = pages(officer).get(f"{pack.pk}/download/")
    content = b"".join(answer.streaming_content)
    assert content == finished_file(pack)
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert PackDownload.objects.get().user == officer
    assert "Anna Fielding" in words_of(pages(manager).get(f"{pack.pk}/"))

    case.restricted = True
    case.save()
    responder = someone(Role.RESPONDER, "Ash Brook")
    for path in "", f"{pack.pk}/", f"{pack.pk}/download/":
        assert pages(officer).get(path).status_code == 404
        assert pages(responder).get(path).status_code == 404


def test_a_broken_document_is_named_and_nothing_is_lost(pages, officer, papers):
    broken = papers["letter.pdf"]
    vault.path_of(broken.sha256).write_bytes(b"%PDF-1.4 broken")

    answer = pages(officer).post(
        "make/", documents=[broken.pk], for_whom="other", named="Advocacy North"
    )

    page = words_of(answer)
    assert "“letter.pdf” is broken and cannot be read as a PDF" in page
    assert "Advocacy North" in page
    assert not Pack.objects.exists()


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"named": ""}, "Say who the file is for"),
        ({"for_whom": "other", "with_chronology": "on"}, "Enter who the file is for"),
        ({"for_whom": "panel"}, "Choose a document, or put in the chronology"),
    ],
)
def test_what_is_missing_is_asked_for(pages, officer, sent, said):
    assert said in words_of(pages(officer).post("make/", **sent))


def test_a_file_that_would_be_too_long_says_so(pages, officer, begun, settings):
    settings.PACK_MAX_PAGES = 1
    pack = begun("letter.pdf")

    answer = pages(officer).post(f"{pack.pk}/", do="make")

    assert "It would have 2 pages of documents; the most is 1" in words_of(answer)


def test_it_is_looked_at_before_it_is_made_and_its_cover_says_so(pages, officer, begun):
    pack = begun("letter.pdf")

    answer = pages(officer).get(f"{pack.pk}/look/")

    text = text_of(b"".join(answer.streaming_content))
    assert "Not to be sent" in text
    pack.refresh_from_db()
    assert not pack.is_finished


def test_it_is_changed_or_given_up_until_it_is_sent_for_review(pages, officer, begun, papers):
    pack = begun("letter.pdf")
    pages(officer).post(f"{pack.pk}/change/", documents=[papers["mail.eml"].pk], for_whom="panel")
    pack.refresh_from_db()
    assert pack.reader == "a review panel"
    assert [item.document for item in pack.items.all()] == [papers["mail.eml"]]

    pages(officer).post(f"{pack.pk}/", do="give-up")
    assert not Pack.objects.exists()


def test_what_was_made_stands_on_the_timeline_and_is_never_changed(client, pages, officer, begun):
    pack = begun("letter.pdf")
    pages(officer).post(f"{pack.pk}/", do="make")

    assert "File of the case made for the Ombudsman" in words_of(
        client.get(f"/case/{pack.case.reference}/")
    )
    with pytest.raises(DatabaseError, match="Cannot update"), transaction.atomic():
        Pack.objects.filter(pk=pack.pk).update(sha256="0" * 64)
    with pytest.raises(DatabaseError, match="Cannot"), transaction.atomic():
        Pack.objects.filter(pk=pack.pk).delete()


@pytest.mark.parametrize(
    ("facts", "rule"),
    [
        ({"for_whom": "other"}, "pack_named"),
        ({"sha256": "0" * 64}, "pack_finished_as_a_whole"),
        ({"marked_at": "2026-11-24T10:00Z"}, "pack_marked_by_somebody"),
        ({"reviewed_at": "2026-11-24T10:00Z"}, "pack_reviewed_by_another"),
    ],
)
def test_the_database_refuses_a_file_that_cannot_be(begun, facts, rule):
    pack = begun("letter.pdf")

    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        Pack.objects.filter(pk=pack.pk).update(**facts)


def test_the_database_refuses_who_reviews_what_they_marked(begun, officer):
    pack = begun("letter.pdf")
    by = {"marked_at": now(), "marked_by": officer, "reviewed_at": now(), "reviewed_by": officer}

    with pytest.raises(IntegrityError, match="pack_reviewed_by_another"), transaction.atomic():
        Pack.objects.filter(pk=pack.pk).update(**by)


def test_the_database_refuses_a_marked_file_that_nobody_reviewed(begun, officer):
    pack = begun("letter.pdf")
    whole = {"finished_at": now(), "finished_by": officer, "sha256": "0" * 64, "pages": 3}

    with pytest.raises(IntegrityError, match="finished_once_reviewed"), transaction.atomic():
        Pack.objects.filter(pk=pack.pk).update(needs_review=True, **whole)


def test_what_was_made_is_not_cleared_with_what_nobody_filed(pages, officer, begun):
    pack = begun("letter.pdf", "costs.xlsx")
    pages(officer).post(f"{pack.pk}/", do="make")
    pack.refresh_from_db()

    call_command("clear_unfiled_documents", days=-1, verbosity=0)

    assert all(vault.path_of(kept).exists() for kept in (pack.sha256, pack.beside_sha256))


def test_a_review_that_is_asked_for_stands_on_the_managers_desks_until_it_is_done(
    pages, officer, manager, begun, case
):
    pack = begun("letter.pdf")
    mark(pages, officer, pack, "Rowan")
    asked = {"case": case, "what__startswith": "Review"}
    task = Task.objects.visible_to(manager).get(**asked)
    assert (
        task.what == f"Review what is blacked out in file {pack.pk} of the case, for the Ombudsman"
    )
    assert task.due_on == date(2026, 11, 26)
    assert not Task.objects.visible_to(officer).filter(**asked).exists()

    review(pages, manager, pack)

    task.refresh_from_db()
    assert (task.done_on, task.evidence) == (date(2026, 11, 24), "Reviewed, and the file made")
