"""The history of a case: what was done, by whom and why, which fields changed, and who looked.

The sentences are the trail's (:mod:`accounts.trail`). Beside each stand the rows that the database
triggers kept of the same context. A change that no step made, by hand in the database, stands there
by itself: it must not hide. Equalities are left out, as from all of the case page.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Count, Max, Model, QuerySet, Value
from django.db.models.functions import TruncDate
from pghistory.models import Events

from accounts.models import Event, User
from accounts.permissions import Permission
from cases import models as cases
from cases.acts import events_of
from complaints_site.case_page import CaseFile
from complaints_site.changed_fields import Change, changes_of
from documents import models as documents
from letters import models as letters
from messages_out.models import Attachment, Message
from packs import models as packs
from remedies import models as remedies
from stages import models as stages
from stages.steps import BY_KEY

SHOWN = 200
OF_A_CASE = [
    cases.Case,
    cases.CaseIssue,
    cases.CasePerson,
    cases.Assignment,
    cases.Point,
    cases.Note,
    documents.Document,
    cases.Decision,
    cases.SafeguardingConcern,
    cases.CaseLink,
    cases.ToldApart,
    cases.AdvocacyOffer,
    cases.AdvocacyReferral,
    cases.ContactRestriction,
    cases.RestrictionReview,
    cases.LogEntry,
    cases.Contact,
    cases.LoggedAtActivity,
    stages.Route,
    stages.Stage,
    stages.Mediation,
    stages.OmbudsmanEnquiry,
    stages.OmbudsmanRequest,
    stages.DraftDecision,
    stages.AgreedRemedy,
    stages.PublicReport,
    stages.JointWork,
    stages.Proceedings,
    stages.AskedAfterwards,
    stages.Task,
    stages.ProviderRequest,
    stages.ServiceRequest,
    packs.Pack,
    letters.Letter,
    remedies.Payment,
    remedies.Remedy,
    remedies.Lesson,
    remedies.LearningForm,
]
OF_A_STAGE = [
    stages.Deadline,
    stages.Extension,
    stages.Plan,
    stages.Acknowledgement,
    stages.Answer,
    stages.Hold,
    stages.Suspension,
    stages.Finding,
    stages.Appointment,
    stages.Panel,
    stages.MovedDeadline,
    stages.Recommendation,
    stages.Statement,
]
# What hangs on something that a case or one of its stages has, or once had
OF_WHAT_A_CASE_HAS = {
    stages.AskedAfterwards: [stages.AfterwardsAnswer],
    stages.JointWork: [stages.PointOfJointWork],
    stages.Proceedings: [stages.PointOfProceedings],
    stages.OmbudsmanEnquiry: [stages.Settlement],
    stages.ServiceRequest: [stages.RequestLink],
    packs.Pack: [packs.PackDocument],
    letters.Letter: [
        letters.LetterFinding,
        letters.Enclosure,
        letters.Vetting,
        letters.LetterComment,
    ],
    remedies.Lesson: [remedies.ActionPoint],
}
OF_WHAT_A_STAGE_HAS = {
    stages.Panel: [stages.PanelMember, stages.PanelAttendance],
    stages.Statement: [stages.StatementPoint],
}
NOT_HERE = {
    letters.LetterDraft: "stands on the page of its letter, whole",
    letters.SentCopy: "stands on the page of its letter, whole",
    letters.ReturnedBecause: "stands on the page of its letter, with the return",
    cases.Equalities: "left out of all of the case page: read for reports alone",
    documents.FiledEmail: "goes with its note: only the e-mails that follow are held against it",
    documents.Download: "stands on the page of the document, under Who took a copy",
    packs.PackDownload: "stands on the page of the file, under Who took a copy",
    cases.CaseViewing: "stands beside the history, under Who looked",
    cases.SearchedText: "is made of the texts, which are in it",
    documents.DocumentText: "is made of the document, which is in it",
    Attachment: "goes with its message, which has a page of its own",
    Message: "tells of what stands here, and has a page of its own",
    stages.MovedTask: "its task stands here, with the day before and after",
    stages.LinkUse: "stands on the page of its request",
}


@dataclass
class Done:
    """One entry: a sentence of the trail, or a change that has none; ``step`` as it is called."""

    at: datetime
    by: str
    sentence: str
    why: str = ""
    step: str = ""
    changes: list[Change] = field(default_factory=list)


def sentences_about(case: cases.Case) -> QuerySet[Event]:
    return events_of(case).order_by("-at", "-id").select_related("by")[:SHOWN]


def history(file: CaseFile, events: Iterable[Event], *, with_fields: bool) -> list[Done]:
    """What was done to a case, newest first; with the fields for those who read the trail.

    ``events`` are the :func:`sentences_about` it. Reasons and fields may name who complains: not
    for those who may not know it.
    """
    done, of_context = [], {}
    for event in events:
        why = "" if file.withholds else event.why
        entry = Done(event.at, _name(event.by), event.sentence, why, _step(event.names))
        of_context.setdefault(event.context_id, entry)
        done.append(entry)
    if with_fields and not file.withholds:
        decides = file.user.may(Permission.DECIDE)
        rows = [row for row in _rows_kept(file) if decides or not _is_for_deciders(row)]
        done += _join(rows, of_context)
    return sorted(done, key=lambda entry: entry.at, reverse=True)


def who_looked(case: cases.Case) -> QuerySet:
    """Who opened the case, on which days, how often."""
    days = cases.CaseViewing.objects.filter(case=case).annotate(day=TruncDate("at"))
    return (
        days.order_by()
        .values("user__full_name", "day")
        .annotate(times=Count("pk"), last=Max("at"))
        .order_by("-last")[:SHOWN]
    )


def _step(names: dict | None) -> str:
    """The step of the table that an act was, by its label; nothing where it was none of them."""
    key = (names or {}).get("step", "")
    return BY_KEY[key].label if key in BY_KEY else key


def _rows_kept(file: CaseFile) -> Iterable[Events]:
    """The rows of the triggers, in one query after that for the keys of what they hang on."""
    hang_on = _ever_had(file.case)
    looks = [
        _latest(OF_A_CASE, [file.case]),
        _latest(OF_A_STAGE, hang_on.get(stages.Stage)),
        _latest([cases.Person], [part.person for part in file.parts]),
        *(
            _latest(models, hang_on.get(model))
            for model, models in (OF_WHAT_A_CASE_HAS | OF_WHAT_A_STAGE_HAS).items()
        ),
    ]
    queries = [look.query.sql_with_params() for look in looks if look is not None]
    together = " UNION ALL ".join(f"({sql})" for sql, _ in queries)
    return Events.objects.raw(together, [value for _, params in queries for value in params])


def _ever_had(case: cases.Case) -> dict[type[Model], list[Model]]:
    """Its stages and all else that rows hang on, also what was undone since; in one query."""
    of_case = {
        model: model.pgh_event_model.objects.filter(case=case)
        for model in (stages.Stage, *OF_WHAT_A_CASE_HAS)
    }
    its_stages = of_case[stages.Stage].values("pgh_obj")
    of_stages = {
        model: model.pgh_event_model.objects.filter(stage__in=its_stages)
        for model in OF_WHAT_A_STAGE_HAS
    }
    models = {model._meta.label: model for model in of_case | of_stages}
    queries = [
        kept.order_by()
        .annotate(of_model=Value(model._meta.label))
        .values_list("of_model", "pgh_obj")
        for model, kept in (of_case | of_stages).items()
    ]
    had: dict[type[Model], list[Model]] = {}
    for label, key in queries[0].union(*queries[1:]):
        had.setdefault(models[label], []).append(models[label](pk=key))
    return had


def _is_for_deciders(row: Events) -> bool:
    is_task = row.pgh_obj_model == stages.Task._meta.label
    return is_task and bool((row.pgh_data or {}).get("for_deciders"))


def _latest(models: list, of: list | None) -> QuerySet[Events] | None:
    """The newest rows of ``models`` that belong to any of ``of``; nothing where that is empty."""
    if not of:
        return None
    kept = Events.objects.across(*(model.pgh_event_model for model in models)).references(of)
    return kept.order_by("-pgh_created_at", "-pgh_id")[:SHOWN]


def _join(rows: list[Events], of_context: dict) -> list[Done]:
    """Put each change beside its sentence; return entries for those that have none."""
    alone = {}
    for row, changes in zip(rows, changes_of(rows), strict=True):
        entry = of_context.get(row.pgh_context_id) if row.pgh_context_id else None
        if entry is None:
            entry = alone.setdefault(row.pgh_context_id, _without_a_sentence(row))
        entry.changes += changes
    _put_names(alone.values())
    return [entry for entry in alone.values() if entry.changes]


def _without_a_sentence(row: Events) -> Done:
    made_by = row.pgh_context or {}
    step = made_by.get("action", "").replace("_", " ")
    sentence = f"made these changes ({step})" if step else "was changed outside the steps"
    return Done(row.pgh_created_at, made_by.get("user") or "", sentence)


def _put_names(entries: Iterable[Done]) -> None:
    """A context holds the key of whoever acted; a page holds the name."""
    keys = {entry.by for entry in entries if entry.by}
    names = {user.pk: user.full_name for user in User.objects.filter(pk__in=keys)} if keys else {}
    for entry in entries:
        entry.by = names.get(entry.by, _name(None))


def _name(user: User | None) -> str:
    return user.full_name if user else "The system"
