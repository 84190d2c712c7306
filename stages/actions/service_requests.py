"""Asking a service about a case: the question, its link, chasing, the answer however it came."""

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.utils.timezone import localdate

from accounts.models import User
from accounts.trail import action, record
from cases.models import Case
from messages_out.secret import new_seed, secret_of
from stages import question_link
from stages.actions.tasks import raise_task
from stages.calendars import load_calendar
from stages.models import LinkUse, RequestLink, ServiceRequest, Task
from stages.not_possible import NotPossible
from stages.working_days import add_working_days

How = ServiceRequest.How


@dataclass(frozen=True)
class Sent:
    """A link that is queued with all that is saved, and the code, which is shown this once."""

    link: RequestLink
    code: str


@action
def ask_service(
    case: Case,
    *,
    question: str,
    on: date,
    due_on: date,
    by: User,
    to_user: User | None = None,
    to_name: str = "",
) -> ServiceRequest:
    """Ask ``to_user``, who signs in, or ``to_name``, who does not; chased by who holds the case."""
    to = to_user.full_name if to_user else to_name
    task = raise_task(
        case,
        kind=Task.Kind.SERVICE_REQUEST,
        what=f"Answer of {to} to our question"[:300],
        due_on=due_on,
        by=by,
    )
    request = ServiceRequest(
        case=case,
        task=task,
        to_user=to_user,
        to_name=to_name,
        question=question,
        asked_on=on,
        asked_by=by,
        due_on=due_on,
    )
    request.full_clean()
    request.save()
    if on == localdate():
        question_link.tell_who_signs_in(request, asks=question_link.ASKS, by=by)
    record(f"asked {to}, for an answer by {due_on:%-d %B %Y}"[:500], case, by=by, why=question)
    return request


@action
def ask_through_link(
    case: Case,
    *,
    question: str,
    on: date,
    due_on: date,
    to_name: str,
    to_email: str,
    now: datetime,
    by: User,
) -> Sent:
    """Ask ``to_name``, who answers through a link sent to ``to_email``."""
    request = ask_service(case, question=question, on=on, due_on=due_on, to_name=to_name, by=by)
    return send_link(request, to=to_email, now=now, by=by)


@action
def send_link(request: ServiceRequest, *, to: str, now: datetime, by: User) -> Sent:
    """Send a link that opens the one question until the fifth working day; an older one closes."""
    _refuse_what_is_over(request)
    if reason := question_link.why_no_link():
        raise ValidationError(reason)
    if not question_link.is_the_councils(to):
        raise ValidationError("Enter an address of the council’s own.")
    request.links.standing().update(withdrawn_at=now)
    seed, code = new_seed(), question_link.new_code()
    ends_on = add_working_days(localdate(now), question_link.DAYS, load_calendar())
    link = RequestLink(
        request=request,
        message=question_link.queue_link(request, to=to, seed=seed, until=ends_on, by=by),
        token_hash=question_link.hash_of(secret_of(seed)),
        code_hash=question_link.hash_of_code(code),
        sent_to=to,
        made_at=now,
        made_by=by,
        ends_on=ends_on,
    )
    link.full_clean()
    link.save()
    record(
        f"sent {request.to} a link to the question, open until {link.ends_on:%-d %B %Y}"[:500],
        request.case,
        by=by,
    )
    return Sent(link, code)


@action
def withdraw_link(request: ServiceRequest, *, now: datetime, by: User) -> None:
    """Close the link that stands; the question is still asked."""
    if not request.links.standing().update(withdrawn_at=now):
        raise NotPossible("No link to this question stands: there is nothing to withdraw.")
    record(f"withdrew the link sent to {request.to}"[:500], request.case, by=by)


@action
def chase_request(request: ServiceRequest, *, on: date, by: User, how: str = "") -> None:
    """Record that the answer was asked for again; who signs in is reminded, on their desk too."""
    _refuse_what_is_over(request)
    request.chased, request.chased_on = request.chased + 1, on
    request.full_clean()
    request.save(update_fields=["chased", "chased_on"])
    if on == localdate():
        question_link.tell_who_signs_in(request, asks=question_link.REMINDS, by=by)
    record(f"chased the answer of {request.to}"[:500], request.case, by=by, why=how)


@action
def answer_request(
    request: ServiceRequest, *, answer: str, on: date, how: str, now: datetime, by: User | None
) -> None:
    """Keep the answer; nobody chases it any longer, and no link opens the question."""
    _refuse_what_is_over(request)
    request.answer, request.answered_on = answer, on
    request.answered_how, request.answered_by = how, by
    request.full_clean()
    request.save(update_fields=["answer", "answered_on", "answered_how", "answered_by"])
    request.links.standing().update(withdrawn_at=now)
    Task.objects.filter(pk=request.task_id).finish_all(on=on, evidence=answer)
    late = ", late" if request.is_late(on=on) else ""
    told = {
        How.SIGNED_IN: "answered the question asked of them",
        How.LINK: f"The answer of {request.to} came through the link",
        How.TOLD: f"wrote down the answer of {request.to}",
    }[how]
    record(f"{told}{late}"[:500], request.case, by=by, why=answer)


@action
def answer_through_link(link: RequestLink, *, answer: str, now: datetime, by: None = None) -> None:
    """The answer of somebody who has the link and its code. ``link`` is locked."""
    if reason := link.why_closed(on=localdate(now)):
        raise ValidationError(reason)
    link.used_at = now
    link.save(update_fields=["used_at"])
    link.uses.create(what=LinkUse.What.ANSWERED)
    on = localdate(now)
    answer_request(link.request, answer=answer, on=on, how=How.LINK, now=now, by=by)


@action
def count_wrong_code(link: RequestLink, *, by: None = None) -> None:
    """``link`` is locked, so that many guesses at once count each."""
    link.wrong_codes += 1
    link.save(update_fields=["wrong_codes"])
    link.uses.create(what=LinkUse.What.WRONG_CODE)


@action
def withdraw_request(
    request: ServiceRequest, *, on: date, why: str, now: datetime, by: User
) -> None:
    """The question is no longer asked: no link opens it."""
    _refuse_what_is_over(request)
    request.withdrawn_on, request.withdrawn_because = on, why
    request.full_clean()
    request.save(update_fields=["withdrawn_on", "withdrawn_because"])
    request.links.standing().update(withdrawn_at=now)
    Task.objects.filter(pk=request.task_id).give_up(on=on, why=why)
    record(f"no longer asks {request.to}"[:500], request.case, by=by, why=why)


def _refuse_what_is_over(request: ServiceRequest) -> None:
    if not request.is_open:
        raise NotPossible(f"{request} is over: nothing more is asked there.")
