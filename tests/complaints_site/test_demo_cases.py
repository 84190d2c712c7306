"""The demonstration's present-day council shows what the system can do, with true data."""

from datetime import date

import pytest
from django.core.management import call_command
from django.db import transaction

from cases.models import Case, CasePerson, ContactRestriction, SafeguardingConcern
from complaints_site import (
    demo_cases,
    demo_late_holiday,
    demo_ombudsman_letter,
    demo_people,
)
from complaints_site.letter_compared import Compared
from remedies.models import ActionPoint, Payment
from stages.calendar_effects import effect_of
from stages.models import (
    AgreedRemedy,
    AnnualLetter,
    CalendarChange,
    Extension,
    Hold,
    OmbudsmanEnquiry,
    Panel,
    Proceedings,
    Task,
)
from stages.situation import Phase, Situation
from tests import factories

TODAY = date(2026, 11, 24)


@pytest.fixture(scope="module")
def council(django_db_setup, django_db_blocker):
    """The stories, loaded once for all tests of the module and taken back after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_lists", verbosity=0)
        demo_people.add_demo_people()
        demo_cases.load(today=TODAY)
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def _open(council, django_db_blocker):
    with django_db_blocker.unblock():
        yield


def of(name: str) -> Case:
    return CasePerson.objects.filter(person__name=name).latest("case__received_on").case


def test_it_is_loaded_once():
    before = Case.objects.count()

    assert demo_cases.load(today=TODAY) == 0
    assert Case.objects.count() == before


def test_a_safeguarding_concern_waits_and_another_was_referred():
    concerns = {concern.case_id: concern for concern in SafeguardingConcern.objects.all()}

    assert concerns[of("Wren Thistleton").pk].referred_on is None
    assert concerns[of("Hazelwyn Prior").pk].referred_to == "Local authority designated officer"
    waiting = Task.objects.open().filter(kind=Task.Kind.SAFEGUARDING)
    assert [task.case for task in waiting] == [of("Wren Thistleton")]


def test_who_complains_is_withheld_from_the_service_that_answers():
    case = of("Hazelwyn Prior")

    assert case.identity_withheld
    assert case.assignments.get(capacity="responder").user.email == "responder@example.org"


def test_the_ombudsman_asks_drafts_and_decides():
    drafted = OmbudsmanEnquiry.objects.get(case=of("Thorley Wexcombe"))
    assert (drafted.received_on, drafted.decided_on) == (date(2026, 9, 29), None)
    assert drafted.requests.get().answer_due_on == date(2026, 10, 27)
    assert drafted.requests.get().answered_on == date(2026, 10, 23)
    assert drafted.drafts.get().comments_due_on == date(2026, 11, 30)

    decided = OmbudsmanEnquiry.objects.get(case=of("Zinnia Hartsop"))
    assert str(decided.decision) == "Upheld"
    open_ones = AgreedRemedy.objects.filter(enquiry=decided, task__done_on=None)
    assert {remedy.kind for remedy in open_ones} == {"apology", "service"}


def test_a_restriction_of_contact_is_in_force_with_an_appeal_to_decide():
    restriction = ContactRestriction.objects.get()

    assert str(restriction.person) == "Quillon Starbeck"
    assert restriction.ended_on is None
    assert restriction.appealed_on == date(2026, 11, 23)
    assert restriction.appeal_decided_on is None


def test_a_payment_waits_for_a_second_person_and_another_to_be_paid():
    waits, accepted = Payment.objects.order_by("-amount")

    assert waits.waits_for_approval
    assert waits.approval.for_deciders
    assert (accepted.accepted_on, accepted.paid_on) == (date(2026, 8, 17), None)


def test_a_lesson_is_open_long_after_its_day():
    late = ActionPoint.objects.filter(done_on=None, due_on__lt=TODAY)

    assert [point.lesson.case for point in late.order_by("due_on")][:1] == [of("Piers Undercliffe")]


def test_a_late_request_waits_for_a_manager():
    task = Task.objects.open().get(kind=Task.Kind.DECISION)

    assert task.decision_kind == "late_request"
    assert task.case == of("Linnet Ashdale")


def test_one_waits_one_was_told_of_a_new_date_one_not_and_two_stand_still_for_proceedings():
    assert Hold.objects.get().stage.case == of("Averil Stonecroft")
    untold = Extension.objects.filter(told_on=None)
    assert [extension.stage.case for extension in untold] == [of("Perrin Ashgrove")]
    assert of("Garrick Holloway").stages.get().extensions.get().told_on == date(2026, 11, 10)
    kinds = Proceedings.objects.order_by("kind").values_list("kind", flat=True)
    assert list(kinds) == ["court", "police"]


def test_what_the_ombudsman_wants_outlives_the_closed_case():
    for name, kinds in {
        "Thorley Wexcombe": {Task.Kind.OMBUDSMAN_DRAFT},
        "Zinnia Hartsop": {Task.Kind.OMBUDSMAN_REMEDY},
    }.items():
        assert not of(name).is_open
        assert {task.kind for task in of(name).tasks.open()} == kinds


def test_every_stage_of_the_childrens_procedure_is_there_in_each_of_its_states():
    cases = Case.objects.filter(route__procedure__code="children")
    situations = [Situation(case) for case in cases]
    seen = {(situation.stage.number, situation.phase) for situation in situations}

    assert seen >= {
        (0, Phase.UNDER_WAY),
        (0, Phase.CLOSED),
        (1, Phase.UNDER_WAY),
        (1, Phase.SUSPENDED),
        (1, Phase.ANSWERED),
        (1, Phase.CLOSED),
        (2, Phase.REQUESTED),
        (2, Phase.UNDER_WAY),
        (2, Phase.ANSWERED),
        (3, Phase.UNDER_WAY),
        (3, Phase.ANSWERED),
    }


def test_two_sisters_share_an_investigation():
    first, second = (
        of(name).stages.get(number=2) for name in ("Bramble Fernhollow", "Teasel Fernhollow")
    )

    assert first.joint
    assert first.joint == second.joint
    assert second.investigator_appointed_on == first.investigator_appointed_on


def test_a_panel_is_to_meet_another_is_to_be_answered_and_one_was():
    panels = {panel.stage.case: panel for panel in Panel.objects.all()}
    planned, reported, answered = (
        panels[of(name)] for name in ("Rosalind Thackery", "Bertrand Oxley", "Cressida Holm")
    )

    assert planned.meets_on > TODAY
    assert reported.stage.panel_report_on
    assert not reported.stage.responded_on
    assert answered.stage.responded_on
    answers = answered.stage.recommendations.values_list("answer", flat=True)
    assert list(answers) == ["accepted", "in_part"]


def test_what_is_a_duplicate_or_logged_in_error_is_left_out_of_the_count():
    left_out = {case.left_out_as: case for case in Case.objects.exclude(left_out_as="")}

    assert set(left_out) == {"duplicate", "logged_in_error"}
    assert left_out["duplicate"].duplicate_of.received_on == date(2026, 11, 5)


def test_a_late_bank_holiday_waits_for_a_decision_and_moves_a_date_already_told():
    demo_late_holiday.load(today=TODAY)

    (waiting,) = CalendarChange.objects.waiting()
    told = [move for move in effect_of(waiting).moves if move.was_told]
    assert waiting.first_day == date(2026, 12, 2)
    assert [(move.stage.case, move.told) for move in told] == [
        (of("Aurelia Brockbank"), date(2026, 12, 30))
    ]
    assert demo_late_holiday.load(today=TODAY) == 0


def test_the_ombudsmans_letter_of_last_year_has_differences_to_settle(django_user_model):
    for day in range(1, 7):
        received_on, closed_on = date(2025, 4, day), date(2025, 6, day)
        factories.case(received_on, "Leaving Care", closed_on=closed_on)
    demo_ombudsman_letter.load(today=TODAY)

    manager = django_user_model.objects.get(email="manager@example.org")
    compared = Compared(AnnualLetter.objects.get(year=2025), manager)
    assert [len(lines) for lines in (compared.agreeing, compared.differing)] == [3, 2]
    assert [line.row.reference for line in compared.only_theirs] == ["25 009 902"]
    assert [line.enquiry.ombudsman_reference for line in compared.only_ours] == ["25 004 932"]
    assert sum(1 for line in compared.differing if line.settlement) == 1
    assert demo_ombudsman_letter.load(today=TODAY) == 0
