"""What was typed is not lost where its author is signed out meanwhile, and nobody else gets it."""

from datetime import date, timedelta
from html import unescape

import pytest
import time_machine
from django import forms
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils.timezone import now

from accounts.models import User
from accounts.permissions import Role
from cases.actions.contacts import log_contact
from cases.models import Channel, Directorate, ServiceArea
from complaints_site import kept_typing
from complaints_site.urls import urlpatterns  # every form is loaded with the addresses
from stages.actions.intake import take_in
from stages.actions.tasks import raise_task
from stages.forms.steps import FORM_OF
from tests.complaints_site.boxes import boxes_of
from tests.complaints_site.every_step import (
    TAKEN,
    a_manager,
    an_officer,
    case_for,
    take_what_comes_before,
    today_of,
    typed_into,
)

pytestmark = pytest.mark.django_db

TODAY = date(2006, 12, 20)
PASSWORD = "a long enough pass phrase"
BACK = "What you typed is back."
ROLES = [Role.MANAGER, Role.ADMINISTRATOR]


@pytest.fixture
def anna():
    return User.objects.create_user("anna@example.org", "Anna Fielding", ROLES, PASSWORD)


@pytest.fixture
def priya():
    return User.objects.create_user("priya@example.org", "Priya Marsh", ROLES, PASSWORD)


@pytest.fixture
def case(anna):
    area = ServiceArea.objects.create(
        name="Leaving Care",
        directorate=Directorate.objects.create(name="Children's Services"),
        usual_procedure="children",
    )
    return take_in(
        on=date(2006, 12, 18),
        by=anna,
        received_on=date(2006, 12, 18),
        service_area=area,
        points=["The deposit"],
    )


def sign_in(client, user, next_="/"):
    typed = {"username": user.email, "password": PASSWORD, "next": next_}
    answer = client.post("/sign-in/", typed)
    assert answer.url == next_
    return answer


def signed_out(client, user):
    """A browser on which ``user`` was signed in, and is no more."""
    client.force_login(user)
    client.get("/password/")
    client.post("/sign-out/")
    return client


def page_of(answer) -> str:
    return unescape(answer.content.decode())


def comes_back(client, user, path, typed) -> str:
    """The page at ``path``, after it was sent by somebody signed out who then signs in."""
    sent = client.post(path, typed)
    assert sent.url == f"/sign-in/?next={path}"
    client.force_login(user)
    return page_of(client.get(path))


def test_what_was_typed_into_the_log_comes_back_in_its_boxes(client, anna, case):
    signed_out(client, anna)
    post = Channel.objects.create(name="Letter")
    typed = {
        "received_on": "19 12 2006",
        "channel": post.pk,
        "service_area": case.service_area_id,
        "summary": "Nobody rang <back>.\nTwice.",
        "kind": "representation",
        "complainant": 'Juniper "June" Vale',
        "linked": [case.reference],
    }

    page = comes_back(client, anna, "/cases/log/", typed)

    assert BACK in page
    assert 'value="19 12 2006"' in page
    assert f'<option value="{post.pk}" selected>' in page
    assert "Nobody rang <back>.\nTwice.</textarea>" in page
    assert 'value="Juniper "June" Vale"' in page
    assert page.count(" checked>") == 1
    assert case.reference in page  # the earlier case has no box before names are looked for


def test_the_sign_in_page_says_that_it_is_kept(client, anna, case):
    signed_out(client, anna)

    answer = client.post(f"/case/{case.reference}/step/note/", {"text": "She rang."}, follow=True)

    assert "You were signed out. What you typed is kept for an hour" in page_of(answer)


@pytest.mark.parametrize("key", TAKEN)
def test_every_step_keeps_what_was_typed_through_an_error_and_a_session_that_ended(client, key):
    with time_machine.travel(today_of(key), tick=False):
        manager, officer = a_manager(), an_officer()
        client.force_login(manager)
        case = case_for(key, officer)
        take_what_comes_before(client, case, key)
        path = f"/case/{case.reference}/step/{key}/"
        typed = typed_into(case, TAKEN[key][1])
        form = client.get(path).context["form"]
        wrong, stands = wrongly(typed, form)

        refused = client.post(path, wrong)
        assert refused.status_code == 200
        assert refused.context["form"].errors
        assert_stands(refused, stands)

        client.post("/sign-out/")
        page = client.get(client.post(path, typed).url)
        assert "What you typed is kept" in page_of(page)
        client.force_login(manager)
        again = client.get(path)
        assert BACK in page_of(again)
        assert_stands(again, typed)


