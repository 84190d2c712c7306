"""Joint work with a body of the NHS: agreed, consented to, their part received, or given up."""

from collections.abc import Iterable
from datetime import date

from accounts.models import User
from accounts.trail import action, record
from cases.models import Case, Point
from stages.actions.tasks import drop_task, finish_task, raise_task
from stages.models import JointWork, Task
from stages.models.task import TaskQuerySet
from stages.not_possible import NotPossible

REFUSED = "The complainant refused the consent to share"


@action
def set_up_joint_work(case: Case, *, points: Iterable[Point] = (), by: User, **agreed) -> JointWork:
    """Record what was agreed with a body; ``agreed`` are fields of a :class:`JointWork`.

    Their part becomes a task, and the complaint counts as one that was worked jointly.
    """
    refused = agreed["consent"] == JointWork.Consent.REFUSED
    work = JointWork(case=case, separate_because=REFUSED if refused else "", **agreed)
    work.full_clean()
    _what_asked_for_it(case).finish_all(on=work.agreed_on, evidence=f"Set up with {work.body}")
    if work.is_one_reply:
        work.task = _their_part_is_due(work, by)
    work.save()
    work.points.set(points)
    _keep_the_name(case)
    record(f"set up joint work with {work.body}", case, by=by)
    return work


@action
def record_consent(work: JointWork, *, consent: str, on: date, by: User) -> None:
    """What the complainant said to sharing; without consent each body answers apart."""
    work.consent, work.consent_on = consent, on
    if consent == JointWork.Consent.REFUSED:
        work.separate_because = work.separate_because or REFUSED
        _no_longer_awaited(work, on, by)
    work.full_clean()
    work.save()
    said = work.get_consent_display().lower()
    record(f"recorded the consent to share with {work.body}: {said}", work.case, by=by)


@action
def receive_their_part(work: JointWork, *, on: date, by: User) -> None:
    """Their part of the one reply came: the answer no longer waits for it."""
    if work.consent != JointWork.Consent.GIVEN:
        raise NotPossible(f"Not until consent to share with {work.body} is recorded as given.")
    work.came_on = on
    work.full_clean()
    work.save(update_fields=["came_on"])
    if work.task and work.task.is_open:
        finish_task(work.task, on=on, evidence="Their part came", by=by)
    record(f"recorded that the part of {work.body} came", work.case, by=by)


@action
def answer_apart(work: JointWork, *, why: str, on: date, by: User) -> None:
    """Give up the one reply, for a reason: each body answers for itself."""
    work.separate_because = why
    work.full_clean()
    work.save(update_fields=["separate_because"])
    _no_longer_awaited(work, on, by)
    record(f"decided that the council and {work.body} answer apart", work.case, by=by, why=why)


def _their_part_is_due(work: JointWork, by: User) -> Task:
    what = f"{work.body}: their part of the reply"
    return raise_task(work.case, kind=Task.Kind.JOINT, what=what[:300], due_on=work.due_on, by=by)


def _what_asked_for_it(case: Case) -> TaskQuerySet:
    """What the guided test put on the desk: it belongs to no joint work yet."""
    return case.tasks.filter(kind=Task.Kind.JOINT, joint_work=None)


def _no_longer_awaited(work: JointWork, on: date, by: User) -> None:
    if work.task and work.task.is_open:
        drop_task(work.task, on=on, why="Each body answers apart", by=by)


def _keep_the_name(case: Case) -> None:
    """Reports count a joint complaint once, by its lead; the name stands on the part as well."""
    for each in {case, case.lead}:
        works = JointWork.objects.filter(case__in=[each, *each.parts.all()])
        bodies = dict.fromkeys(works.order_by("pk").values_list("body", flat=True))
        each.joint_body = "; ".join(bodies)[:200]
        each.save(update_fields=["joint_body"])
