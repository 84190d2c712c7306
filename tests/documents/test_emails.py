"""E-mails read from a file, also those that break the rules."""

from datetime import date, time

from documents.emails import CHARSET, NO_DATE, TOO_LONG, read_email
from tests.documents import files


def test_who_wrote_it_when_and_what():
    read = read_email(files.EMAIL.encode())

    assert (read.sender, read.address) == ("Juniper Vale", "juniper.vale@example.org")
    assert (read.sent_on, read.sent_at) == (date(2026, 11, 20), time(9, 15))
    assert read.message_id == "<one@example.org>"
    assert read.words == (
        "Nobody came on Monday\n\nDear complaints team,\n\n"
        "the visit on Monday did not take place, and nobody rang."
    )
    assert read.faults == []


def test_its_day_is_that_of_london():
    late = {"Date": "Fri, 20 Nov 2026 22:30:00 -0500"}

    assert read_email(files.email(head=late)).sent_on == date(2026, 11, 21)


def test_without_a_date_it_is_read_and_says_so():
    for head in ({"Date": ""}, {"Date": "the day before yesterday"}):
        read = read_email(files.email(head=head))

        assert (read.sent_on, read.sent_at, read.faults) == (None, None, [NO_DATE])
        assert read.subject == "Nobody came on Monday"


def test_a_broken_charset_is_read_as_far_as_it_can_be():
    for charset in ("utf-8", "no-such-charset"):
        sent = files.EMAIL.replace("utf-8", charset).encode() + "Caf\xe9".encode("latin-1")

        read = read_email(sent)

        assert read.text.endswith("Café")
        assert read.faults == [CHARSET]


def test_one_without_message_id_is_known_by_what_is_in_it():
    one, again = (read_email(files.email(head={"Message-ID": ""})) for _ in range(2))
    other = read_email(files.email(head={"Message-ID": "", "Subject": "Other"}))

    assert one.message_id == again.message_id != other.message_id


def test_what_it_answers_is_its_thread():
    head = {"In-Reply-To": "<zero@x>", "References": "<first@x> <zero@x>"}

    assert read_email(files.email(head=head)).answers == ["<zero@x>", "<first@x>"]


def test_a_web_page_is_read_for_its_words():
    page = b"From: a@x\nContent-Type: text/html\n\n<style>p{}</style><p>Dear all,</p><p>no &amp; no"

    assert read_email(page).text == "Dear all,\nno & no"


def test_what_came_with_it_is_found_also_another_email():
    read = read_email(files.email(with_files={"report.pdf": files.PDF}))

    assert [(one.name, one.content) for one in read.attachments] == [("report.pdf", files.PDF)]


def test_a_very_long_one_is_cut_off_and_says_so():
    read = read_email(files.email(text="a" * 150_000))

    assert len(read.text) == 100_000
    assert TOO_LONG in read.faults


def test_rubbish_is_read_without_a_fall():
    for rubbish in (
        b"",
        b"From: \xff\xfe\nDate: 99 Foo 99999\n\n\xff",
        b"From: <\nSubject: =?x?q?\nContent-Type: multipart/mixed\n\n",
        b"Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: message/rfc822\n\n--a--",
        b"Message-ID: " + b"<" * 2000 + b"\nReferences: <a@b\n\ntext",
    ):
        assert read_email(rubbish).message_id