def wrongly(typed: dict, form: forms.Form) -> tuple[dict, dict]:
    """The same with one error: a day that is none, a sum that is none, else no answer; and what is
    to stand then."""
    needed = [name for name in typed if name in form.fields and form.fields[name].required]
    days = [name for name in needed if isinstance(form.fields[name], forms.DateField)]
    if days:
        wrong = typed | {days[0]: "the day after"}
        return wrong, wrong
    if not needed:
        sums = [name for name in typed if isinstance(form.fields[name], forms.DecimalField)]
        wrong = typed | {sums[0]: "a good deal"}
        return wrong, wrong
    stands = {name: value for name, value in typed.items() if name != needed[0]}
    return typed | {needed[0]: ""}, stands


def assert_stands(answer, typed: dict) -> None:
    """Every answer that has a box on the page stands in it."""
    boxes = boxes_of(answer.content.decode())
    for name, value in typed.items():
        expected = value if isinstance(value, list) else [value]
        assert boxes.get(name) == [str(each) for each in expected], name


def test_every_step_is_among_those_whose_typing_is_kept():
    assert set(TAKEN) == set(FORM_OF)


def other_pages(case, person):
    task = raise_task(case, what="Ring back", due_on=TODAY, by=person)
    enquiry = log_contact(
        by=person, kind="mp_enquiry", received_on=TODAY, service_area=case.service_area
    )
    return {
        f"/case/{case.reference}/task/{task.pk}/": {"words": "Rang at noon", "how": "dropped"},
        "/compliments/log/": {"text": "Very kind", "from_whom": "A mother"},
        "/contacts/log/": {"received_on": "18 12 2006"},
        f"/contacts/{enquiry.pk}/answer/": {"answer": "It is lit again"},
        "/lists/channels/add/": {"name": "By pigeon"},
        "/calendar/add-holiday/": {"day": "19 12 2006", "title": "A jubilee"},
        "/calendar/add-closure/": {"title": "Flood"},
        "/people/add/": {"full_name": "Ola Meadow", "email": "ola@example.org"},
        f"/people/{person.pk}/": {"full_name": "Anna Meadow"},
    }


def test_every_other_form_page_brings_back_what_was_typed(client, anna, case):
    signed_out(client, anna)
    for path, typed in other_pages(case, anna).items():
        page = comes_back(client, anna, path, typed)
        boxes = [name for name in typed if f'name="{name}"' in page]

        assert BACK in page, path
        assert boxes, path
        for name in typed:
            assert typed[name] in page, (path, name)
        client.post("/sign-out/")


def test_nobody_else_who_signs_in_there_gets_it(client, anna, priya, case):
    signed_out(client, anna)
    path = f"/case/{case.reference}/step/note/"
    client.post(path, {"text": "Told me in confidence"})

    sign_in(client, priya, path)

    assert "Told me in confidence" not in page_of(client.get(path))
    client.post("/sign-out/")
    sign_in(client, anna, path)
    assert "Told me in confidence" not in page_of(client.get(path))
    assert kept_typing.KEPT not in client.session


def test_on_another_browser_it_is_not_there(client, anna, case):
    signed_out(client, anna)
    path = f"/case/{case.reference}/step/note/"
    client.post(path, {"text": "She rang."})
    other = Client()
    sign_in(other, anna)

    assert "She rang." not in page_of(other.get(path))


def test_of_a_stranger_nothing_is_kept(client, case):
    client.post(f"/case/{case.reference}/step/note/", {"text": "x"})

    assert Session.objects.count() == 0


def test_a_cookie_that_was_changed_by_hand_is_nobodys(client, anna, case):
    signed_out(client, anna)
    client.cookies[kept_typing.WHO] = f"{anna.pk}:forged"

    client.post(f"/case/{case.reference}/step/note/", {"text": "x"})

    assert kept_typing.KEPT not in client.session


def test_after_an_hour_it_is_gone(client, anna, case):
    signed_out(client, anna)
    path = f"/case/{case.reference}/step/note/"
    client.post(path, {"text": "She rang."})
    assert client.session.get_expiry_age() == 60 * 60

    with time_machine.travel(now() + timedelta(minutes=61), tick=False):
        sign_in(client, anna, path)
        assert "She rang." not in page_of(client.get(path))


def test_the_hour_is_not_that_of_the_days_work(client, anna, case):
    signed_out(client, anna)
    path = f"/case/{case.reference}/step/note/"
    comes_back(client, anna, path, {"text": "She rang."})

    assert client.session.get_expiry_age() == 60 * 60 * 10


def test_what_is_too_long_is_not_kept_and_it_says_so(client, anna, case):
    signed_out(client, anna)
    long = {"text": "x" * (kept_typing.MOST_CHARACTERS + 1)}

    answer = client.post(f"/case/{case.reference}/step/note/", long, follow=True)

    assert "too long to be kept: go back in your browser" in page_of(answer)
    assert kept_typing.KEPT not in client.session


