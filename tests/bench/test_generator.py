"""The made case logs that figures are taken on: always the same, shaped like a council's years."""

import csv
import hashlib
from collections import Counter
from datetime import date

import pytest
from django.db.models import F

from bench.generate import made_log
from cases.models import Case
from complaints_site.case_log.action import import_log
from complaints_site.reference_lists import load_lists
from stages.models import Deadline, Stage


@pytest.fixture(scope="module")
def a_log(tmp_path_factory):
    folder = tmp_path_factory.mktemp("made") / "log"
    made_log(3_000).write(folder)
    return folder


@pytest.fixture(scope="module")
def days(a_log):
    return [date.fromisoformat(line["received_on"]) for line in lines(a_log, "case_log")]


def lines(folder, sheet):
    with (folder / f"{sheet}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def digest(folder):
    files = sorted(folder.glob("*.csv"))
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in files}


def test_the_same_seed_gives_the_same_bytes(tmp_path):
    made_log(200, seed=7).write(tmp_path / "first")
    made_log(200, seed=7).write(tmp_path / "second")
    made_log(200, seed=8).write(tmp_path / "another")

    assert digest(tmp_path / "first") == digest(tmp_path / "second")
    assert digest(tmp_path / "first") != digest(tmp_path / "another")


def test_ten_years_have_about_as_many_complaints_each(days):
    years = Counter(day.year if day.month > 3 else day.year - 1 for day in days)

    assert (min(days) >= date(2016, 4, 1), max(days) <= date(2026, 3, 31)) == (True, True)
    assert sorted(years) == list(range(2016, 2026))
    assert all(240 <= number <= 360 for number in years.values())


def test_fewer_complaints_come_in_august_and_at_christmas(days):
    months = Counter(day.month for day in days)
    usual = (months[5] + months[6] + months[10] + months[11]) / 4
    at_christmas = sum(day.month == 12 and day.day >= 20 for day in days)

    assert months[8] < 0.85 * usual
    assert at_christmas / 12 < 0.4 * usual / 30


def test_nearly_all_complaints_come_on_a_weekday(days):
    at_weekends = sum(day.weekday() >= 5 for day in days)

    assert 0 < at_weekends / len(days) < 0.05


@pytest.mark.django_db
def test_a_made_log_is_imported_without_a_fault_and_has_a_natural_shape(tmp_path):
    made_log(1_000).write(tmp_path / "log")
    load_lists(by=None)

    result = import_log(tmp_path / "log", on=date(2026, 11, 23), by=None)

    stages = Counter(Stage.objects.exclude(begun_on=None).values_list("number", flat=True))
    answers = Deadline.objects.filter(is_main=True, stage__number=1, met_on__isnull=False)
    late = answers.filter(met_on__gt=F("due_on")).count() / answers.count()
    assert result.faults == []
    assert Case.objects.count() == 1_000
    assert 0.07 < stages[2] / 1_000 < 0.13
    assert 0.05 < stages[3] / stages[2] < 0.18
    assert 0.28 < late < 0.38
