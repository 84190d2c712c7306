"""What is missing from a year's complaints: counted, listed, and put right where it stands."""

from datetime import date

import pytest
import time_machine

from accounts.models import Event, User
from accounts.permissions import Role
from cases.models import Channel, Decision, Equalities, EqualityAnswer
from complaints_site import data_quality
from letters.models import Letter
from reporting.period import Period
from reporting.scope import Scope
from stages.models import Answer, Extension
from tests import factories

pytestmark = pytest.mark.django_db
TODAY = date(2026, 11, 23)
YEAR = Period(date(2026, 4, 1), date(2027, 3, 31))
ADDRESS = "/data-quality/2026-04-01/2027-03-31/"


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(TODAY, tick=False):
        yield


def somebody(role):
    return User.objects.create_user(f"{role}@example.org", "Anna Fielding", [role])


@pytest.fixture
def officer(client):
    user = somebody(Role.OFFICER)
    client.force_login(user)
    return user


def whole(area="Leaving Care", **fields):
    """A complaint of which nothing is missing."""
    channel, _ = Channel.objects.get_or_create(name="Email")
    usual = {"channel": channel, "nature_name": "Delay", "made_by": "Parent"}
    case = factories.case(date(2026, 6, 1), area, **(usual | fields))
    names = dict.fromkeys(EQUALITIES, "Recorded")
    factories.equalities(case, **names)
    return case


EQUALITIES = ["gender", "ethnicity", "disability", "age_band", "religion", "sexual_orientation"]


def stage(case, **fields):
    factories.route(case, factories.procedure())
    usual = {
        "acknowledged_on": date(2026, 6, 2),
        "responded_on": date(2026, 6, 10),
        "outcome": "upheld",
    }
    begun_on = date(2026, 6, 1)
    return factories.stage(case, factories.procedure(), 1, begun_on, **(usual | fields))


def missing(user, scope=None):
    """What is missing, and of how many, over all areas."""
    rows = data_quality.counted(user, scope or Scope(YEAR))
    names = {gap.key: data_quality.name_of(gap) for gap in data_quality.BY_KEY.values()}
    totals = {key: sum(row.get(name, 0) for row in rows) for key, name in names.items()}
    return {key: number for key, number in totals.items() if number}


def words(answer):
    return " ".join(answer.content.decode().split())


def test_nothing_is_missing_of_a_complaint_that_is_whole(officer):
    stage(whole(closed_on=date(2026, 7, 1)))

    assert missing(officer) == {}


@pytest.mark.parametrize(
    ("fields", "lacks"),
    [
        ({"nature_name": ""}, "nature"),
        ({"made_by": ""}, "standing"),
        ({"channel": None}, "channel"),
    ],
)
def test_what_is_missing_of_the_complaint_itself(officer, fields, lacks):
    whole(**fields)

    assert missing(officer) == {lacks: 1}


@pytest.mark.parametrize(
    ("fields", "lacks"),
    [
        ({"acknowledged_on": None}, ["acknowledged"]),
        ({"outcome": ""}, ["outcome"]),
        ({"responded_on": None, "outcome": ""}, ["response"]),
        ({"responded_on": None, "outcome": "", "escalated_on": date(2026, 6, 20)}, []),
        ({"responded_on": None, "outcome": "not_accepted"}, []),
    ],
)
def test_what_is_missing_of_the_answer_to_a_closed_case(officer, fields, lacks):
    stage(whole(closed_on=date(2026, 7, 1)), **fields)

    assert list(missing(officer)) == lacks


@pytest.mark.parametrize(
    ("fields", "lacks"),
    [
        ({}, {}),
        ({"closed_on": date(2026, 7, 1)}, {"response": 1}),
        ({"closed_on": date(2026, 7, 1), "withdrawn_on": date(2026, 7, 1)}, {}),
        ({"closed_on": date(2026, 7, 1), "closed_because": "ended_early"}, {}),
    ],
)
def test_a_response_is_missing_only_where_the_case_ran_its_course(officer, fields, lacks):
    if means := fields.get("closed_because"):
        fields |= {"closed_because": factories.close_reason("No contact", means)}
    stage(whole(**fields), responded_on=None, outcome="")

    assert missing(officer) == lacks


def test_a_new_date_of_which_nobody_was_told_is_missing(officer):
    late = stage(whole(), responded_on=None, outcome="")
    Extension.objects.create(
        stage=late,
        from_due_on=date(2026, 6, 15),
        to_due_on=date(2026, 6, 29),
        reason="Two records had to be found",
        decided_on=date(2026, 6, 12),
    )

    assert missing(officer) == {"new-date-told": 1}


