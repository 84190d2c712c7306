"""Importing a second time: nothing changes by accident, and what differs is shown first."""

from datetime import date

import pytest
from django.core.management import CommandError, call_command

from accounts.models import Event
from cases.models import Case, Compliment, Contact, Note, Person
from remedies.models import Payment
from reporting.models import PublishedFigure
from stages.models import Deadline, Stage

pytestmark = pytest.mark.django_db

NOTE = {"reference": "R1", "on": "2006-09-05", "text": "Rang the family"}
PAYMENT = {"reference": "R1", "kind": "compensation", "amount": "50", "paid_on": "2006-10-02"}


def changes(result) -> list[str]:
    assert [str(fault) for fault in result.faults] == []
    return [str(change) for change in result.changed]


def test_the_same_content_laid_out_otherwise_changes_nothing(imported, complaint):
    dates = {"stage2_requested_on": "2006-10-16"}
    assert changes(imported([complaint("R1", **dates), complaint("R2")], notes=[NOTE])) == []

    event = {"reference": "R1", "stage": "2", "event": "requested", "on": "16/10/2006"}
    again = imported(
        [complaint("R2"), complaint("R1") | {"received_on": "04/09/2006"}],
        notes=[NOTE],
        stage_dates=[event],
    )

    assert again.changes_nothing
    assert (again.unchanged_cases, Note.objects.count()) == (2, 1)


def test_a_log_without_a_sheet_or_a_column_says_nothing_about_it(imported, complaint, log, office):
    imported([complaint(summary="Not told")], notes=[NOTE])
    (log([]) / "notes.csv").unlink()

    again = imported([complaint()])

    assert again.changes_nothing
    assert again.faults == []


def test_lines_without_a_complaint_are_not_imported_twice(imported, complaint):
    sheets = {
        "compliments": [{"received_on": "2006-09-05", "from": "A tenant"}] * 2,
        "payments": [PAYMENT | {"reference": ""}],
        "lessons": [{"raised_on": "2006-09-05", "text": "Ring back", "lead": "Manager"}],
        "published": [{"year": "2006/07", "key": "a / b", "value": "7"}],
    }
    imported([complaint()], **sheets)

    again = imported([complaint()], **sheets)

    assert again.changes_nothing
    assert again.unchanged_others == 5
    assert (Compliment.objects.count(), Payment.objects.count()) == (2, 1)


def test_a_known_reference_with_other_content_is_a_fault(imported, complaint):
    imported([complaint(stage1_outcome="Upheld")])

    again = imported([complaint(stage1_outcome="Not upheld", closed_on="2006-10-02")])

    assert [str(fault) for fault in again.faults] == [
        "case_log, line 2, column A (reference), “R1”: known already with other content (date "
        "closed; stage 1, outcome): --update changes it"
    ]
    assert Stage.objects.get().outcome == "upheld"
    assert Case.objects.get().closed_on is None


def test_an_update_shows_and_makes_each_change_and_counts_the_clocks_anew(imported, complaint):
    imported([complaint(stage1_outcome="Upheld", channel="letter")])
    log = [complaint(received_on="2006-09-05", stage1_outcome="Not upheld", channel="email")]
    expected = [
        "R1, date received: “2006-09-04” → “2006-09-05”",
        "R1, channel: “Letter” → “Email”",
        "R1, stage 1, outcome: “Upheld” → “Not upheld”",
    ]

    dry = imported(log, update=True, dry_run=True)
    assert set(expected) <= set(changes(dry))
    assert Case.objects.get().received_on == date(2006, 9, 4)

    assert changes(imported(log, update=True)) == changes(dry)
    assert Case.objects.get().received_on == date(2006, 9, 5)
    assert Deadline.objects.get(is_main=True).due_on == date(2006, 9, 19)
    assert Event.objects.filter(sentence__startswith="changed the case by the log").count() == 1
    assert imported(log).changes_nothing


def test_an_update_moves_the_complaint_to_the_rules_of_the_day_it_was_made(imported, complaint):
    imported([complaint()])

    imported([complaint(made_on="2006-08-30")], update=True)

    assert Case.objects.get().route.procedure.version == "1991"
    procedures = Deadline.objects.values_list("limit__stage__procedure__version", flat=True)
    assert set(procedures) == {"1991"}


def test_an_update_adds_a_stage_and_ends_the_one_before(imported, complaint):
    imported([complaint(stage1_responded_on="2006-09-15")])

    told = changes(
        imported(
            [complaint(stage1_responded_on="2006-09-15", stage2_started_on="2006-10-02")],
            update=True,
        )
    )

    assert told == ["R1, stage “Stage 2: investigation”: added"]
    assert Deadline.objects.get(stage__number=2, is_main=True).live


