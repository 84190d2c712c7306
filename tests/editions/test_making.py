"""What the worker makes of an edition: asked for once, seen as it goes, told where it fails."""

import re

import pytest
from django.core.exceptions import ValidationError
from django.utils.timezone import now
from procrastinate.contrib.django.models import ProcrastinateJob

from accounts.models import Event, User
from accounts.permissions import Role
from cases.models import Directorate
from editions import making
from editions.actions.making import ask, ask_to_publish, keep_made, tell_step
from editions.actions.publishing import allow_release
from editions.actions.writing import begin_edition, write_section
from editions.assembling import Assembling
from editions.jobs import make_of_an_edition
from editions.models import Made
from editions.released.made import Public
from tests.editions.conftest import YEAR, the_worker_works

pytestmark = pytest.mark.django_db


@pytest.fixture
def edition(year_2006_07, author):
    """Of one section: what the others say is tested elsewhere."""
    directorate = Directorate.objects.get(name="Children's Services")
    text = "There were {summary.received_recorded_manually}."
    return begin_edition(
        YEAR, directorate, title="Annual report", sections=[("Context", text)], by=author
    )


@pytest.fixture
def writer(client, author):
    client.force_login(author)
    return client


@pytest.fixture
def at(edition):
    return f"/reports/editions/{edition.pk}/"


@pytest.fixture
def quickly(monkeypatch):
    """The file is made of three letters: what it holds is tested elsewhere."""
    monkeypatch.setitem(making.MADE, "docx", ("docx", "application/x", lambda document: b"DOC"))


def test_a_file_is_asked_for_waited_for_and_taken(writer, at, edition, quickly):
    waiting = writer.post(f"{at}make/docx/", follow=True)
    assert "Waiting for the worker" in waiting.content.decode()
    assert "See how far it is" in waiting.content.decode()
    assert ProcrastinateJob.objects.filter(task_name="editions.make").count() == 1

    made = edition.made.get()
    tell_step(made, "Setting the pages", done=1, of=2, by=made.asked_by)
    page = writer.get(f"{at}made/{made.pk}/").content.decode()
    assert "Setting the pages. Step 2 of 2." in page

    the_worker_works()
    page = writer.get(f"{at}made/{made.pk}/").content.decode()
    assert "Internal: not for release. The figures are those of" in page
    file = writer.get(f"{at}made/{made.pk}/file/")
    assert file.content == b"DOC"
    assert 'filename="annual-report-internal-docx.docx"' in file["Content-Disposition"]
    assert f"{at}made/{made.pk}/" in writer.get(at).content.decode()
    assert list(Event.objects.order_by("-pk").values_list("sentence", flat=True)[:2]) == [
        "made the internal form as docx",
        "asked for the internal form as docx",
    ]


def test_what_is_being_made_is_not_begun_twice(edition, author, manager, quickly):
    first = ask(edition, kind="docx", by=author)
    assert ask(edition, kind="docx", by=manager) == first
    the_worker_works()
    assert ask(edition, kind="docx", by=manager) != first


def test_a_file_says_that_the_report_was_changed_since(writer, at, edition, author, quickly):
    made = ask(edition, kind="docx", by=author)
    the_worker_works()
    section = edition.sections.get(title="Context")
    write_section(section, title="Context", text="New.", seen=1, by=author)

    page = writer.get(f"{at}made/{made.pk}/").content.decode()

    assert "The report was changed since: it is draft 2 now." in page


def test_a_failure_is_told_and_can_be_tried_again(writer, at, edition, author, monkeypatch):
    def breaks(document):
        raise RuntimeError("no fonts")

    monkeypatch.setitem(making.MADE, "docx", ("docx", "application/x", breaks))
    made = ask(edition, kind="docx", by=author)
    with pytest.raises(RuntimeError):
        make_of_an_edition.func(made.pk)  # the job fails too: it stands among those that did

    page = writer.get(f"{at}made/{made.pk}/").content.decode()
    assert "Not made" in page
    assert "It could not be made. Try again" in page
    assert "no fonts" not in page
    monkeypatch.setitem(making.MADE, "docx", ("docx", "application/x", lambda document: b"DOC"))
    writer.post(f"{at}make/docx/")
    the_worker_works()
    assert Made.objects.first().state == "done"