def test_an_answer_in_writing_without_a_letter_lacks_it_until_it_is_recorded(client, officer):
    case = whole()
    answered = stage(case)
    answer = Answer.objects.create(stage=answered, way=Answer.Way.WRITTEN)

    assert missing(officer) == {"letter": 1}
    listed = client.get(f"{ADDRESS}letter/")
    assert f"/case/{case.reference}/letters/" in words(listed)

    sent = {"state": Letter.State.SENT, "sent_on": TODAY, "sent_how": "letter"}
    facts = {"case": case, "stage": answered, "author": officer, "sent_outside": True}
    letter = Letter(kind="update", outside_sender="A manager", **facts, **sent)
    Letter.objects.bulk_create([letter])
    assert missing(officer) == {"letter": 1}
    Letter.objects.filter(pk=letter.pk).update(kind="stage_1")
    assert missing(officer) == {}
    Letter.objects.filter(pk=letter.pk).update(kind="update")
    answer.way = Answer.Way.SETTLED
    answer.save()
    assert missing(officer) == {}


def decision(case, **fields):
    usual = {"kind": "sufficient_interest", "decision": "Yes", "decided_on": date(2026, 6, 5)}
    return Decision.objects.create(case=case, **(usual | fields))


def test_a_decision_of_which_nobody_was_told_is_missing(officer):
    decision(whole())
    decision(whole(), told_on=date(2026, 6, 6))
    decision(whole(), kind="procedure")

    assert missing(officer) == {"decision-told": 1}


def test_declined_and_not_asked_are_recorded_and_not_recorded_is_missing(officer):
    lost, declined, none = whole(), whole(), whole()
    Equalities.objects.filter(case__in=[lost, declined, none]).delete()
    others = {dimension: "Recorded" for dimension in EQUALITIES if dimension != "ethnicity"}
    factories.equalities(lost, ethnicity="Not recorded", **others)
    factories.equalities(declined, ethnicity="Declined", **others)
    factories.equalities(none, **others)

    assert missing(officer) == {"ethnicity": 2}


def test_other_years_and_what_is_no_complaint_are_not_counted(officer):
    lacking = {"nature_name": "", "area": "Leaving Care"}
    for day in (date(2026, 3, 31), date(2027, 4, 1)):
        factories.case(day, "Leaving Care")
    whole(kind="representation", **lacking)
    whole(closed_on=TODAY, left_out_as="logged_in_error", **lacking)
    whole(part_of=whole(), **lacking)

    assert missing(officer) == {}


def test_a_part_without_an_outcome_is_missing_of_its_lead(officer):
    lead = whole()
    stage(whole(part_of=lead), outcome="")

    assert missing(officer) == {"outcome": 1}
    gap = data_quality.BY_KEY["outcome"]
    assert list(data_quality.missing(officer, Scope(YEAR), gap, "")) == [lead]


def test_only_cases_that_the_reader_may_see_are_counted(officer):
    whole(nature_name="", restricted=True)
    whole(nature_name="")

    assert missing(officer) == {"nature": 1}
    assert missing(somebody(Role.MANAGER)) == {"nature": 2}
    assert missing(somebody(Role.HEAD_OF_SERVICE)) == {}


def test_a_directorate_is_counted_by_itself(officer):
    whole(nature_name="")
    whole("Roads", of="Environment", nature_name="")

    children = factories.directorate()

    assert missing(officer, Scope(YEAR, children)) == {"nature": 1}


def test_the_page_counts_all_in_one_query(client, officer, django_assert_max_num_queries):
    for number in range(8):
        factories.case(date(2026, 6, 1), f"Area {number}")

    with django_assert_max_num_queries(1):
        data_quality.counted(officer, Scope(YEAR))
    with django_assert_max_num_queries(6):
        client.get(ADDRESS)


@pytest.mark.parametrize("gap", data_quality.BY_KEY)
def test_a_number_opens_as_many_cases_as_it_says(client, officer, gap):
    for area in ("Leaving Care", "Leaving Care", "Fostering"):
        case = factories.case(date(2026, 6, 1), area, closed_on=date(2026, 7, 1))
        late = stage(case, acknowledged_on=None, outcome="", responded_on=date(2026, 6, 10))
        Answer.objects.create(stage=late, way=Answer.Way.WRITTEN)
        decision(case)
        late.extensions.create(
            from_due_on=date(2026, 6, 15),
            to_due_on=date(2026, 6, 29),
            reason="Leave",
            decided_on=date(2026, 6, 12),
        )
    if gap == "response":
        late.case.stages.update(responded_on=None)

    page = client.get(ADDRESS)

    label = data_quality.BY_KEY[gap].label
    for table in page.context["tables"]:
        for row in table["rows"]:
            for each in row["numbers"]:
                if each["label"] == label and each["number"]:
                    behind = client.get(each["url"])
                    assert behind.context["page_obj"].paginator.count == each["number"]
                    assert behind.context["lines"][0][1].startswith("/case/")
    totals = [row["numbers"] for table in page.context["tables"] for row in table["rows"][-1:]]
    numbers = {each["label"]: each["number"] for row in totals for each in row}
    assert numbers[label] == (1 if gap == "response" else 3)


