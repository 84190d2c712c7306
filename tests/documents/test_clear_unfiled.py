"""Files that no document refers to go after a while; filed ones stay, also those taken out."""

import os
from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.utils.timezone import now

from documents import vault
from documents.actions.filing import file_documents
from documents.actions.taking_out import take_out_document
from documents.receiving import receive
from tests.documents import files

pytestmark = pytest.mark.django_db


def aged(sha256: str, days: int) -> str:
    moment = (now() - timedelta(days=days)).timestamp()
    os.utime(vault.path_of(sha256), (moment, moment))
    return sha256


def test_only_what_is_old_and_filed_nowhere_goes(case, officer, manager, report, capsys):
    paper = receive("report.pdf", files.PDF)
    (document,) = file_documents(
        case, [paper], kind=report, dated_on=date(2026, 11, 20), by=officer
    )
    take_out_document(document, why="Of another family", now=now(), by=manager)
    aged(paper.sha256, 400)
    fresh = aged(receive("a.eml", files.EMAIL.encode()).sha256, 59)
    old = aged(receive("b.png", files.PNG).sha256, 61)

    call_command("clear_unfiled_documents")

    assert [vault.path_of(one).exists() for one in (paper.sha256, fresh, old)] == [
        True,
        True,
        False,
    ]
    assert capsys.readouterr().out == "1 files removed that belong to no document.\n"
