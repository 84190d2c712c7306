"""Each filter of the case list lets its cases through, once each, and no other."""

from datetime import date

import pytest
import time_machine

from accounts.models import User
from accounts.permissions import Role
from cases.models import (
    AdvocacyOffer,
    AdvocacyReferral,
    Assignment,
    CasePerson,
    Category,
    Channel,
    ComplainantType,
    Directorate,
    EqualityAnswer,
    PassedOnBy,
    Person,
    Provider,
    ServiceArea,
)
from stages.models import Extension, OmbudsmanDecision, Procedure
from tests import factories as make

pytestmark = pytest.mark.django_db
TODAY = date(2006, 11, 1)


@pytest.fixture(autouse=True)
def today():
    with time_machine.travel(f"{TODAY} 11:00 +0000", tick=False):
        yield


@pytest.fixture
def officer():
    return User.objects.create_user("anna@example.org", "Anna Fielding", [Role.OFFICER])


@pytest.fixture
def listed(client, officer):
    """``listed("state=open")``: the references that an officer finds at that address."""

    def listed(address, reader=officer):
        client.force_login(reader)
        return [row.reference for row in client.get(f"/cases/?{address}").context["rows"]]

    return listed


def wanted(**fields):
    return make.case(date(2006, 9, 4), "Leaving Care", reference="WANTED", **fields)


def other(**fields):
    return make.case(date(2006, 9, 4), "Leaving Care", reference="OTHER", **fields)


FACTS = {
    "state=open": ({}, {"closed_on": date(2006, 9, 20)}),
    "state=closed": (
        {"closed_on": date(2006, 9, 20)},
        {"closed_on": date(2006, 9, 20), "withdrawn_on": date(2006, 9, 19)},
    ),
    "state=withdrawn": ({"withdrawn_on": date(2006, 9, 19)}, {"closed_on": date(2006, 9, 20)}),
    "kind=representation": ({"kind": "representation"}, {}),
    "made_from=2006-09-01": ({"made_on": date(2006, 9, 1)}, {"made_on": date(2006, 8, 31)}),
    "made_to=2006-08-31": ({"made_on": date(2006, 8, 31)}, {"made_on": date(2006, 9, 1)}),
    "closed_from=2006-09-20&closed_to=2006-09-20": (
        {"closed_on": date(2006, 9, 20)},
        {"closed_on": date(2006, 9, 21)},
    ),
    "historical=yes": ({"historical": True}, {}),
    "historical=no": ({}, {"historical": True}),
    "joint=yes": ({"joint_body": "The Sample NHS Trust"}, {}),
    "joint=no": ({}, {"joint_body": "The Sample NHS Trust"}),
    "safeguarding=yes": ({"safeguarding": True}, {}),
    "left_out=no": (
        {"closed_on": date(2006, 9, 20)},
        {"closed_on": date(2006, 9, 20), "left_out_as": "logged_in_error"},
    ),
    "left_out=any": ({"closed_on": date(2006, 9, 20), "left_out_as": "logged_in_error"}, {}),
    "left_out=logged_in_error": (
        {"closed_on": date(2006, 9, 20), "left_out_as": "logged_in_error"},
        {"closed_on": date(2006, 9, 20)},
    ),
    "q=wan": ({}, {}),
    "q=missed+VISITS": ({"summary": "Two visits were missed"}, {"summary": "A visit was late"}),
    "q=100%25": ({"summary": "He is 100% sure"}, {"summary": "He is 10% sure"}),
}


@pytest.mark.parametrize("address", FACTS)
def test_a_fact_of_the_case_is_a_filter(listed, address):
    of_wanted, of_other = FACTS[address]
    wanted(**of_wanted)
    other(**of_other)

    assert listed(address) == ["WANTED"]


LISTS = {
    "channel": Channel,
    "passed_on_by": PassedOnBy,
    "complainant_type": ComplainantType,
    "provider": Provider,
}


@pytest.mark.parametrize(("key", "model"), LISTS.items())
def test_a_word_of_a_list_is_a_filter_and_so_is_its_absence(listed, key, model):
    word = model.objects.create(name="A word of the tests")
    wanted(**{key: word})
    other()

    assert listed(f"{key}={word.pk}") == ["WANTED"]
    assert listed(f"{key}=none") == ["OTHER"]


def test_the_period_of_receipt_includes_both_its_days(listed):
    for day in 3, 4, 5, 6:
        make.case(date(2006, 9, day), "Leaving Care", reference=f"R-{day}")

    assert listed("received_from=4+9+2006&received_to=5+9+2006") == ["R-5", "R-4"]


