"""Questions to a service: asked, chased, answered by signing in or through a link with a code."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core import mail
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from accounts.models import Event, User
from accounts.permissions import Role
from cases.models import CasePerson, Person
from messages_out.delivery import NotSentYet, deliver
from messages_out.models import Message
from stages.actions.endings import close
from stages.actions.intake import take_in
from stages.actions.service_requests import ask_service, send_link
from stages.models import LinkUse, RequestLink, ServiceRequest, Task
from tests import factories

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 10)  # a Tuesday; five working days later is the 17th
NOW = datetime(2026, 11, 10, 11, tzinfo=ZoneInfo("Europe/London"))


@pytest.fixture(autouse=True)
def clock():
    with time_machine.travel(NOW, tick=False) as traveller:
        yield traveller


@pytest.fixture
def team_manager():
    return User.objects.create_user("kit@example.org", "Kit Ashby", [Role.RESPONDER])


@pytest.fixture
def case(officer):
    area = factories.service_area("Leaving Care")
    day = date(2026, 11, 9)
    return take_in(on=day, by=officer, received_on=day, service_area=area, points=["The deposit"])


def words(answer):
    return " ".join(answer.content.decode().split())


USUAL = {"question": "Was the deposit paid?", "due_on": "17 11 2026"}
BY_LINK = {**USUAL, "how": "link", "to_name": "Deposits team", "to_email": "pay@example.org"}


def ask(client, case, **typed):
    return client.post(f"/case/{case.reference}/step/ask-service/", USUAL | typed, follow=True)


def send_what_is_queued():
    for message in Message.objects.filter(state=Message.State.QUEUED).order_by("pk"):
        deliver(message.pk)


@pytest.fixture
def link(client, case):
    """A link that was sent: its address and its code, as they reach whoever is asked."""
    answer = ask(client, case, **BY_LINK)
    send_what_is_queued()
    code = re.search(r"by e-mail: (\d{3} \d{3})", words(answer))[1]
    address = re.search(r"/answer/\S+", mail.outbox[-1].body)[0]
    client.logout()
    return address, code


def open_with(client, link):
    """The page of the question: the code was right."""
    return client.post(link[0], {"code": link[1]})


def proof_in(answer):
    return re.search(r'name="proof" value="([^"]+)"', answer.content.decode())[1]


# Asking, and answering by signing in


def test_a_question_stands_on_the_case_and_on_the_list_until_it_is_answered(
    client, case, team_manager
):
    ask(client, case, how="signs_in", to_user=team_manager.pk)

    asked = ServiceRequest.objects.get()
    assert (asked.to, asked.due_on) == ("Kit Ashby", date(2026, 11, 17))
    page = words(client.get(f"/case/{case.reference}/"))
    assert "Answer of Kit Ashby to our question" in page
    assert "Kit Ashby" in words(client.get("/requests/"))
    task = client.get(f"/case/{case.reference}/task/{asked.task_id}/")
    assert task.url == f"/requests/{asked.pk}/"


def test_whoever_is_asked_answers_without_seeing_the_case(client, case, team_manager):
    ask(client, case, how="signs_in", to_user=team_manager.pk)
    asked = ServiceRequest.objects.get()
    client.force_login(team_manager)

    assert "1 question of the complaints team" in words(client.get("/"))
    assert client.get(f"/case/{case.reference}/").status_code == 404
    page = words(client.get(f"/requests/{asked.pk}/answer/"))
    assert "Was the deposit paid?" in page
    assert case.reference in page
    assert "The deposit<" not in page
    client.post(f"/requests/{asked.pk}/answer/", {"answer": "On 3 November."})

    client.force_login(User.objects.get(email="officer@example.org"))
    happened = words(client.get(f"/case/{case.reference}/"))
    assert "Asked of Kit Ashby" in happened
    assert "Answer of Kit Ashby" in happened
    assert "On 3 November." in happened
    client.force_login(team_manager)
    asked.refresh_from_db()
    assert (asked.answer, asked.answered_by, asked.answered_how) == (
        "On 3 November.",
        team_manager,
        "signed_in",
    )
    assert Task.objects.get(pk=asked.task_id).done_on == TODAY
    assert "question of the complaints team" not in words(client.get("/"))


def test_nobody_else_answers_a_question_nor_reads_it(client, case, team_manager):
    ask(client, case, how="signs_in", to_user=team_manager.pk)
    asked = ServiceRequest.objects.get()
    other = User.objects.create_user("other@example.org", "Lark Weldon", [Role.RESPONDER])
    client.force_login(other)

    for page in ("", "answer/", "chase/"):
        assert client.get(f"/requests/{asked.pk}/{page}").status_code in (403, 404)
    assert "Kit Ashby" not in words(client.get("/requests/"))


def test_nobody_is_asked_about_a_case_that_is_about_them(client, case, team_manager):
    ask(client, case, how="signs_in", to_user=team_manager.pk)
    asked = ServiceRequest.objects.get()
    person = Person.objects.create(name="Kit Ashby", user=team_manager)
    CasePerson.objects.create(case=case, person=person, role="complained_about")
    client.force_login(team_manager)

    assert client.get(f"/requests/{asked.pk}/answer/").status_code == 404
    client.force_login(User.objects.get(email="officer@example.org"))
    form = words(client.get(f"/case/{case.reference}/step/ask-service/"))
    assert "Kit Ashby</option>" not in form


def test_an_answer_that_comes_second_is_not_lost(client, case, team_manager):
    ask(client, case, how="signs_in", to_user=team_manager.pk)
    asked = ServiceRequest.objects.get()
    client.post(f"/requests/{asked.pk}/write-down/", {"on": "10 11 2026", "answer": "By telephone"})
    client.force_login(team_manager)

    answer = client.post(f"/requests/{asked.pk}/answer/", {"answer": "Paid on 3 November"})

    assert answer.status_code == 409
    assert "It was answered on 10 November 2026" in words(answer)
    assert "Paid on 3 November" in words(answer)
    asked.refresh_from_db()
    assert asked.answer == "By telephone"


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ({"how": "signs_in"}, "Choose who is asked"),
        ({"how": "link", "to_email": "pay@example.org"}, "Enter which team or person is asked"),
        ({"how": "link", "to_name": "Deposits"}, "Enter the e-mail address that the link goes to"),
        (
            {"how": "link", "to_name": "Deposits", "to_email": "pay@elsewhere.example"},
            "Enter an address of the council’s own, which ends in @example.org",
        ),
        (
            {"how": "link", "to_name": "Deposits", "to_email": "pay@example.org.evil.example"},
            "Enter an address of the council’s own, which ends in @example.org",
        ),
        ({"how": "signs_in", "due_on": "9 11 2026"}, "Enter a date that is today or later"),
        ({"how": "signs_in", "question": ""}, "Enter what you ask"),
    ],
)
def test_what_cannot_be_asked_is_said_on_the_page_and_nothing_typed_is_lost(
    client, case, typed, told
):
    answer = ask(client, case, **typed)

    assert told in words(answer)
    assert typed.get("question", "Was the deposit paid?") in words(answer)
    assert not ServiceRequest.objects.exists()


def test_a_copy_that_sends_no_mail_says_so_and_asks_only_who_signs_in(client, case, settings):
    settings.MAIL_IS_SENT = False

    answer = ask(client, case, **BY_LINK)

    assert "A link cannot be sent yet" in words(answer)
    assert not ServiceRequest.objects.exists()


# Chasing, and writing down


def test_a_chased_question_says_so_on_the_desk_of_whoever_is_asked(client, case, team_manager):
    ask(client, case, how="signs_in", to_user=team_manager.pk)
    asked = ServiceRequest.objects.get()

    client.post(f"/requests/{asked.pk}/chase/", {"how": "By telephone"})

    asked.refresh_from_db()
    assert (asked.chased, asked.chased_on) == (1, TODAY)
    client.force_login(team_manager)
    assert "chased 10 Nov 2026" in words(client.get("/requests/"))
    assert Event.objects.filter(sentence="chased the answer of Kit Ashby").exists()


def test_a_withdrawn_question_leaves_every_desk(client, case, team_manager):
    ask(client, case, how="signs_in", to_user=team_manager.pk)
    asked = ServiceRequest.objects.get()

    client.post(f"/requests/{asked.pk}/withdraw/", {"why": "We found it"})

    assert Task.objects.get(pk=asked.task_id).dropped_because == "We found it"
    client.force_login(team_manager)
    assert "was withdrawn on 10 November" in words(client.get(f"/requests/{asked.pk}/answer/"))


def test_what_somebody_else_did_meanwhile_is_shown_before_anything_is_done(
    client, case, team_manager
):
    ask(client, case, how="signs_in", to_user=team_manager.pk)
    asked = ServiceRequest.objects.get()
    seen = re.search(
        r'name="seen" value="(\d+)"', words(client.get(f"/requests/{asked.pk}/write-down/"))
    )[1]
    client.post(f"/requests/{asked.pk}/chase/", {"how": "By telephone"})

    typed = {"on": "10 11 2026", "answer": "Paid", "seen": seen}
    answer = client.post(f"/requests/{asked.pk}/write-down/", typed)

    assert answer.status_code == 409
    assert "chased the answer of Kit Ashby" in words(answer)
    assert "Paid" in words(answer)


def test_a_question_ends_with_its_case(client, case, team_manager, officer):
    ask(client, case, how="signs_in", to_user=team_manager.pk)
    asked = ServiceRequest.objects.get()
    close(case, on=TODAY, reason="It was settled", by=officer)
    client.force_login(team_manager)

    page = words(client.get(f"/requests/{asked.pk}/answer/"))

    assert "The case has ended: the question is no longer asked" in page


# The link


def test_the_message_names_nobody_and_does_not_hold_the_question_nor_the_code(link):
    message = mail.outbox[-1]

    assert message.to == ["pay@example.org"]
    assert "Deposits" not in message.body
    assert "Fielding" not in message.body
    assert "deposit" not in message.body
    assert link[1] not in message.body
    assert link[1].replace(" ", "") not in message.body
    assert "until 17 November 2026" in message.body


def test_neither_the_secret_nor_the_code_is_kept(link):
    events = RequestLink.pgh_event_model.objects.values()
    kept = str([*RequestLink.objects.values(), *events])

    assert link[0].split("/")[2] not in kept
    assert link[1].replace(" ", "") not in kept


def test_the_page_asks_for_the_code_before_it_shows_anything(client, case, link):
    answer = client.get(link[0])

    assert "Was the deposit paid?" not in words(answer)
    assert case.reference not in words(answer)
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert "noindex" in answer.headers["X-Robots-Tag"]
    assert "no-store" in answer.headers["Cache-Control"]


def test_with_the_code_it_shows_the_question_and_the_reference_and_nothing_else(client, case, link):
    page = words(open_with(client, link))

    assert "Was the deposit paid?" in page
    assert case.reference in page
    assert "Anna Fielding" not in page
    assert "Leaving Care" not in page
    assert 'aria-label="Menu"' not in page
    assert "Sign out" not in page


def test_not_even_who_is_signed_in_finds_a_way_on_from_the_page(client, link, officer):
    client.force_login(officer)

    page = words(open_with(client, link))

    assert 'aria-label="Menu"' not in page
    assert "Anna Fielding" not in page


def test_the_answer_stands_on_the_case_and_the_link_opens_nothing_any_more(client, case, link):
    proof = proof_in(open_with(client, link))

    answer = client.post(link[0], {"proof": proof, "answer": "On 3 November."})

    assert "Your answer is with the complaints team" in words(answer)
    asked = ServiceRequest.objects.get()
    assert (asked.answer, asked.answered_how, asked.answered_by) == ("On 3 November.", "link", None)
    assert Task.objects.get(pk=asked.task_id).done_on == TODAY
    again = words(client.get(link[0]))
    assert "This question has been answered" in again
    assert "On 3 November." not in again


def test_an_answer_that_is_sent_twice_has_come_once(client, link):
    typed = {"proof": proof_in(open_with(client, link)), "answer": "On 3 November."}
    client.post(link[0], typed)

    assert "Your answer is with the complaints team" in words(client.post(link[0], typed))


def test_each_use_of_the_link_stands_on_the_page_of_the_question(client, link, officer):
    client.get(link[0])
    client.post(link[0], {"code": "000 00"})
    client.post(link[0], {"proof": proof_in(open_with(client, link)), "answer": "Yes"})
    client.get(link[0])

    used = list(LinkUse.objects.values_list("what", flat=True))
    assert used == ["opened", "wrong_code", "right_code", "answered", "refused"]
    client.force_login(officer)
    page = words(client.get(f"/requests/{ServiceRequest.objects.get().pk}/"))
    assert "A wrong code was entered" in page
    assert "Opened after it was closed" in page


def test_a_wrong_code_says_how_often_it_can_be_tried_and_the_fifth_closes_the_link(client, link):
    wrong = {"code": "12 34", "answer": "What I typed"}
    assert "That is not the code. You can try 4 more times" in words(client.post(link[0], wrong))
    for _ in range(3):
        answer = client.post(link[0], wrong)
    assert "You can try 1 more time" in words(answer)

    answer = words(client.post(link[0], wrong))

    assert "The code was entered wrongly five times, so this link is closed" in answer
    assert "What I typed" in answer
    assert "link is closed" in words(open_with(client, link))


def test_a_mistyped_link_says_what_to_do(client, link):
    answer = words(client.get(link[0][:-3] + "/"))

    assert "This link opens nothing. Copy the whole address from the message" in answer


def test_a_link_opens_on_its_fifth_working_day_and_no_longer(client, link, clock):
    clock.move_to(datetime(2026, 11, 17, 23, 50, tzinfo=ZoneInfo("Europe/London")))
    assert "Was the deposit paid?" in words(open_with(client, link))
    clock.move_to(datetime(2026, 11, 18, 0, 5, tzinfo=ZoneInfo("Europe/London")))

    assert "This link could be used until 17 November 2026" in words(client.get(link[0]))


def test_what_was_typed_stands_there_to_copy_where_the_link_ended_meanwhile(client, link, clock):
    clock.move_to(datetime(2026, 11, 17, 23, 50, tzinfo=ZoneInfo("Europe/London")))
    proof = proof_in(open_with(client, link))
    clock.move_to(datetime(2026, 11, 18, 0, 5, tzinfo=ZoneInfo("Europe/London")))

    answer = words(client.post(link[0], {"proof": proof, "answer": "Half an hour of typing"}))

    assert "This link could be used until 17 November 2026" in answer
    assert "Half an hour of typing" in answer
    assert ServiceRequest.objects.get().answered_on is None


def test_a_page_left_open_overnight_asks_for_the_code_again_and_keeps_what_was_typed(
    client, link, clock
):
    proof = proof_in(open_with(client, link))
    clock.move_to(datetime(2026, 11, 11, 9, tzinfo=ZoneInfo("Europe/London")))

    answer = words(client.post(link[0], {"proof": proof, "answer": "Typed yesterday"}))

    assert "Enter the code again: what you typed is kept below" in answer
    assert "Typed yesterday" in answer
    page = client.post(link[0], {"code": link[1], "answer": "Typed yesterday"})
    assert "Typed yesterday" in words(page)
    client.post(link[0], {"proof": proof_in(page), "answer": "Typed yesterday"})
    assert ServiceRequest.objects.get().answer == "Typed yesterday"


def test_a_withdrawn_link_opens_nothing_and_keeps_what_was_typed(client, link, officer):
    proof = proof_in(open_with(client, link))
    client.force_login(officer)
    asked = ServiceRequest.objects.get()
    client.post(f"/requests/{asked.pk}/withdraw-link/", {"seen": ""})
    client.logout()

    answer = words(client.post(link[0], {"proof": proof, "answer": "Too late"}))

    assert "This link was withdrawn" in answer
    assert "Too late" in answer
    assert ServiceRequest.objects.waiting().count() == 1


def test_a_new_link_closes_the_one_before_and_has_a_code_of_its_own(client, link, officer):
    client.force_login(officer)
    asked = ServiceRequest.objects.get()
    answer = client.post(
        f"/requests/{asked.pk}/new-link/", {"to_email": "pay@example.org"}, follow=True
    )
    send_what_is_queued()
    code = re.search(r"by e-mail: (\d{3} \d{3})", words(answer))[1]
    address = re.search(r"/answer/\S+", mail.outbox[-1].body)[0]

    assert "This link was withdrawn" in words(open_with(client, link))
    assert "Was the deposit paid?" in words(open_with(client, (address, code)))


def test_the_code_is_shown_once(client, case, officer):
    answer = ask(client, case, **BY_LINK)

    assert "It is shown only now" in words(answer)
    assert "It is shown only now" not in words(client.get(f"/case/{case.reference}/"))


def test_a_link_that_was_sent_is_not_undone(client, case, officer):
    answer = ask(client, case, **BY_LINK)

    assert "The link has been sent. Withdraw the question instead" in words(answer)


def test_a_message_that_could_not_be_sent_is_known_on_the_page_of_the_question(
    client, case, officer, settings
):
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 9
    ask(client, case, **BY_LINK)
    with pytest.raises(NotSentYet):
        send_what_is_queued()

    page = words(client.get(f"/requests/{ServiceRequest.objects.get().pk}/"))

    assert "The message: queued. No mail server answered" in page


def test_whoever_signs_in_is_told_by_an_e_mail_which_holds_the_reference_and_no_more(
    client, case, team_manager
):
    ask(client, case, how="signs_in", to_user=team_manager.pk)
    asked = ServiceRequest.objects.get()
    client.post(f"/requests/{asked.pk}/chase/", {"how": "By telephone"})
    send_what_is_queued()

    told, reminded = mail.outbox
    assert (told.to, reminded.to) == (["kit@example.org"], ["kit@example.org"])
    assert told.body == (
        f"The complaints team of Example Borough Council asks you a question about complaint "
        f"{case.reference}, by 17 November 2026.\n\nSign in to read and to answer it:\n"
        f"http://127.0.0.1:8000/requests/{asked.pk}/answer/\n"
    )
    assert "waits for your answer to a question" in reminded.body
    assert "deposit" not in told.body + reminded.body


def test_a_question_of_which_an_e_mail_tells_is_withdrawn_and_not_undone(
    client, case, team_manager
):
    answer = ask(client, case, how="signs_in", to_user=team_manager.pk)

    assert "An e-mail tells them of it. Withdraw the question instead" in words(answer)


# Rules of the data


def make_request(case, officer, **more):
    return ask_service(
        case, question="Why?", on=TODAY, due_on=TODAY, to_name="Deposits", by=officer, **more
    )


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"to_name": ""}, "Say who is asked"),
        ({"question": ""}, "Enter the question"),
        ({"due_on": date(2026, 11, 9)}, "cannot be due before it is asked for"),
        ({"answered_on": TODAY}, "Enter the answer"),
        ({"withdrawn_on": TODAY}, "Say why it is no longer asked"),
        ({"chased": 1}, "Enter the day on which it was chased"),
    ],
)
def test_what_no_request_can_be_is_refused_by_the_database(case, officer, wrong, told):
    asked = make_request(case, officer)
    for name, value in wrong.items():
        setattr(asked, name, value)

    with pytest.raises(ValidationError, match=told):
        asked.validate_constraints()
    with pytest.raises(IntegrityError), transaction.atomic():
        ServiceRequest.objects.filter(pk=asked.pk).update(**wrong)


def test_one_link_stands_at_a_time_and_a_used_one_is_not_withdrawn(case, officer):
    first = send_link(make_request(case, officer), to="a@example.org", now=NOW, by=officer).link

    with pytest.raises(IntegrityError), transaction.atomic():
        RequestLink.objects.create(
            request=first.request,
            token_hash="another",
            code_hash="another",
            sent_to="a@example.org",
            made_at=NOW,
            ends_on=TODAY,
        )
    with pytest.raises(IntegrityError), transaction.atomic():
        RequestLink.objects.filter(pk=first.pk).update(used_at=NOW, withdrawn_at=NOW)
    with pytest.raises(IntegrityError), transaction.atomic():
        RequestLink.objects.filter(pk=first.pk).update(wrong_codes=6)


def test_the_list_asks_at_most_12_queries(client, case, officer, at_most_queries):
    for _ in range(3):
        make_request(case, officer)

    with at_most_queries(12):
        client.get("/requests/")
