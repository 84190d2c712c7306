"""The pages on printed reports: a text or a file is kept, its numbers are looked at by hand."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from editions.exports.word import as_word
from editions.held_texts import HeldText
from editions.models import PrintedText
from editions.printed.held import AGREES, CONTRADICTS, DIFFERS
from editions.printed.layout import laid_out
from editions.printed.reading import printed_in

pytestmark = pytest.mark.django_db
AT = "/reports/editions/printed/"
TEXT = (
    "1. Summary of activity\n\n"
    "The service manually recorded 57 complaints. There were 24 referrals to advocacy. "
    "One fifth, or 31, were about buses.\n\n"
    "Outcomes:\tTOTAL\nUpheld\t3\nNot upheld\t4\nTotal\t8\n"
)


@pytest.fixture
def writer(client, author):
    client.force_login(author)
    return client


@pytest.fixture
def told(edition):
    return {
        "title": "Report 2006/07",
        "start": "1 4 2006",
        "end": "31 3 2007",
        "directorate": edition.directorate.pk,
        "pasted": TEXT,
    }


@pytest.fixture
def kept(writer, told) -> PrintedText:
    answer = writer.post(f"{AT}add/", told)
    assert answer.status_code == 302, answer.content.decode()
    return PrintedText.objects.get()


def place_of(kept, words):
    (number,) = [one for one in HeldText(kept).whole().numbers if one.words == words]
    return number


def test_a_pasted_text_is_kept_with_who_and_each_number_is_held(writer, kept, author):
    page = writer.get(f"{AT}{kept.pk}/").content.decode()

    assert (kept.kept_by, kept.text.strip()) == (author, TEXT.strip())
    assert place_of(kept, "57").status == DIFFERS
    assert place_of(kept, "24").status == AGREES
    assert place_of(kept, "8").status == CONTRADICTS
    assert "8 is printed as the total; the numbers of its column add up to 7." in page
    assert "3 differ from the records" in page


def test_a_number_is_matched_by_hand_or_set_aside_and_stays_so(writer, kept):
    number = place_of(kept, "31")
    at = f"{AT}{kept.pk}/place/{number.key}/"

    offered = writer.get(f"{at}?find=received manually first").content.decode()
    assert "summary.received_first_part" not in offered or "20: " in offered
    writer.post(f"{at}?find=mediations held", {"figure": "mediation.held", "why": "Meant"})
    assert (place_of(kept, "31").known.name, place_of(kept, "31").status) == (
        "mediation.held",
        DIFFERS,
    )
    writer.post(at, {"figure": "", "why": "Buses are not ours"})
    assert place_of(kept, "31").dismissed == "Buses are not ours"


def test_it_is_taken_as_csv(writer, kept):
    answer = writer.get(f"{AT}{kept.pk}/file.csv")

    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert ["differs", "57"] in [row[:2] for row in rows]
    assert "attachment" in answer["Content-Disposition"]


def test_a_report_of_ours_in_word_agrees_with_its_records(writer, told, assembling):
    """Read back from its file, tables and all; what has no figure is a number of a heading."""
    file = SimpleUploadedFile("report.docx", as_word(assembling.document(), None))
    told.pop("pasted")
    writer.post(f"{AT}add/", told | {"file": file})

    kept = PrintedText.objects.get()
    whole = HeldText(kept).whole()
    assert kept.sent_as == "report.docx"
    assert whole.of(DIFFERS) + whole.of(CONTRADICTS) == []
    assert len(whole.of(AGREES)) > 300
    assert whole.findings == []


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("scan.txt", b"   ", "No text can be read in"),
        ("report.exe", b"MZ12", "These are kept: docx, pdf, txt"),
        ("long.txt", b"word 1 " * 40_000, "letters. At most 200,000 are held"),
        ("broken.pdf", b"%PDF-1.7 broken", "No text can be read in"),
    ],
)
def test_what_cannot_be_read_is_told(writer, told, name, content, says):
    told["pasted"] = ""
    answer = writer.post(f"{AT}add/", told | {"file": SimpleUploadedFile(name, content)})

    assert answer.status_code == 200
    assert says in answer.content.decode()
    assert not PrintedText.objects.exists()


def test_nothing_and_too_much_are_told_and_what_was_typed_stays(writer, told):
    nothing = writer.post(f"{AT}add/", told | {"pasted": ""}).content.decode()
    both = writer.post(
        f"{AT}add/", told | {"file": SimpleUploadedFile("a.txt", b"There were 5.")}
    ).content.decode()

    assert "Choose the file, or paste the text below" in nothing
    assert "Choose a file or paste the text, not both" in both
    assert "31, were about buses" in both


def test_a_text_without_numbers_says_so(writer, told):
    writer.post(f"{AT}add/", told | {"pasted": "Nothing was counted."})

    page = writer.get(f"{AT}{PrintedText.objects.get().pk}/").content.decode()
    assert "There are no numbers in it that count something." in page


def test_who_only_reads_does_not_settle(client, kept, django_user_model):
    from accounts.permissions import Role

    reader = django_user_model.objects.create_user("d@example.org", "A D", [Role.DIRECTOR])
    client.force_login(reader)

    assert client.get(f"{AT}{kept.pk}/").status_code == 200
    assert client.get(f"{AT}add/").status_code == 403
    assert client.post(f"{AT}{kept.pk}/aside/abc/").status_code == 403


def test_a_wrapped_paragraph_is_one_and_a_table_keeps_its_cells():
    text = "There were many things to say of it\nthis year, and few were said.\n\nA\t1\nB\t2"
    found = laid_out(text)

    assert [one.text for one in found.paragraphs] == [
        "There were many things to say of it this year, and few were said."
    ]
    assert [line.cells for line in found.tables[0].lines] == [("1",), ("2",)]
    assert printed_in("a.txt", b"One\tline") == "One\tline"
