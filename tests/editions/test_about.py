"""An edition is about a period, one directorate or several, and every procedure or some."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from cases.models import Case, Compliment, Directorate, ServiceArea
from editions.actions.writing import begin_edition
from editions.assembling import Assembling
from editions.earlier import edition_before, numbers_published
from editions.models import Edition, FrozenReport
from reporting import addresses
from reporting.counted import COMPLAINTS, COMPLIMENTS
from reporting.period import Period, financial_year
from reporting.scope import Scope, scope_about
from tests.editions.conftest import YEAR

pytestmark = pytest.mark.django_db
RECEIVED = "summary.received_recorded_manually"


@pytest.fixture
def two(year_2006_07):
    """Children's Services has the year's complaints; Leisure has one of them here."""
    children = Directorate.objects.get(name="Children's Services")
    leisure = Directorate.objects.create(name="Leisure")
    repairs = ServiceArea.objects.create(name="Swimming", directorate=leisure)
    first = COMPLAINTS.within(Scope(YEAR, children)).order_by("pk").first()
    Case.objects.filter(pk=first.pk).update(service_area=repairs)
    return children, leisure


def received(scope: Scope) -> int:
    return COMPLAINTS.within(scope).count()


def test_several_directorates_are_counted_together(two):
    children, leisure = two
    both = scope_about(YEAR, [children, leisure])

    assert [received(one) for one in (Scope(YEAR, children), Scope(YEAR, leisure), both)] == [
        55,
        1,
        56,
    ]
    assert both.whose == "Children's Services and Leisure"
    assert scope_about(YEAR, [leisure]) == Scope(YEAR, leisure)
    assert scope_about(YEAR, []).whose == "the whole council"


def test_only_complaints_under_some_procedures_are_counted_and_what_is_under_none(two):
    children, _ = two
    area = children.service_areas.first()
    Compliment.objects.create(received_on=date(2006, 5, 2), service_area=area, text="Thank you.")
    whole = Scope(YEAR, children)
    codes = COMPLAINTS.within(whole).values_list("route__procedure__code", flat=True)
    under = list(codes.order_by()).count("children")
    only = scope_about(YEAR, [children], ["children"])

    assert 0 < under < received(whole)
    assert COMPLAINTS.within(only).count() == under
    assert COMPLIMENTS.within(only).count() == COMPLIMENTS.within(whole).count() == 1
    assert only.whose == "Children's Services: only the Children Act procedure"
    assert only.previous().procedures == ("children",)


def test_the_links_of_its_numbers_ask_for_the_same(two, client, author, rf):
    from reporting.views.asked import scope_of

    about = scope_about(YEAR, list(two), ["adults", "children"])
    request = rf.get(addresses.of_figure(about, RECEIVED))

    assert scope_of(request, *YEAR.days) == about


def begun(author, period=YEAR, directorate=None, **about) -> Edition:
    return begin_edition(
        period, directorate, title="Report", sections=[("Context", "")], by=author, **about
    )


def published(edition: Edition, author, number: str) -> None:
    FrozenReport.objects.create(
        edition=edition, internal={}, numbers={RECEIVED: number}, sha256="x"
    )
    edition.published_at, edition.published_by = datetime(2007, 6, 1, tzinfo=UTC), author
    edition.save()


def test_there_is_a_draft_of_each_scope(two, author):
    children, _ = two
    for about in ({}, {"among": two}, {"procedures": ["children"]}):
        begun(author, **about)
    begun(author, directorate=children)

    assert Edition.objects.drafts().count() == 4
    assert str(Edition.objects.get(among__len=2).scope.whose) == "Children's Services and Leisure"


def test_last_year_comes_from_an_edition_of_the_same_scope_alone(two, author):
    children, leisure = two
    published(begun(author, among=two), author, "70")
    published(begun(author, directorate=children, procedures=["children"]), author, "60")
    year = financial_year(2007)

    def told(*directorates, procedures=()):
        return numbers_published(scope_about(year, directorates, procedures).previous())

    assert told(children, leisure) == told(leisure, children) == {RECEIVED: "70"}
    assert told(children, procedures=["children"]) == {RECEIVED: "60"}
    assert told(children) == told() == told(children, leisure, procedures=["children"]) == {}
    following = begun(author, period=year, among=two)
    assert edition_before(following).frozen.numbers == {RECEIVED: "70"}


def test_among_one_directorate_is_refused_by_the_database(two, author):
    for among, directorate in (([1], None), ([1, 2], two[0])):
        with pytest.raises(IntegrityError), transaction.atomic():
            Edition.objects.create(
                title="Report",
                start=date(2006, 4, 1),
                end=date(2007, 3, 31),
                begun_by=author,
                among=among,
                directorate=directorate,
            )


def test_directorates_and_procedures_are_ticked(client, author, two):
    client.force_login(author)
    told = {"title": "Report", "start": "1 4 2006", "end": "31 3 2007"}
    told |= {"directorate": [each.pk for each in two], "procedures": ["children"]}

    page = client.post("/reports/editions/begin/", told, follow=True).content.decode()

    assert "Children&#x27;s Services and Leisure: only the Children Act procedure" in page
    again = client.post("/reports/editions/begin/", told).content.decode()
    assert "There is a draft for this period already: go on with it." in again
    wrong = client.post("/reports/editions/begin/", told | {"procedures": ["none"]})
    assert "<title>Error: Begin a report" in wrong.content.decode()


# Bad input: periods and years of which little can be said


@pytest.mark.parametrize(
    "period",
    [
        Period(date(2006, 9, 1), date(2006, 9, 1)),  # one day, on which the regulations changed
        Period(date(2006, 8, 1), date(2006, 9, 30)),  # across the change
        financial_year(1998),  # no case
    ],
)
def test_a_report_of_any_period_can_be_begun_and_read(client, author, year_2006_07, period):
    """A base of zero is n/a, never an error and never 0%."""
    client.force_login(author)
    told = {"title": "Report", "start": str(period.start), "end": str(period.end)}
    client.post("/reports/editions/begin/", told)
    edition = Edition.objects.get()

    assert edition.sections.count() == 17
    page = client.get(f"/reports/editions/{edition.pk}/read/").content.decode()
    assert "n/a" in page
    for name in ("", "publish/"):
        assert client.get(f"/reports/editions/{edition.pk}/{name}").status_code == 200


def test_a_share_of_nothing_and_a_change_on_nothing_are_not_a_number(author, year_2006_07):
    edition = begun(author, period=financial_year(1998))
    section = edition.sections.get()
    change = "summary.percent_change_on_previous_year"
    section.text = f"{{made_by_young_people.percent}}, {{{change}}}, {{{change}:word}}."
    assert Assembling(edition).part(section, 1).holds[0].text == "n/a, n/a, n/a."
