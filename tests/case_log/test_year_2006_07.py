"""The year 2006/07 imports as it stands, and what its README says of it holds in the rows."""

from datetime import date
from decimal import Decimal

import pytest
from django.conf import settings
from django.db.models import Sum

from accounts.models import Event
from cases.models import AdvocacyReferral, Case, LogEntry
from complaints_site.case_log.action import import_log
from remedies.models import Lesson, Payment
from reporting.models import PublishedFigure
from stages.models import Deadline, Extension, Mediation, OmbudsmanEnquiry, Stage

YEAR = settings.BASE_DIR / "fixtures" / "2006_07"

TODAY = date(2007, 8, 17)

pytestmark = pytest.mark.django_db


@pytest.fixture
def year(office):
    return import_log(YEAR, on=TODAY, by=None, create_missing=True)


def test_the_year_has_56_complaints_and_what_belongs_to_them(year):
    assert year.faults == []
    assert year.cases == Case.objects.count() == 56
    assert LogEntry.objects.filter(log__key="corporate").count() == 43
    assert LogEntry.objects.filter(log__key="manual").count() == 56
    assert Mediation.objects.exclude(held_on=None).count() == 20
    assert Payment.objects.aggregate(Sum("amount")) == {"amount__sum": Decimal("14686.64")}
    assert AdvocacyReferral.objects.count() == 24
    assert Lesson.objects.count() == 8
    assert OmbudsmanEnquiry.objects.filter(decision__means="premature").count() == 2
    assert PublishedFigure.objects.count() == 234


def test_four_second_stages_were_begun_and_eight_only_asked_for(year):
    second = Stage.objects.filter(number=2)

    assert second.exclude(begun_on=None).count() == 4
    assert second.filter(begun_on=None).count() == 8
    assert Stage.objects.filter(number=3).exclude(begun_on=None).count() == 1


def test_the_outcomes_of_the_second_stages_follow_from_their_points(year):
    outcomes = Stage.objects.filter(number=2).exclude(outcome="")

    assert dict(outcomes.values_list("case__reference", "outcome")) == {
        "CH-2006-007": "partially_upheld",
        "CH-2006-013": "not_upheld",
        "CH-2006-022": "partially_upheld",
        "CH-2006-025": "partially_upheld",
    }
    assert set(Stage.objects.values_list("outcome_overridden_because", flat=True)) == {""}


def test_the_complaint_made_before_september_keeps_the_rules_of_1991(year):
    case = Case.objects.get(reference="CH-2006-021")

    assert case.route.procedure.version == "1991"
    assert case.route.provisional is False


def test_the_date_wrongly_told_over_christmas_is_kept_and_the_rules_count(year):
    deadline = Deadline.objects.get(
        stage__case__reference="CH-2006-044", stage__number=1, is_main=True
    )

    assert deadline.due_on == date(2007, 1, 4)
    assert deadline.told_on == date(2007, 1, 2)
    assert [str(notice) for notice in year.notices] == [
        "case_log, line 45, column T (stage1_due_on), “2007-01-02”: the rules give 2007-01-04, "
        "which counts; this is kept as the date told"
    ]


def test_the_panel_was_due_within_30_working_days_and_met_on_the_31st(year):
    panel = Deadline.objects.get(limit__key="panel", stage__case__reference="CH-2006-022")

    assert (panel.due_on, panel.met_on) == (date(2007, 2, 26), date(2007, 2, 27))
    assert panel.told_on == date(2007, 2, 26)


def test_what_the_corporate_log_says_otherwise_stands_in_its_entry(year):
    entry = LogEntry.objects.get(case__reference="CH-2006-002", log__key="corporate")

    assert entry.received_on == date(2006, 4, 12)
    assert entry.case.received_on == date(2006, 4, 5)


def test_an_extension_without_its_reason_says_so(year):
    assert Extension.objects.count() == 15
    assert Extension.objects.filter(reason="reason not in the log").count() == 5


def test_nothing_of_a_closed_case_still_falls_due(year):
    assert not Deadline.objects.running().filter(stage__case__closed_on__isnull=False).exists()


def test_a_second_import_of_the_year_changes_nothing(year):
    events = Event.objects.count()

    again = import_log(YEAR, on=TODAY, by=None)

    assert again.faults == []
    assert again.changes_nothing
    assert (again.unchanged_cases, Case.objects.count()) == (56, 56)
    assert Event.objects.count() == events
