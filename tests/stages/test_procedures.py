"""Procedures as files and as rows: what is loaded, what is refused, which version is in force."""

from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from cases.models import Case, Directorate, ServiceArea
from stages.models import Procedure, Route, TimeLimit
from stages.procedure_files import ProcedureFileError, read_procedure

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


SMALL = """
procedure = "parking"
version = "2030"
name = "Parking complaints"
in_force_from = 2030-04-01
statutory = false
calendar = "england-and-wales"
day_one = "after"
closure_days_excluded = false
pauses_move_deadlines = false
month_ends_roll = false
posting_days = 2

[[stages]]
key = "stage-1"
number = 1
name = "Stage 1"

[[stages.limits]]
key = "response"
name = "Response"
main = true
length = 10
extends_to = 20
unit = "working_days"
runs_from = "received_on"
stopped_by = "responded_on"

[[stages.limits]]
key = "draft"
name = "Draft response"
kind = "inner"
length = 3
unit = "working_days"
counts_back_from = "response"
stopped_by = "responded_on"
"""


@pytest.fixture
def file(tmp_path):
    def write(text, name="parking.toml"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


def refusal(path):
    with pytest.raises(CommandError) as refused:
        call_command("load_procedures", path)
    return str(refused.value)


def spans(code):
    versions = Procedure.objects.filter(code=code)
    return list(versions.values_list("version", "in_force_from", "in_force_until"))


def test_a_new_version_takes_the_place_of_the_one_before_from_its_day(db, file):
    call_command("load_procedures", file(SMALL), verbosity=0)
    assert spans("parking") == [("2030", date(2030, 4, 1), None)]

    later = SMALL.replace('"2030"', '"2032"').replace("2030-04-01", "2032-04-01")
    call_command("load_procedures", file(later), verbosity=0)

    assert spans("parking") == [
        ("2030", date(2030, 4, 1), date(2032, 3, 31)),
        ("2032", date(2032, 4, 1), None),
    ]


def test_a_coming_version_may_be_moved_while_no_case_uses_it(db, file):
    call_command("load_procedures", file(SMALL), verbosity=0)
    later = SMALL.replace('"2030"', '"2032"').replace("2030-04-01", "2032-04-01")
    call_command("load_procedures", file(later), verbosity=0)

    assert said("load_procedures", file(later.replace("2032-04-01", "2033-01-01"))) == (
        "Parking complaints: replaced\n"
    )

    assert spans("parking") == [
        ("2030", date(2030, 4, 1), date(2032, 12, 31)),
        ("2032", date(2033, 1, 1), None),
    ]


def test_an_older_version_entered_late_ends_where_the_next_one_begins(db, file):
    call_command("load_procedures", file(SMALL), verbosity=0)
    older = SMALL.replace('"2030"', '"2020"').replace("2030-04-01", "2020-04-01")
    call_command("load_procedures", file(older), verbosity=0)

    assert spans("parking") == [
        ("2020", date(2020, 4, 1), date(2030, 3, 31)),
        ("2030", date(2030, 4, 1), None),
    ]


def test_a_changed_file_of_an_unused_version_replaces_it(db, file):
    call_command("load_procedures", file(SMALL), verbosity=0)
    call_command("load_procedures", file(SMALL.replace("length = 10", "length = 15")), verbosity=0)

    limits = TimeLimit.objects.filter(stage__procedure__code="parking")
    assert list(limits.values_list("key", "length")) == [("response", 15), ("draft", 3)]


def test_a_changed_file_of_a_version_that_a_case_goes_by_is_refused(db, file):
    call_command("load_procedures", file(SMALL), verbosity=0)
    go_by("parking")

    changed = file(SMALL.replace("length = 10", "length = 15"))

    assert refusal(changed) == (
        "Cases go by “Parking complaints” (parking, version 2030), so it stays as it is. "
        "Enter what changes as a new version, in force from a later day.\n"
        "Nothing was loaded."
    )
    assert TimeLimit.objects.get(stage__procedure__code="parking", key="response").length == 10


def test_the_same_file_of_a_version_that_a_case_goes_by_may_be_loaded_again(db, file):
    call_command("load_procedures", file(SMALL), verbosity=0)
    go_by("parking")

    with_a_remark_for_readers = file("# Only a comment, and no rule.\n" + SMALL)

    assert said("load_procedures", with_a_remark_for_readers) == (
        "Every procedure is loaded already; nothing was changed.\n"
    )


def test_a_version_that_a_case_goes_by_still_ends_where_a_new_one_begins(db, file):
    call_command("load_procedures", file(SMALL), verbosity=0)
    go_by("parking")
    later = SMALL.replace('"2030"', '"2032"').replace("2030-04-01", "2032-04-01")
    call_command("load_procedures", file(later), verbosity=0)

    assert spans("parking")[0] == ("2030", date(2030, 4, 1), date(2032, 3, 31))


def test_two_versions_from_one_day_are_refused(db, file):
    call_command("load_procedures", file(SMALL), verbosity=0)

    assert refusal(file(SMALL.replace('"2030"', '"2030a"'))).startswith(
        "“Parking complaints” (version 2030) is in force from 1 April 2030 too."
    )


def test_an_alias_that_another_procedure_has_is_refused(procedures, file):
    alias = SMALL.replace('version = "2030"', 'version = "2030"\naliases = ["children_statutory"]')

    assert refusal(file(alias)).startswith("“children_statutory” already means “Children Act")


def test_where_one_file_is_wrong_none_is_loaded_and_every_fault_is_told(db, file):
    good = file(SMALL)
    bad = file(SMALL.replace("length = 10", "length = 0"), "bad.toml")
    worse = file(SMALL.replace('key = "stage-1"', 'key = "Stage 1"'), "worse.toml")

    with pytest.raises(CommandError) as refused:
        call_command("load_procedures", good, bad, worse)

    assert str(refused.value) == (
        f"{bad}: stages stage-1, limits response, length: at least 1\n"
        f"{worse}: stages Stage 1, key: use small letters, digits and hyphens, 30 at most\n"
        "Nothing was loaded."
    )
    assert not Procedure.objects.filter(code="parking").exists()


@pytest.mark.parametrize(
    ("right", "wrong", "fault"),
    [
        ('name = "Parking complaints"', "", "name: missing"),
        ("length = 10", "", "stages stage-1, limits response, length: missing"),
        ("statutory", "statutary", "statutary: not a key that is known here"),
        ("2030-04-01", '"1 April"', "in_force_from: expected a date such as 2006-09-01"),
        ('"after"', '"before"', "day_one: expected one of after, same, deemed, found “before”"),
        ("length = 10", 'length = "ten"', "response, length: expected a whole number, found “ten”"),
        ("length = 10", "length = -1", "response, length: expected a whole number, found -1"),
        ("main = true", "main = 1", "response, main: expected true or false, found 1"),
        ("extends_to = 20", "extends_to = 10", "so it must be more than the length"),
        ("received_on", "arrived_on", "runs_from: expected one of received_on"),
        ('"response"\nstopped', '"reply"\nstopped', "counts_back_from: no limit “reply”"),
        ("england-and-wales", "scotland", "calendar: expected england-and-wales"),
        ('kind = "inner"', 'kind = "inner"\nmain = true', "more than one is the main one"),
        ('key = "draft"', 'key = "response"', "limits: the key response stands there twice"),
        ("number = 1", "number = 1\nlimits = 3", "Cannot overwrite a value"),
        ("posting_days = 2", "posting_days = 2\nupdate_every = 0", "update_every: at least 1"),
        ('kind = "inner"', 'kind = "inner"\nby_agreement = true', "only the main limit is a long"),
        ('"Parking complaints"', '"' + "P" * 201 + '"', "name: 200 letters at most, found 201"),
    ],
)
def test_a_fault_is_told_with_its_place(file, right, wrong, fault):
    with pytest.raises(ProcedureFileError) as refused:
        read_procedure(file(SMALL.replace(right, wrong)))

    assert fault in str(refused.value)


def test_a_file_that_is_not_toml_or_not_there_is_a_sentence(file, tmp_path):
    with pytest.raises(ProcedureFileError, match="parking"):
        read_procedure(file("procedure = "))
    with pytest.raises(ProcedureFileError, match="No such file"):
        read_procedure(tmp_path / "nowhere.toml")


def test_every_value_that_nobody_has_verified_says_so(procedures):
    """What domain.md marks [UGK] is a value with that remark: here the ones of the README."""
    unverified = TimeLimit.objects.filter(remark__contains="[UGK]")

    for where in [
        {"stage__procedure__code": "children", "key": "acknowledgement", "length": 3},
        {"stage__procedure__version": "1991", "stage__number": 2, "unit": "calendar_days"},
        {"stage__procedure__name": "Corporate procedure 2006", "stage__number": 2, "length": 20},
        {"stage__procedure__name": "Corporate procedure 2006", "stage__number": 3, "length": 20},
    ]:
        assert unverified.filter(**where).exists(), where


def test_no_file_names_a_council():
    for path in FOLDER.glob("*.toml"):
        assert "Harrow" not in path.read_text()


def go_by(code):
    """A case on the route of the procedure."""
    directorate = Directorate.objects.create(name="Places", in_use_from=date(2000, 1, 1))
    area = ServiceArea.objects.create(
        name="Parking", directorate=directorate, in_use_from=date(2000, 1, 1)
    )
    case = Case.objects.create(
        reference="P-2030-001", received_on=date(2030, 5, 1), service_area=area
    )
    procedure = Procedure.objects.get(code=code)
    Route.objects.create(case=case, procedure=procedure, chosen_on=date(2030, 5, 1))