def test_service_area_and_directorate(listed):
    wanted()
    make.case(date(2006, 9, 4), "Roads", of="Environment", reference="OTHER")

    assert listed(f"service_area={ServiceArea.objects.get(name='Leaving Care').pk}") == ["WANTED"]
    directorate = Directorate.objects.get(name="Children's Services")
    assert listed(f"directorate={directorate.pk}") == ["WANTED"]


def test_the_same_word_in_another_scheme_is_another_nature(listed):
    of_1996, of_2006 = (make.nature("Attitude of staff", scheme=name) for name in ("1996", "2006"))
    wanted(nature=of_2006)
    other(nature=of_1996)

    assert listed(f"nature={of_2006.pk}") == ["WANTED"]
    assert listed("nature=none") == []


def test_a_decision_is_found_by_its_kind_and_its_day(listed):
    wanted().decisions.create(kind="refused", decided_on=date(2006, 9, 20), decision="x")
    other().decisions.create(kind="procedure", decided_on=date(2006, 9, 21), decision="x")

    assert listed("decision=refused") == ["WANTED"]
    assert listed("decided_to=2006-09-20") == ["WANTED"]


def test_any_issue_raised_is_found_beside_the_primary_one(listed):
    delay, staff = make.nature("Delay"), make.nature("Staff")
    wanted(nature=staff).issues.set([staff, delay])
    other(nature=delay).issues.set([staff])

    assert listed(f"issue={delay.pk}") == ["WANTED"]
    assert Category.objects.get(pk=delay.pk).cases_raising.count() == 1


def test_standing_on_a_log_and_not_on_another(listed):
    make.on_log(wanted(), "manual")
    case = other()
    make.on_log(case, "manual")
    make.on_log(case, "corporate")

    assert listed("log=corporate") == ["OTHER"]
    assert listed("log=manual&not_on_log=corporate") == ["WANTED"]


def test_only_those_who_may_see_restricted_cases_can_ask_for_them(listed, client):
    wanted(restricted=True)
    other()
    manager = User.objects.create_user("mo@example.org", "Mo Oakes", [Role.MANAGER])

    assert listed("restricted=yes", manager) == ["WANTED"]
    assert listed("restricted=yes") == ["OTHER"]  # not a filter for an officer: left out, and said


def test_a_name_of_anybody_in_the_case_is_searched_for(listed):
    person = Person.objects.create(name="Marlow Penfield")
    CasePerson.objects.create(case=wanted(), person=person, role="service_user")
    other(summary="Penfold")

    assert listed("q=penfield") == ["WANTED"]
    assert listed("q=penfield+marlow") == ["WANTED"]


def stages(version="2006"):
    """A wanted case and another, each with its stage 1 on the children's procedure."""
    rules = make.procedure("children", version)
    for case in wanted(), other():
        make.route(case, rules)
        yield make.stage(case, rules, 1, date(2006, 9, 4))


def second(first, begun_on=date(2006, 10, 2), **fields):
    return make.stage(first.case, first.definition.procedure, 2, begun_on, **fields)


def test_procedure_and_version(listed):
    make.route(wanted(), make.procedure("children", "2006"))
    make.route(other(), make.procedure("children", "1991"))
    version = Procedure.objects.get(code="children", version="2006")

    assert listed(f"version={version.pk}") == ["WANTED"]
    assert sorted(listed("procedure=children")) == ["OTHER", "WANTED"]
    assert listed("procedure=corporate") == []


def test_the_stage_reached_is_the_last_that_was_begun(listed):
    first, of_other = stages()
    second(first)
    second(of_other, None, requested_on=date(2006, 10, 2))

    assert listed("reached=2") == ["WANTED"]
    assert listed("reached=1") == ["OTHER"]


def test_all_that_is_asked_of_a_stage_is_asked_of_the_same_one(listed):
    first, of_other = stages()
    second(first, outcome="upheld")
    second(of_other, outcome="not_upheld")
    of_other.outcome = "upheld"
    of_other.save()

    assert listed("stage=2&outcome=upheld") == ["WANTED"]
    assert listed("stage=1&outcome=upheld") == ["OTHER"]
    assert sorted(listed("outcome=upheld")) == ["OTHER", "WANTED"]


