"""The whole system as its users have it: a real server with the demonstration's data, and Chromium.

The pages are held to axe in one worker and everything else is done in another (``xdist_group``),
each on a server of its own; a test that changes data makes its own case.
"""

import os
import shutil
import socket
import subprocess
import sys
from functools import cache
from pathlib import Path
from urllib.parse import urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.conf import settings
from django.db import connection

from accounts.permissions import Role
from complaints_site.demo_people import PASSWORD, email_of
from tests import databases

# Playwright keeps an event loop running, in which Django takes every later query for a mistake
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

WIDTHS = {"desk": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def pytest_collection_modifyitems(items):
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.browser)
            if not item.get_closest_marker("xdist_group"):
                item.add_marker(pytest.mark.xdist_group("walks"))


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    quiet = "--no-sandbox --disable-gpu --disable-quic --disable-background-networking"
    quieter = "--disable-component-update --disable-sync --no-first-run"
    arguments = [*quiet.split(), *quieter.split()]
    chromium = shutil.which("chromium")  # none: the one that Playwright fetched
    return browser_type_launch_args | {"executable_path": chromium, "args": arguments}


@pytest.fixture(scope="session")
def mailbox(tmp_path_factory):
    """The folder into which the running copy puts each message that it would send."""
    return tmp_path_factory.mktemp("mail")


@pytest.fixture(scope="session")
def site(django_db_setup, django_db_blocker, mailbox):
    """The address of a running copy with the demonstration's data."""
    name = f"{connection.settings_dict['NAME']}_browser"
    with django_db_blocker.unblock():
        databases.copy_of_template(name)
        environment = os.environ | {"DATABASE_URL": address_of_database(name), "DEBUG": "1"}
    environment["DOCUMENTS_ROOT"] = str(settings.DOCUMENTS_ROOT)
    environment["EMAIL_URL"] = f"filemail:///{mailbox}"
    manage = [sys.executable, str(settings.BASE_DIR / "manage.py"), "demo"]
    subprocess.run([*manage, "--no-server"], env=environment, check=True, capture_output=True)
    port = free_port()
    server = subprocess.Popen(
        [*manage, "--port", str(port)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        wait_until_it_says_where(server)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.communicate()
        with django_db_blocker.unblock():
            databases.drop(name)


def address_of_database(name: str) -> str:
    params = connection.get_connection_params()
    user, password = params.get("user", ""), params.get("password", "")
    return f"postgres://{user}:{password}@/{name}?host={params['host']}"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_until_it_says_where(server: subprocess.Popen) -> None:
    for line in server.stdout:
        if line.startswith("Ctrl-C stops"):
            return
    raise RuntimeError("The server ended before it answered.")


@pytest.fixture
def sign_in(page, site):
    """``sign_in(role)`` signs the page's browser in as that person of the demonstration."""

    def sign_in(role):
        enter(page, site, role)
        return page

    return sign_in


def enter(page, site, role, *, email=None):
    page.goto(f"{site}/sign-in/")
    page.get_by_label("Email address").fill(email or email_of(role))
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url(lambda url: "/sign-in/" not in url)


@pytest.fixture(scope="session")
def desk_of(browser, site):
    """``desk_of(role)``: a page of somebody who signed in once for all tests that only look."""
    desks = {}

    def desk_of(role, *, javascript=True):
        if (role, javascript) not in desks:
            desks[role, javascript] = browser.new_context(java_script_enabled=javascript).new_page()
            enter(desks[role, javascript], site, role)
        return desks[role, javascript]

    yield desk_of
    for desk in desks.values():
        desk.context.close()


@pytest.fixture(scope="session")
def reference_of(desk_of, site):
    """``reference_of(name)``: the reference of the newest case of somebody, by the search box."""

    @cache
    def reference_of(name):
        page = desk_of(Role.MANAGER)
        page.goto(f"{site}/cases/?{urlencode({'q': name})}")
        links = page.locator("main table a[href^='/case/']:not([href*=deadline])")
        return links.first.inner_text()

    return reference_of


@pytest.fixture
def has_no_violations():
    def check(page):
        # Without resultTypes axe also describes every node that is right: as long again
        options = {"runOnly": RULES, "resultTypes": ["violations"]}
        found = Axe().run(page, options=options).response["violations"]
        assert not found, "\n".join(
            f"{rule['id']}: {rule['help']}: {[node['html'] for node in rule['nodes']][:3]}"
            for rule in found
        )

    return check