def test_an_update_corrects_a_sum_and_a_telephone_number_and_adds_neither_twice(
    imported, complaint
):
    ann = {"reference": "R1", "role": "complainant", "name": "Ann Sample"}
    imported([complaint()], people=[ann | {"telephone": "1"}], payments=[PAYMENT])

    told = changes(
        imported(
            [complaint()],
            people=[ann | {"telephone": "2"}],
            payments=[PAYMENT | {"amount": "60"}],
            update=True,
        )
    )

    assert told == [
        "R1, person, telephone: “1” → “2”",
        "R1, payment, amount: “50.00” → “60.00”",
    ]
    assert Person.objects.get().telephone == "2"
    assert Payment.objects.count() == 1


def test_an_update_that_contradicts_what_is_known_is_refused_for_that_complaint(
    imported, complaint
):
    imported([complaint(stage2_requested_on="2006-10-16")])

    again = imported(
        [complaint(stage2_started_on="2006-10-02"), complaint("R2", closed_on="x")], update=True
    )

    assert [(fault.line, fault.column) for fault in again.faults] == [
        (3, "closed_on"),
        (2, "reference"),
    ]
    assert again.faults[1].says == (
        "it does not go together with what is known here: A stage cannot begin before its request. "
        "The database refused it, in the stages."
    )


def test_an_update_moves_the_mark_of_the_primary_point(imported, complaint):
    points = [{"reference": "R1", "number": number, "text": number} for number in "12"]
    imported([complaint()], points=[each | {"primary": "no"} for each in points])

    for primary in "12":
        told = [each | {"primary": "yes" if each["number"] == primary else "no"} for each in points]
        changes(imported([complaint()], points=told, update=True))
        assert Case.objects.get().points.get(is_primary=True).number == int(primary)


def test_an_update_never_removes_what_was_added_here(imported, complaint):
    imported([complaint()])
    case = Case.objects.get()
    case.notes.create(on=date(2006, 9, 6), text="Wrote to the team")

    imported([complaint(summary="Not told")], notes=[NOTE], update=True)

    assert case.notes.count() == 2


def test_work_done_here_is_not_undone_by_importing_the_same_log_again(imported, complaint):
    imported([complaint()])
    Case.objects.update(summary="Corrected on the telephone")

    again = imported([complaint()], update=True)

    assert again.changes_nothing
    assert Case.objects.get().summary == "Corrected on the telephone"


def test_a_published_figure_with_another_value_is_a_fault_or_an_update(imported, complaint):
    figure = {"year": "2006/07", "key": "a / b", "value": "7"}
    imported([complaint()], published=[figure])

    again = imported([complaint()], published=[figure | {"value": "8"}])
    assert [fault.says for fault in again.faults] == [
        "known with the value “7”: expected the same, or --update"
    ]

    imported([complaint()], published=[figure | {"value": "8"}], update=True)
    assert PublishedFigure.objects.get().value == "8"


def test_a_dry_run_changes_nothing_and_says_what_it_would_do(office, log, complaint, capsys):
    call_command("import_cases", log([complaint()]), dry_run=True)

    assert "Dry run, nothing was changed. It would have imported 1 complaint." in (
        capsys.readouterr().out
    )
    assert not Case.objects.exists()


def test_the_command_says_that_nothing_changed_the_second_time(office, log, complaint, capsys):
    call_command("import_cases", log([complaint()]))
    call_command("import_cases", log([complaint()]))

    assert "Nothing changed: all of it" in capsys.readouterr().out


def test_the_command_ends_with_every_fault_and_a_failure(office, log, complaint, capsys):
    with pytest.raises(CommandError, match=r"^2 faults in .*: nothing was imported\.$") as error:
        call_command("import_cases", log([complaint(received_on="x"), complaint("R2", kind="y")]))

    assert error.value.returncode == 1
    assert capsys.readouterr().err.count("case_log, line ") == 2


def test_a_contact_that_was_worked_since_is_not_imported_again(imported, complaint, office):
    line = {
        "received_on": "2006-09-05",
        "kind": "members' enquiry",
        "service_area": "Children in Need (CIN)",
    }
    imported([complaint()], contacts=[line])
    Contact.objects.update(
        asked="Why?",
        due_on=date(2006, 9, 19),
        answered_on=date(2006, 9, 8),
        closed_on=date(2006, 9, 8),
    )

    again = imported([complaint()], contacts=[line])

    assert again.changes_nothing
    assert Contact.objects.count() == 1


def test_points_that_an_agreed_statement_made_are_none_of_the_logs(imported, complaint):
    points = [
        {"reference": "R1", "number": "1", "text": "Visits", "primary": "yes"},
        {"reference": "R1", "number": "2", "text": "Calls"},
    ]
    imported([complaint("R1")], points=points)
    case = Case.objects.get()
    own = case.points.create(number=1, stage_number=2, text="Visits again", is_primary=True)

    points[0]["text"] = "Visits late"
    again = imported([complaint("R1")], points=points, update=True)

    assert len(changes(again)) == 1
    own.refresh_from_db()
    assert own.text == "Visits again"
    assert case.points.get(stage_number=1, number=1).text == "Visits late"
