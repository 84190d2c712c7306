"""What was promised, agreed and weighed on a case, read with its tasks and its stages."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject

from accounts.models import User
from accounts.permissions import Permission
from cases.models import Case
from complaints_site.case_page import tasks_of, tasks_to_do
from remedies.models import LearningForm, Remedy
from stages.models import AgreedRemedy, Finding, Recommendation, Stage, Task


@dataclass(frozen=True)
class Considered:
    """Whether a remedy was considered on a point, and why."""

    stage: int
    point: int
    yes: bool
    why: str


def tasks_and_remedies(case: Case, user: User, today: date) -> QuerySet[Task]:
    """The tasks that are to be done, and those of every remedy with what was promised."""
    tasks = tasks_of(case, user)
    of_remedies = Q(remedy__isnull=False) | Q(agreed_remedy__isnull=False)
    to_do = Q(pk__in=tasks_to_do(case, user, today).order_by().values("pk"))
    return tasks.filter(to_do | of_remedies).select_related(
        "owner", "remedy__point", "agreed_remedy"
    )


def promised_of(tasks: Iterable[Task]) -> list[Remedy]:
    """In the order in which they were promised."""
    promised = [task.remedy for task in tasks if hasattr(task, "remedy")]
    return sorted(promised, key=lambda remedy: (remedy.promised_on, remedy.pk))


def agreed_of(tasks: Iterable[Task]) -> list[AgreedRemedy]:
    """What was agreed with the Ombudsman, first due first."""
    agreed = [task.agreed_remedy for task in tasks if hasattr(task, "agreed_remedy")]
    return sorted(agreed, key=lambda remedy: (remedy.task.due_on, remedy.pk))


@dataclass(frozen=True)
class Learning:
    """The learning form of a stage: what it says, or that it is due."""

    stage: Stage
    form: LearningForm | None
    task: Task | None
    may_fill: bool


def learning_of(
    stages: Iterable[Stage], forms: Iterable[LearningForm], tasks: Iterable[Task], user: User
) -> list[Learning]:
    """Of each stage that has one, owes one, or may be given one by ``user``."""
    said = {form.stage_id: form for form in forms}
    owed = {
        task.stage_id: task for task in tasks if task.kind == Task.Kind.LEARNING and task.is_open
    }
    runs = user.may(Permission.RUN_CASE)
    found = []
    for stage in stages:
        form, task = said.get(stage.pk), owed.get(stage.pk)
        may_fill = form is None and (runs or bool(task and task.owner_id == user.pk))
        if form or task or may_fill:
            found.append(Learning(stage, form, task, may_fill))
    return found


def stages_with_remedies() -> QuerySet[Stage]:
    """Stages with what was said of a remedy on each point found for the complainant, and with what
    was recommended in them and no lesson carries through yet."""
    said = Finding.objects.filter(stage=OuterRef("pk")).exclude(remedy_considered=None)
    row = JSONObject(point="point__number", yes="remedy_considered", why="remedy_why")
    waiting = Recommendation.objects.filter(stage=OuterRef("pk"), lesson=None)
    recommended = JSONObject(
        pk="pk", number="number", text="text", answer="answer", reason="reason", of="point__number"
    )
    return Stage.objects.annotate(
        considered_rows=ArraySubquery(said.order_by("point__number", "pk").values(row_as_json=row)),
        recommended_rows=ArraySubquery(waiting.values(row_as_json=recommended)),
    )


def recommended_of(stages: Iterable[Stage]) -> list[Recommendation]:
    """What no lesson carries through yet; ``of`` is the number of the point it is about."""
    found = []
    for stage in stages:
        for row in stage.recommended_rows:
            of = row.pop("of")
            found.append(Recommendation(stage=stage, **row))
            found[-1].of = of
    return found


def considered_of(stages: Iterable[Stage]) -> list[Considered]:
    return [Considered(stage.number, **row) for stage in stages for row in stage.considered_rows]