def test_of_many_forms_the_latest_are_kept(client, anna, case):
    signed_out(client, anna)
    for number in range(8):
        client.post(f"/cases/log/?n={number}", {"summary": "x"})

    paths = [entry["path"] for entry in client.session[kept_typing.KEPT]]
    assert paths == [f"/cases/log/?n={number}" for number in range(3, 8)]


def test_once_it_is_sent_it_comes_back_no_more(client, anna, case):
    signed_out(client, anna)
    path = f"/case/{case.reference}/step/note/"
    comes_back(client, anna, path, {"text": "She rang."})
    assert BACK in page_of(client.get(path))  # also after a reload

    client.post(path, {"text": "She rang."})

    assert BACK not in page_of(client.get(path))
    assert case.notes.get().text == "She rang."


def test_the_form_can_be_emptied(client, anna, case):
    signed_out(client, anna)
    path = f"/case/{case.reference}/step/note/"
    assert f'href="{path}?forget=1"' in comes_back(client, anna, path, {"text": "She rang."})

    answer = client.get(f"{path}?forget=1", follow=True)

    assert answer.redirect_chain == [(path, 302)]
    assert "She rang." not in page_of(answer)


@pytest.mark.parametrize("path", ["/cases/log/", "//elsewhere.example/"])
def test_emptying_leads_nowhere_but_to_a_form_that_was_kept(client, anna, case, path):
    signed_out(client, anna)
    comes_back(client, anna, f"/case/{case.reference}/step/note/", {"text": "She rang."})

    assert client.get(f"{path}?forget=1").status_code in (200, 404)


def test_what_the_author_had_seen_is_kept_too(client, anna, priya, case):
    signed_out(client, anna)
    path = f"/case/{case.reference}/step/acknowledge/"

    page = comes_back(client, anna, path, {"on": "19 12 2006", "seen": "1"})

    assert 'name="seen" value="1"' in page


@pytest.mark.parametrize("path", ["/password/", "/people/add/"])
def test_a_password_is_never_kept(client, anna, path):
    signed_out(client, anna)
    secret = "never to be kept anywhere"
    typed = {"password": secret, "old_password": secret, "full_name": "Ola Meadow"}

    client.post(path, typed)

    assert "Ola Meadow" in str(client.session[kept_typing.KEPT])
    assert secret not in str(client.session[kept_typing.KEPT])


def test_every_field_that_hides_its_letters_is_one_that_is_not_kept():
    assert urlpatterns
    hidden = [
        name
        for form in all_forms(forms.BaseForm)
        for name, field in getattr(form, "base_fields", {}).items()
        if isinstance(field.widget, forms.PasswordInput)
    ]

    assert hidden
    assert all(kept_typing.SECRET in name for name in hidden)


def all_forms(kind):
    for form in kind.__subclasses__():
        yield form
        yield from all_forms(form)


# A form that was opened before somebody signed in anew


@pytest.fixture
def strict(anna):
    """A browser whose forms are checked, with Anna signed in."""
    client = Client(enforce_csrf_checks=True, headers={"origin": "http://testserver"})
    client.force_login(anna)
    client.get("/")
    return client


def test_a_form_that_was_open_too_long_shows_what_was_typed_and_opens_again_filled(strict, case):
    path = f"/case/{case.reference}/step/note/"

    answer = strict.post(path, {"text": "She rang.\nTwice.", "csrfmiddlewaretoken": "x" * 64})

    page = page_of(answer)
    assert answer.status_code == 403
    assert "This form was open too long" in page
    assert "She rang.<br>Twice." in page
    assert f'href="{path}"' in page
    assert "She rang.\nTwice.</textarea>" in page_of(strict.get(path))
    assert case.notes.count() == 0


@pytest.mark.parametrize("origin", ["https://elsewhere.example", "null", ""])
def test_what_another_site_sends_is_kept_for_nobody(strict, case, origin):
    path = f"/case/{case.reference}/step/note/"

    answer = strict.post(path, {"text": "Not mine"}, headers={"origin": origin})

    assert answer.status_code == 403
    assert kept_typing.KEPT not in strict.session
    assert "Not mine" not in page_of(strict.get(path))


def test_a_refused_sign_in_shows_nothing_of_what_was_typed(anna):
    client = Client(enforce_csrf_checks=True, headers={"origin": "http://testserver"})

    answer = client.post("/sign-in/", {"username": anna.email, "password": PASSWORD})

    assert answer.status_code == 403
    assert PASSWORD not in page_of(answer)
    assert anna.email not in page_of(answer)
