"""Procedures as files and as rows: what is loaded, what is refused, which version is in force."""

from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from stages.models import Procedure, TimeLimit

FOLDER = Path(__file__).parents[2] / "fixtures/procedures"


@pytest.fixture
def procedures(db):
    call_command("load_procedures", verbosity=0)


def said(*arguments):
    out = StringIO()
    call_command(*arguments, stdout=out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("code", "day", "name"),
    [
        ("children", date(2006, 8, 31), "Children Act procedure, 1991 Regulations"),
        ("children", date(2006, 9, 1), "Children Act procedure, 2006 Regulations"),
        ("corporate", date(2026, 3, 31), "Corporate procedure 2006"),
        ("corporate", date(2026, 4, 1), "LGSCO Complaint Handling Code 2024"),
        ("adults", date(2009, 3, 31), "Adult social services procedure, 2006 Regulations"),
        ("adults", date(2009, 4, 1), "Adult social care procedure, 2009 Regulations"),
        ("public-health", date(2013, 4, 1), "Public health procedure, 2012 Regulations"),
        ("housing", date(2024, 4, 1), "Housing Ombudsman Complaint Handling Code 2024"),
        ("data-protection", date(2026, 6, 19), "Data protection complaints, 2026"),
    ],
)
def test_the_day_a_complaint_was_made_chooses_the_version(procedures, code, day, name):
    assert str(Procedure.objects.version_for(code, day)) == name


@pytest.mark.parametrize(
    ("code", "day"),
    [
        ("children", date(1991, 10, 13)),
        ("adults", date(2006, 8, 31)),
        ("public-health", date(2013, 3, 31)),
        ("housing", date(2024, 3, 31)),
        ("data-protection", date(2026, 6, 18)),
    ],
)
def test_before_its_first_version_a_procedure_is_not_in_force(procedures, code, day):
    assert Procedure.objects.version_for(code, day) is None


def test_the_same_files_again_change_nothing(procedures):
    before = list(TimeLimit.objects.values_list("pk", flat=True))

    assert said("load_procedures") == ("Every procedure is loaded already; nothing was changed.\n")
    assert list(TimeLimit.objects.values_list("pk", flat=True)) == before
