"""What is published stays: words, numbers, the cases behind each, and its hash."""

from datetime import UTC, date, datetime

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, connection, transaction
from django.utils.crypto import salted_hmac

from cases.models import Case
from editions.actions.publishing import publish
from editions.actions.writing import begin_edition, write_section
from editions.assembling import Assembling
from editions.behind import Lists, cases_found, hash_of, hashes_of, numbers_said, references_of
from editions.document import of_plain
from editions.freezing import differences_today, sha256_of
from editions.models import Edition
from editions.names import name_of
from reporting.comparators import LastYear
from reporting.period import financial_year
from reporting.scope import Scope
from reporting.tables import BY_KEY

pytestmark = pytest.mark.django_db
THEN = datetime(2007, 11, 1, 9, 0, tzinfo=UTC)


@pytest.fixture
def published(edition, author):
    publish(edition, seen=edition.draft, now=THEN, by=author)
    return Edition.objects.get(pk=edition.pk)


def test_the_cases_behind_a_number_are_kept_as_keyed_hashes(published, manager):
    listed = published.frozen.lists.get(number="summary.stage2_begun")
    references = list(
        Case.objects.filter(stages__number=2, stages__begun_on__range=published.period.days)
        .order_by("reference")
        .values_list("reference", flat=True)
    )

    assert len(references) == 4
    assert sorted(listed.cases) == sorted(hash_of(reference) for reference in references)
    assert not any(reference in listed.cases for reference in references)
    found, gone = cases_found(listed.cases, manager, since=published.start)
    assert [case.reference for case in found] == references
    assert gone == 0


def test_a_case_that_was_disposed_of_is_told_by_its_number(published, manager):
    listed = published.frozen.lists.get(number="summary.stage2_begun")

    found, gone = cases_found(
        [*listed.cases, hash_of("2003-00001")], manager, since=published.start
    )

    assert (len(found), gone) == (4, 1)


def test_the_hash_is_over_what_was_published(published):
    frozen = published.frozen

    assert frozen.sha256 == sha256_of(frozen.internal, frozen.public, frozen.numbers)
    assert frozen.numbers["summary.received_recorded_manually"] == "56"
    assert frozen.numbers["stage2_response_times / Number / Total / value"] == "4"


def test_a_published_report_does_not_change_and_shows_what_would_differ_today(published):
    case = Case.objects.filter(received_on__range=published.period.days, kind="complaint").first()
    Case.objects.filter(pk=case.pk).update(received_on=date(2005, 1, 3))

    kept = of_plain(Edition.objects.get(pk=published.pk).frozen.internal)
    differ = differences_today(kept, Assembling(published).document())

    assert "received 56 complaints" in kept.parts[2].holds[0].text
    assert ("Percentage escalation: figures", "56", "55") in [
        (title, then, now) for title, _, then, now in differ
    ]


def test_the_database_refuses_to_change_what_was_published(published):
    for sql in (
        "UPDATE editions_frozenreport SET sha256 = ''",
        "DELETE FROM editions_frozenlist",
        "UPDATE editions_edition SET title = 'Another'",
    ):
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sql)


def test_it_is_published_once(published, author):
    stale = Edition.objects.get(pk=published.pk)

    with pytest.raises(ValidationError, match="Somebody has just published it"):
        publish(stale, seen=stale.draft, now=THEN, by=author)


def test_nothing_is_published_that_changed_while_it_was_looked_at(edition, author):
    section = edition.sections.first()
    write_section(section, title=section.title, text="Other words.", seen=1, by=author)

    with pytest.raises(ValidationError, match="It changed while you looked at it"):
        publish(edition, seen=1, now=THEN, by=author)


def test_a_figure_that_there_is_none_of_stops_it(edition, author):
    section = edition.sections.first()
    write_section(section, title=section.title, text="{no.such_figure} came.", seen=1, by=author)

    with pytest.raises(ValidationError) as told:
        publish(edition, seen=2, now=THEN, by=author)

    assert told.value.messages == ["Context: There is no figure {no.such_figure}."]


def test_a_later_version_begins_with_the_words_of_the_one_before(published, author):
    again = begin_edition(
        published.period, published.directorate, title="Annual report", sections=[], by=author
    )

    assert again.version == 2
    assert [one.text for one in again.sections.all()] == [
        one.text for one in published.sections.all()
    ]


def test_last_year_in_brackets_is_what_was_published(published):
    following = Scope(financial_year(2007), published.directorate)

    assert LastYear(following).published["summary.received_recorded_manually"] == "56"


def test_many_are_hashed_as_one_is():
    """What was published before stays to be found: the key is Django's own of these words."""
    told = salted_hmac("editions.case", "2006-00031", algorithm="sha256").hexdigest()[:32]

    assert hashes_of(["2006-00031", "2006-00032"]) == [told, hash_of("2006-00032")]


def test_the_lists_read_together_are_those_behind_each_number(assembling):
    """A table of counts, the days of stage 3 and a table of several: as each opens by itself."""
    scope = assembling.scope
    for number in numbers_said(assembling.document()):
        name = name_of(number)
        if not name.is_cell:
            continue
        told = [
            (listed.words, sorted(references_of(listed)))
            for listed in BY_KEY[name.key].lists(scope, name.row, name.column)
        ]
        read = [(words, sorted(of)) for words, of in Lists(scope).of(number)]
        assert read == told, number
