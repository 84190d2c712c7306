"""Every address says who may open it, and is asked as each role."""

import re

import pytest
from django.urls import get_resolver
from django.urls.resolvers import URLPattern

from accounts.models import User
from accounts.permissions import RIGHTS, Role

ARGUMENT = re.compile(r"<(?:(?P<kind>\w+):)?(?P<name>\w+)>")
SAMPLES = {
    "int": "999999",
    "slug": "none",
    "str": "none",
    "day": "2006-04-01",
    "path": "none",
    "uuid": "00000000-0000-4000-8000-000000000000",
}


def patterns(resolver=None, prefix=""):
    for pattern in (resolver or get_resolver()).url_patterns:
        address = prefix + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield address, pattern.callback
        else:
            yield from patterns(pattern, address)


def sample(address: str) -> str:
    return "/" + ARGUMENT.sub(lambda found: SAMPLES[found["kind"] or "str"], address)


PATTERNS = [pytest.param(view, sample(address), id=address) for address, view in patterns()]


@pytest.mark.parametrize(("view", "address"), PATTERNS)
def test_every_address_says_who_may_open_it(view, address):
    assert hasattr(view, "needs"), f"{address}: mark the view with needs() or open_to_anyone()"


@pytest.mark.django_db
@pytest.mark.parametrize(("view", "address"), PATTERNS)
def test_nobody_opens_a_page_before_signing_in(client, view, address):
    answer = client.get(address)

    if view.needs is None:
        assert answer.status_code == 200
    else:
        assert answer.status_code == 302
        assert answer.url.startswith("/sign-in/?next=")


@pytest.mark.django_db
@pytest.mark.parametrize(("view", "address"), PATTERNS)
def test_a_page_opens_to_those_whose_role_has_the_right_and_to_nobody_else(client, view, address):
    answers = {}
    for role in Role:
        client.force_login(User.objects.create_user(f"{role}@example.org", "Someone", [role]))
        answers[role] = client.get(address).status_code

    refused = {role for role, answer in answers.items() if answer == 403}
    assert refused == {role for role in Role if view.needs and not view.needs <= RIGHTS[role]}
    assert {answers[role] for role in answers.keys() - refused} <= {200, 302, 404, 405}


@pytest.mark.django_db
def test_a_leaver_opens_nothing(client):
    leaver = User.objects.create_user("leaver@example.org", "A Leaver", [Role.MANAGER])
    client.force_login(leaver)
    User.objects.filter(pk=leaver.pk).update(is_active=False)

    assert client.get("/cases/").status_code == 302