def test_a_public_file_needs_the_public_form_to_be_proved_first(writer, at, edition, author):
    made = ask(edition, kind="docx", form="public", by=author)
    the_worker_works()
    made.refresh_from_db()
    assert made.failed_because == "Its public form is not made yet: have it proved first."
    assert writer.get(f"{at}read/?form=public").status_code == 404


def test_no_file_is_made_of_a_public_form_that_may_not_leave(writer, at, edition, author, quickly):
    """Somebody is named in it: it can be read, and goes only where it is allowed all the same."""
    public = Public(Assembling(edition).document(), stops=["Wilma Testing is named."])
    proof = ask(edition, kind=Made.PROOF, form="public", by=author)
    keep_made(proof, at=now(), result=public.as_plain(), by=author)
    made = ask(edition, kind="docx", form="public", by=author)
    the_worker_works()
    made.refresh_from_db()

    assert made.failed_because.startswith("Its public form cannot be released as it is")
    assert writer.get(f"{at}read/?form=public").status_code == 200
    assert writer.get(f"{at}file/csv/?form=public").status_code == 404
    assert "?form=public" not in writer.get(at).content.decode()

    allow_release(edition, why="She agreed", by=author)
    assert writer.get(f"{at}file/csv/?form=public").status_code == 200
    assert "file/csv/?form=public" in writer.get(at).content.decode()


def test_whoever_publishes_second_is_told(writer, at, edition, author, manager):
    ask_to_publish(edition, seen=1, by=author)

    with pytest.raises(ValidationError, match="Somebody is publishing it at this moment"):
        ask_to_publish(edition, seen=1, by=manager)
    answer = writer.post(f"{at}publish/", {"draft": "1"})

    assert answer.status_code == 409
    assert "Somebody is publishing it at this moment." in answer.content.decode()


def test_why_it_was_not_published_is_told_where_one_waits(writer, at, edition, author):
    entry = edition.cover.filter(field__needed=True).first()
    entry.text = ""
    entry.save()
    writer.post(f"{at}publish/", {"draft": "1"})
    the_worker_works()

    page = writer.get(f"{at}made/{edition.made.get().pk}/").content.decode()

    assert f"The cover’s “{entry.field}” is needed and empty." in page


def test_who_may_not_open_reports_has_nothing_made(client, at, edition, author):
    made = ask(edition, kind="docx", by=author)
    client.force_login(User.objects.create_user("v@example.org", "A Vetter", [Role.ADMINISTRATOR]))

    assert client.post(f"{at}make/docx/").status_code == 403
    assert client.get(f"{at}made/{made.pk}/").status_code == 403
    assert client.get(f"{at}made/{made.pk}/file/").status_code == 403


def test_only_what_takes_long_is_made_by_the_worker(writer, at):
    assert writer.post(f"{at}make/csv/").status_code == 404
    assert writer.get(f"{at}file/pdf/").status_code == 404


def test_what_there_is_to_look_at_is_counted_once_and_says_when(
    writer, at, edition, author, django_assert_max_num_queries
):
    def told():
        return re.search(r"<strong>(\d+)</strong>", writer.get(at).content.decode())

    assert told() is None
    section = edition.sections.get()
    write_section(section, title="Context", text="There were {no.such}.", seen=1, by=author)
    assert told()[1] == "1"  # a change is counted at once
    with django_assert_max_num_queries(30):
        page = writer.get(at).content.decode()
    assert "What there is to look at was counted on" in page
    User.objects.create_user("staff@example.org", "There Were", [Role.OFFICER])
    assert told()[1] == "1"
    assert "<strong>2</strong>" in writer.get(f"{at}?count=now").content.decode()
