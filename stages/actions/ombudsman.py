"""The Ombudsman: what is asked, answered, drafted and decided. The case may have closed long ago.

What falls due is a task, which outlives the case. An enquiry about no case of ours has no task: its
dates stand on the Ombudsman page.
"""

from datetime import date

from accounts.models import User
from accounts.trail import action, record
from cases.models import Case, CasePerson, PassedOnBy, ServiceArea
from stages.actions.intake import take_in
from stages.actions.tasks import drop_task, finish_task, raise_task
from stages.models import (
    DraftDecision,
    OmbudsmanDecision,
    OmbudsmanEnquiry,
    OmbudsmanRequest,
    Task,
)
from stages.not_possible import NotPossible


@action
def receive_enquiry(
    case: Case | None,
    *,
    on: date,
    by: User,
    reference: str = "",
    about: str = "",
    service_area: ServiceArea | None = None,
) -> OmbudsmanEnquiry:
    """Record that somebody went to the Ombudsman; possible at any time, also after a case closed.

    Without a case, ``service_area`` says where it belongs.
    """
    enquiry = OmbudsmanEnquiry(
        case=case,
        service_area=service_area or case.service_area,
        received_on=on,
        ombudsman_reference=reference,
        about=about,
    )
    enquiry.full_clean()
    enquiry.save()
    record("recorded an enquiry of the Ombudsman", case or enquiry, by=by)
    return enquiry


@action
def ask(
    enquiry: OmbudsmanEnquiry,
    *,
    asks: str,
    on: date,
    answer_due_on: date,
    by: User,
    owner: User | None = None,
) -> OmbudsmanRequest:
    """Record what the Ombudsman asks us, with the day by which it is to be answered."""
    request = OmbudsmanRequest(
        enquiry=enquiry, case=enquiry.case, asks=asks, received_on=on, answer_due_on=answer_due_on
    )
    request.full_clean()
    what = f"Answer the Ombudsman ({enquiry.name})"
    kind = Task.Kind.OMBUDSMAN_ANSWER
    request.task = _task(enquiry, what, kind, answer_due_on, owner or by, by)
    request.save()
    record("recorded what the Ombudsman asks", enquiry.case or enquiry, by=by)
    return request


@action
def answer(request: OmbudsmanRequest, *, on: date, by: User, sent: str = "") -> None:
    """Record that a request was answered; ``sent`` says what went to the Ombudsman."""
    request.answered_on = on
    request.full_clean()
    request.save(update_fields=["answered_on"])
    if request.task and request.task.is_open:
        finish_task(request.task, on=on, evidence=sent, by=by)
    about = request.enquiry.case or request.enquiry
    record("answered the Ombudsman", about, by=by, why=sent)


@action
def receive_draft(
    enquiry: OmbudsmanEnquiry,
    *,
    on: date,
    comments_due_on: date,
    by: User,
    owner: User | None = None,
) -> DraftDecision:
    """Record a draft decision, on which the council may comment until a day."""
    draft = DraftDecision(
        enquiry=enquiry, case=enquiry.case, received_on=on, comments_due_on=comments_due_on
    )
    draft.full_clean()
    what = f"Comment on the Ombudsman's draft decision ({enquiry.name})"
    kind = Task.Kind.OMBUDSMAN_DRAFT
    draft.task = _task(enquiry, what, kind, comments_due_on, owner or by, by)
    draft.save()
    record("recorded the Ombudsman's draft decision", enquiry.case or enquiry, by=by)
    return draft


@action
def comment(draft: DraftDecision, *, on: date, by: User, comments: str = "") -> None:
    """Record the comments sent on a draft decision; empty where there is nothing to say."""
    draft.commented_on, draft.comments = on, comments
    draft.full_clean()
    draft.save(update_fields=["commented_on", "comments"])
    if draft.task and draft.task.is_open:
        finish_task(draft.task, on=on, evidence=comments or "No comments", by=by)
    said = "commented on the draft decision" if comments else "had no comments on the draft"
    record(said, draft.enquiry.case or draft.enquiry, by=by, why=comments)


@action
def decide_enquiry(
    case: Case, *, on: date, decision: OmbudsmanDecision, by: User
) -> OmbudsmanEnquiry:
    """Record the Ombudsman's decision on the enquiry of ``case`` that has waited longest."""
    enquiry = case.ombudsman_enquiries.undecided().order_by("received_on").first()
    if enquiry is None:
        raise NotPossible("No enquiry of the Ombudsman is waiting for a decision.")
    return decide(enquiry, on=on, decision=decision, by=by)