@pytest.mark.parametrize("gap", ["nature", "standing", "channel"])
def test_where_the_case_list_has_the_filter_it_lists_the_same_cases(client, officer, gap):
    factories.case(date(2026, 6, 1), "Leaving Care")
    factories.case(date(2026, 6, 1), "Fostering")
    whole()

    area = factories.service_area("Fostering").pk
    for address, number in ((f"{ADDRESS}{gap}/", 2), (f"{ADDRESS}{gap}/?service_area={area}", 1)):
        page = client.get(address)
        listed = client.get(page.context["case_list_url"])
        assert page.context["page_obj"].paginator.count == number
        assert len(listed.context["rows"]) == number
        assert not listed.context["form"].errors


def test_equalities_are_for_those_who_may_see_them(client):
    head = somebody(Role.HEAD_OF_SERVICE)
    client.force_login(head)

    assert client.get(f"{ADDRESS}ethnicity/").status_code == 404
    assert client.get(f"{ADDRESS}nature/").status_code == 200
    assert client.get(f"{ADDRESS}none-such/").status_code == 404
    assert client.get(f"{ADDRESS}nature/?service_area=x").status_code == 404


def test_without_a_period_it_is_that_of_this_year(client, officer):
    assert client.get("/data-quality/").url == ADDRESS
    asked = {"start": "1 4 2025", "end": "31 3 2026", "directorate": ""}
    assert client.get("/data-quality/", asked).url == "/data-quality/2025-04-01/2026-03-31/"
    wrong = client.get("/data-quality/", {"start": "1 4 2025", "end": "31 3 2024"})
    assert "The last day cannot be before the first, 1 April 2025" in words(wrong)


def test_the_reports_lead_to_it(client, officer):
    assert 'href="/data-quality/"' in words(client.get("/reports/"))


def answers(case, **changed):
    """What the form of the record holds, as a browser sends it."""
    known = case.equalities.first()
    facts = {
        name: getattr(case, f"{name}_id") for name in ("channel", "complainant_type", "nature")
    }
    facts |= {name: getattr(known, f"{name}_id") for name in EQUALITIES}
    return {name: "" if key is None else key for name, key in facts.items()} | changed


def test_the_record_is_put_right_and_the_history_says_what_and_not_which_answer(client, officer):
    case = whole(closed_on=date(2026, 7, 1), nature_name="")
    nature = factories.nature("Conduct of staff")
    answer = EqualityAnswer.objects.create(
        dimension="ethnicity", scheme="List", name="Irish", position=9
    )

    client.post(
        f"/case/{case.reference}/record/",
        answers(case, nature=nature.pk, ethnicity=answer.pk),
    )

    case.refresh_from_db()
    assert case.nature == nature
    assert case.equalities.get().ethnicity == answer
    sentences = set(
        Event.objects.filter(about_model="cases.case", about_id=case.pk).values_list(
            "sentence", flat=True
        )
    )
    assert sentences == {
        "put the record right: nature",
        "recorded equalities of the service user",
    }
    assert "Irish" not in words(client.get(f"/case/{case.reference}/history/"))


def test_the_day_on_which_somebody_was_told_is_put_in(client, officer):
    case = whole()
    one = decision(case)
    field = f"told_{one.pk}"
    address = f"/case/{case.reference}/record/"

    early = words(client.post(address, answers(case, **{field: "4 6 2026"})))
    ahead = words(client.post(address, answers(case, **{field: "24 11 2026"})))
    client.post(address, answers(case, **{field: "8 6 2026"}))

    assert "It was decided on 5 June 2026: nobody was told before" in early
    assert 'value="4 6 2026"' in early
    assert "Enter a date that is today or in the past" in ahead
    one.refresh_from_db()
    assert one.told_on == date(2026, 6, 8)


def test_nothing_changed_is_said(client, officer):
    case = whole()

    page = words(client.post(f"/case/{case.reference}/record/", answers(case)))

    assert "Choose what is to be recorded" in page


def test_nobody_else_puts_a_record_right(client):
    case = whole()
    client.force_login(somebody(Role.HEAD_OF_SERVICE))

    assert client.get(f"/case/{case.reference}/record/").status_code == 403
    client.force_login(somebody(Role.OFFICER))
    hidden = whole(restricted=True)
    assert client.get(f"/case/{hidden.reference}/record/").status_code == 404