def test_a_case_with_two_stages_of_an_outcome_is_listed_once(listed):
    first, _ = stages()
    first.outcome = "partially_upheld"
    first.save()
    second(first, outcome="upheld")

    assert listed("outcome=upheld_in_any_part") == ["WANTED"]


def test_pending_is_a_stage_begun_and_without_outcome(listed):
    first, of_other = stages()
    second(first)
    second(of_other, None, requested_on=date(2006, 10, 2))

    assert listed("stage=2&outcome=pending") == ["WANTED"]
    assert listed("stage=2&stage_progress=not_begun") == ["OTHER"]


@pytest.mark.parametrize(
    "address",
    [
        "stage=2&requested_from=2006-10-01&requested_to=2006-10-02",
        "stage=2&begun_from=2006-10-03&begun_to=2006-10-03",
        "stage=2&answered_to=2006-10-20",
        "stage=2&stage_progress=answered",
    ],
)
def test_a_stage_is_found_by_the_day_of_each_of_its_steps(listed, address):
    first, of_other = stages()
    days = {"requested_on": date(2006, 10, 2), "responded_on": date(2006, 10, 20)}
    second(first, date(2006, 10, 3), **days)
    second(of_other, date(2006, 10, 10), requested_on=date(2006, 10, 9))

    assert listed(address) == ["WANTED"]


@pytest.mark.parametrize(
    ("answered_on", "time"),
    [
        (date(2006, 9, 18), "target"),
        (date(2006, 9, 19), "extended"),
        (date(2006, 10, 2), "extended"),
        (date(2006, 10, 3), "over"),
    ],
)
def test_in_time_has_three_answers(listed, answered_on, time):
    first, _ = stages()
    first.responded_on = answered_on
    first.save()
    make.deadline(first, target_on=date(2006, 9, 18), ceiling_on=date(2006, 10, 2))

    found = {each: listed(f"stage=1&time={each}") for each in ("target", "extended", "over")}

    assert found == {"target": [], "extended": [], "over": []} | {time: ["WANTED"]}


def test_overdue_now_is_an_unanswered_stage_past_its_date(listed):
    late, in_time = stages()
    make.deadline(late, target_on=date(2006, 10, 31))
    make.deadline(in_time, target_on=date(2006, 11, 1))

    assert listed("overdue=yes") == ["WANTED"]
    assert listed("overdue=no") == ["OTHER"]


def test_an_answered_stage_is_not_overdue(listed):
    answered, _ = stages()
    answered.responded_on = date(2006, 10, 31)
    answered.save()
    make.deadline(answered, target_on=date(2006, 9, 18), met_on=None)

    assert listed("overdue=yes") == []


def test_extended(listed):
    extended, _ = stages()
    days = {"from_due_on": date(2006, 9, 18), "to_due_on": date(2006, 10, 2)}
    Extension.objects.create(stage=extended, reason="Records had to be found", **days)

    assert listed("stage=1&extended=yes") == ["WANTED"]
    assert listed("stage=1&extended=no") == ["OTHER"]


def test_the_finding_that_counts_is_that_on_the_primary_point(listed):
    first, of_other = stages()
    make.finding(first, 1, primary=True, investigator="upheld")
    make.finding(of_other, 1, primary=True, investigator="not_upheld")
    make.finding(of_other, 2, investigator="upheld")

    assert listed("finding=upheld") == ["WANTED"]


def test_an_external_investigator_is_yes_no_or_not_recorded(listed):
    first, of_other = stages()
    second(first, external_investigator=True)
    second(of_other, external_investigator=False)

    assert listed("stage=2&external=True") == ["WANTED"]
    assert listed("stage=2&external=False") == ["OTHER"]
    assert listed("stage=2&external=none") == []


def test_the_nature_at_a_stage_with_a_scheme_of_its_own(listed):
    first, of_other = stages()
    own = make.nature("Delay", scheme="Stage 2 natures", stage=2)
    second(first, nature=own)
    second(of_other)

    assert listed(f"stage_nature={own.pk}") == ["WANTED"]


def test_advocacy_offered_wanted_and_with_an_advocate(listed):
    day = date(2006, 10, 2)
    facts = {"told_on": day, "offered_on": day, "asked_on": day, "wants": "wanted"}
    found = wanted()
    AdvocacyOffer.objects.create(case=found, **facts)
    AdvocacyReferral.objects.create(
        case=found,
        service_area=found.service_area,
        referred_on=day,
        appointed_on=day,
        advocate="Nell Farrow",
        independent=True,
    )
    AdvocacyOffer.objects.create(case=other(), told_on=day)

    for asked in ("offered", "wanted", "referred", "advocate"):
        assert listed(f"advocacy={asked}") == ["WANTED"]
    assert listed("advocacy=none") == ["OTHER"]
    assert listed("advocacy=waiting") == []