@action
def decide(
    enquiry: OmbudsmanEnquiry, *, on: date, decision: OmbudsmanDecision, by: User
) -> OmbudsmanEnquiry:
    """Record a decision: it belongs to the year in which it was made.

    Nothing more is to be answered. What was sent back to us is to be taken up at once.
    """
    enquiry.decision, enquiry.decided_on = decision, on
    enquiry.full_clean()
    enquiry.save(update_fields=["decision", "decided_on"])
    for task in _unfinished(enquiry):
        drop_task(task, on=on, why="The Ombudsman has decided", by=by)
    record(f"recorded the Ombudsman's decision: {decision}", enquiry.case or enquiry, by=by)
    if enquiry.case and decision.means == OmbudsmanDecision.Means.PREMATURE:
        _take_up_again(enquiry, on, by)
    return enquiry


@action
def put_to_case(enquiry: OmbudsmanEnquiry, case: Case, *, by: User, why: str = "") -> None:
    """Join an enquiry about no case of ours to the case that it is about.

    What is still due becomes a task of the case.
    """
    if enquiry.case:
        raise NotPossible(f"This enquiry is about {enquiry.case}.")
    enquiry.case = case
    enquiry.save(update_fields=["case"])
    record(f"put the Ombudsman's enquiry {enquiry.name} to the case", case, by=by, why=why)
    enquiry.requests.update(case=case)
    enquiry.drafts.update(case=case)
    for request in enquiry.requests.filter(answered_on=None):
        what, kind = f"Answer the Ombudsman ({enquiry.name})", Task.Kind.OMBUDSMAN_ANSWER
        request.task = _task(enquiry, what, kind, request.answer_due_on, by, by)
        request.save(update_fields=["task"])
    for draft in enquiry.drafts.filter(commented_on=None):
        what = f"Comment on the Ombudsman's draft decision ({enquiry.name})"
        kind = Task.Kind.OMBUDSMAN_DRAFT
        draft.task = _task(enquiry, what, kind, draft.comments_due_on, by, by)
        draft.save(update_fields=["task"])


@action
def log_from_enquiry(
    enquiry: OmbudsmanEnquiry, *, on: date, complainant: str, summary: str, by: User
) -> Case:
    """Log what the Ombudsman sent back as a complaint: the council has its chance now."""
    case = take_in(
        on=on,
        by=by,
        received_on=on,
        service_area=enquiry.service_area,
        passed_on_by=PassedOnBy.objects.filter(name="Ombudsman").first(),
        summary=summary,
        complainant={"name": complainant} if complainant else None,
    )
    put_to_case(enquiry, case, why="Logged from what the Ombudsman sent back", by=by)
    return case


@action
def correct_enquiry(enquiry: OmbudsmanEnquiry, *, why: str, by: User, **facts) -> None:
    """Correct the reference, the dates or the decision of an enquiry, with the reason."""
    if not why.strip():
        raise NotPossible("Say why it is corrected.")
    for name, value in facts.items():
        setattr(enquiry, name, value)
    enquiry.full_clean()
    enquiry.save(update_fields=list(facts))
    about = enquiry.case or enquiry
    record("corrected what is recorded of the Ombudsman's enquiry", about, by=by, why=why)


def _task(
    enquiry: OmbudsmanEnquiry, what: str, kind: Task.Kind, due_on: date, owner: User, by: User
) -> Task | None:
    """A task on the case of the enquiry; none where it has no case."""
    if enquiry.case is None:
        return None
    return raise_task(
        enquiry.case,
        what=what,
        kind=kind,
        due_on=due_on,
        owner=owner,
        outlives_the_case=True,
        by=by,
    )


def _unfinished(enquiry: OmbudsmanEnquiry) -> list[Task]:
    requests = Task.objects.filter(ombudsman_request__enquiry=enquiry).open()
    drafts = Task.objects.filter(ombudsman_draft__enquiry=enquiry).open()
    return [*requests, *drafts]


def _take_up_again(enquiry: OmbudsmanEnquiry, on: date, by: User) -> None:
    said = "reopen it" if not enquiry.case.is_open else "go on with it"
    what = f"The Ombudsman sent the complaint back: {said}, and tell {_whom(enquiry.case)}"
    _task(enquiry, what, Task.Kind.OMBUDSMAN_SENT_BACK, on, by, by)


def _whom(case: Case) -> str:
    part = case.people.filter(role=CasePerson.Role.COMPLAINANT).select_related("person").first()
    return part.person.name[:100] if part else "the complainant"
