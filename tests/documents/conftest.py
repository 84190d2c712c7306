"""A complaint of November 2026, and the people who read it."""

from datetime import date

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from accounts.permissions import Role
from cases.models import Channel
from documents.models import DocumentKind
from tests.complaints_site.case_file.makers import load_rules, someone, take_in_complaint

TODAY = date(2026, 11, 24)  # a Tuesday


@pytest.fixture(autouse=True, scope="module")
def rules(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), transaction.atomic():
        load_rules()
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(f"{TODAY} 14:30 +0000", tick=False):
        yield


@pytest.fixture(autouse=True)
def kept_apart(settings, tmp_path):
    """Each test's documents in a folder of its own."""
    settings.DOCUMENTS_ROOT = tmp_path / "documents"


@pytest.fixture
def officer(db):
    return someone(Role.OFFICER)


@pytest.fixture
def manager(db):
    return someone(Role.MANAGER, "Martin Oakes")


@pytest.fixture
def case(officer):
    return take_in_complaint(officer, on=date(2026, 11, 16))


@pytest.fixture
def report(db):
    DocumentKind.objects.create(name="Correspondence", position=0)
    return DocumentKind.objects.create(name="Investigation report", position=1)


@pytest.fixture
def by_email(db):
    return Channel.objects.get_or_create(name="Email")[0]


@pytest.fixture
def upload(client, case, report):
    """``upload({"a.pdf": b"…"}, reader)``: what the page says once the files were sent."""

    def upload(sent: dict[str, bytes], by, *, follow=True, **answers):
        client.force_login(by)
        usual = {"kind": report.pk, "dated_on": "20 11 2026", "disclosure": "may"} | answers
        chosen = [SimpleUploadedFile(name, content) for name, content in sent.items()]
        data = usual | {"files": chosen}
        return client.post(f"/case/{case.reference}/documents/", data, follow=follow)

    return upload