def test_mediation_held_and_its_outcome(listed):
    make.mediation("Leaving Care", date(2006, 10, 2), "resolved", case=wanted())
    make.mediation("Leaving Care", None, case=other())

    assert listed("mediation=any") == listed("mediation=resolved") == ["WANTED"]
    assert listed("mediated_from=2006-10-02") == ["WANTED"]
    assert listed("mediation=none") == ["OTHER"]


def test_the_ombudsman(listed):
    decided = date(2006, 10, 2)
    make.ombudsman("Leaving Care", decided, "Premature", "premature", case=wanted())
    other()
    decision = OmbudsmanDecision.objects.get(name="Premature")

    assert listed(f"ombudsman={decision.pk}") == listed("ombudsman=any") == ["WANTED"]
    assert listed("ombudsman=none") == ["OTHER"]
    assert listed("ombudsman=pending") == []
    assert listed("ombudsman_decided_to=2006-10-02") == ["WANTED"]


def test_payments_by_kind_and_two_of_them_list_a_case_once(listed):
    case = wanted()
    for amount in "100.00", "250.00":
        make.payment(
            "Leaving Care", "compensation", amount, case=case, offered_on=date(2006, 10, 2)
        )
    other()

    assert listed("payment=compensation") == listed("payment=any") == ["WANTED"]
    assert listed("payment=reimbursement") == []
    assert listed("payment=none") == ["OTHER"]
    assert listed("paid_from=2006-10-02&paid_to=2006-10-02") == ["WANTED"]


def test_who_holds_a_case_and_to_whom_it_is_put(listed, officer):
    since = date(2006, 9, 4)
    Assignment.objects.create(case=wanted(), user=officer, capacity="owner", since=since)
    told = {"capacity": "responder", "since": since}
    Assignment.objects.create(case=other(), team="Leaving Care team", **told)

    assert listed("owner=me") == listed(f"owner={officer.pk}") == ["WANTED"]
    assert listed("owner=none") == ["OTHER"]
    assert listed("assigned=me") == ["WANTED"]
    assert listed("team=leaving+care") == ["OTHER"]


def test_an_assignment_that_has_ended_counts_no_more(listed, officer):
    days = {"since": date(2006, 9, 4), "until": date(2006, 9, 5)}
    Assignment.objects.create(case=wanted(), user=officer, capacity="owner", **days)

    assert listed("owner=me") == []


def test_equalities_are_those_of_the_service_user(listed):
    make.equalities(wanted(), gender="Female")
    other()
    female = EqualityAnswer.objects.get(dimension="gender", name="Female")

    assert listed(f"gender={female.pk}") == ["WANTED"]
    assert listed("gender=none") == ["OTHER"]


def test_those_who_were_to_be_asked_again_what_they_need(listed):
    for case, day in ((wanted(), date(2006, 10, 31)), (other(), TODAY)):
        person = Person.objects.create(name="Juniper Vale", needs_review_on=day)
        case.people.create(person=person, role="complainant")

    assert listed("ask_again=yes") == ["WANTED"]


def test_a_part_of_a_mixed_complaint_has_the_service_user_of_its_lead(listed):
    lead = wanted()
    make.equalities(lead, gender="Female")
    make.case(date(2006, 9, 4), "Leaving Care", reference="WANTED-2", part_of=lead)
    female = EqualityAnswer.objects.get(dimension="gender", name="Female")

    assert set(listed(f"gender={female.pk}")) == {"WANTED", "WANTED-2"}
    assert listed("gender=none") == []


def test_who_may_not_see_equalities_cannot_ask_by_them(listed, client):
    case = wanted()
    make.equalities(case, gender="Female")
    responder = User.objects.create_user("rae@example.org", "Rae Hill", [Role.RESPONDER])
    Assignment.objects.create(
        case=case, user=responder, capacity="responder", since=date(2006, 9, 4)
    )

    assert listed("gender=none", responder) == ["WANTED"]  # left out, not answered
    page = client.get("/cases/?gender=none").content.decode()
    assert "“gender” is not a filter here: it was left out" in page
    assert "Equalities" not in client.get("/cases/").content.decode()
