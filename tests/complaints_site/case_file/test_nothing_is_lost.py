"""Every row of a case is in its history or left out for a reason, also what names its points."""

from datetime import date

import pytest
from django.apps import apps

from accounts.putting_back import put_back, tracked_models
from accounts.trail import one_act, record
from cases.actions.undoing import undo_last
from cases.acts import last_act
from cases.models import Case, Category, CategoryScheme, Person
from complaints_site.case_history import (
    NOT_HERE,
    OF_A_CASE,
    OF_A_STAGE,
    OF_WHAT_A_CASE_HAS,
    OF_WHAT_A_STAGE_HAS,
)
from stages.actions.joint_work import set_up_joint_work
from stages.actions.proceedings import suspend
from stages.models import Investigator, Panel, PanelAttendance, Statement
from tests.complaints_site.case_file.makers import RECEIVED

pytestmark = pytest.mark.django_db

DAY = date(2006, 9, 5)


def in_the_history():
    further = [*OF_WHAT_A_CASE_HAS.values(), *OF_WHAT_A_STAGE_HAS.values()]
    return {Person, *OF_A_CASE, *OF_A_STAGE, *(model for models in further for model in models)}


def of_a_case():
    """Every model whose rows lead to a case, a table between two models by the proxy that tracks
    it; the rows that the triggers keep are the history itself."""
    models = {model for model in apps.get_models() if not hasattr(model, "pgh_tracked_model")}
    found = {Case}
    while more := {model for model in models - found if found & set(leads_to(model))}:
        found |= more
    return found


def leads_to(model):
    return [field.related_model for field in model._meta.concrete_fields if field.is_relation]


def test_every_row_of_a_case_is_in_its_history_or_left_out_for_a_reason():
    assert of_a_case() - in_the_history() == set(NOT_HERE)
    assert all(NOT_HERE.values())
    assert not in_the_history() & set(NOT_HERE)


def test_what_is_in_the_history_is_kept_by_triggers():
    assert in_the_history() <= set(tracked_models())


def test_every_table_between_two_models_of_ours_is_tracked():
    between = {
        relation.remote_field.through
        for model in apps.get_models()
        if model.__module__.split(".")[0]
        in ("accounts", "cases", "stages", "remedies", "reporting")
        for relation in model._meta.many_to_many
    }
    tracked = {model._meta.concrete_model for model in tracked_models() if model._meta.proxy}
    assert {model._meta.label for model in between} == {
        "cases.Case_issues",
        "cases.ServiceArea_heads",
        "stages.JointWork_points",
        "stages.Proceedings_points",
    }
    assert between == tracked


def changes(page_of, case, manager):
    return [
        change.what for change in page_of(case, manager, "history/").context["entries"][0].changes
    ]


def suspended(case, by, *points):
    return suspend(
        case.stages.get(),
        points=list(points),
        kind="police",
        reasons="The carer may be charged",
        decided_on=DAY,
        told_on=DAY,
        how_to_resubmit="Write to us",
        review_on=date(2006, 10, 5),
        by=by,
    )


def test_the_history_says_which_points_were_suspended(case, manager, page_of):
    suspended(case, manager, case.points.get(number=2))

    assert "Point not considered added: Nobody called back" in changes(page_of, case, manager)


def test_undoing_a_suspension_takes_its_points_back_and_history_keeps_them(case, manager, page_of):
    decision = suspended(case, manager, case.points.get(number=2))
    act = last_act(case)

    undo_last(case, context_id=act.context_id, now=act.at, by=manager)

    assert not type(decision).points.through.objects.exists()
    assert "Point not considered removed: Nobody called back" in changes(page_of, case, manager)


def test_the_history_says_which_points_another_body_answers(case, manager, page_of):
    set_up_joint_work(
        case,
        points=[case.points.get(number=1)],
        body="Anytown Hospital",
        led_by="council",
        agreed_on=DAY,
        consent="given",
        consent_on=DAY,
        due_on=date(2006, 9, 20),
        by=manager,
    )

    assert "Point of joint work added: Visits were cancelled" in changes(page_of, case, manager)


def test_a_point_that_is_taken_out_of_a_decision_comes_back_when_that_is_undone(case, manager):
    first, second = case.points.all()
    decision = suspended(case, manager, first, second)
    with one_act(by=manager, action="correct"):
        decision.points.remove(first)
        record("corrected which points are suspended", case, by=manager)
    act = last_act(case)

    undo_last(case, context_id=act.context_id, now=act.at, by=manager)

    assert list(decision.points.all()) == [first, second]


def test_a_point_that_was_linked_before_any_history_was_kept_comes_back_too(case, manager):
    """As where the table between was filled before its triggers were there."""
    decision = suspended(case, manager, case.points.get(number=1))
    between = decision.points.through.objects.get()
    with one_act(by=manager, action="correct"):
        decision.points.clear()
        record("corrected which points are suspended", case, by=manager)
    act = last_act(case)
    assert put_back(act.context_id) == 1
    assert decision.points.through.objects.get().pk == between.pk


def test_the_history_says_which_natures_a_case_raises(case, manager, page_of):
    scheme = CategoryScheme.objects.create(name="Of tests", position=99)
    delay = Category.objects.create(scheme=scheme, name="Delay")
    with one_act(by=manager, action="correct"):
        case.issues.add(delay)
        record("corrected what it raises", case, by=manager)

    assert changes(page_of, case, manager) == ["Nature raised added: Delay"]
    assert put_back(last_act(case).context_id) == 1
    assert not case.issues.exists()


def test_the_history_says_who_sat_on_the_panel_who_came_and_what_a_statement_said(
    case, manager, page_of
):
    stage = case.stages.get()
    with one_act(by=manager, action="all_at_once"):
        panel = Panel.objects.create(stage=stage)
        panel.members.create(investigator=Investigator.objects.create(name="Petra First"))
        PanelAttendance.objects.create(panel=panel, name="Marlow Penfield", part="complainant")
        version = Statement.objects.create(
            stage=stage, version=1, proposed_by="council", proposed_on=RECEIVED
        )
        version.points.create(number=1, text="Visits were cancelled twice. " * 6)
        record("did it all", case, by=manager)

    said = changes(page_of, case, manager)

    assert "Panel member added: Petra First" in said
    assert "Attendance at the panel added: Marlow Penfield" in said
    (long,) = [one for one in said if one.startswith("Point of the statement added: Visits were")]
    assert long.endswith("twice. Visits were c …")


def test_what_was_undone_keeps_its_members_in_the_history(case, manager, page_of):
    with one_act(by=manager, action="seat"):
        panel = Panel.objects.create(stage=case.stages.get())
        panel.members.create(investigator=Investigator.objects.create(name="Petra First"))
        record("seated a panel", case, by=manager)
    act = last_act(case)

    undo_last(case, context_id=act.context_id, now=act.at, by=manager)

    undone, seated = page_of(case, manager, "history/").context["entries"][:2]
    assert "Panel member added: Petra First" in [change.what for change in seated.changes]
    assert any(change.what.startswith("Panel member removed") for change in undone.changes)
