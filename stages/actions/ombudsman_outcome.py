"""What follows an Ombudsman's decision: the remedies agreed, each a task, and a public report."""

from datetime import date

from accounts.models import User
from accounts.trail import action, record
from cases.models import Case
from stages.actions.tasks import finish_task, raise_task
from stages.calendars import load_calendar
from stages.models import AgreedRemedy, OmbudsmanEnquiry, PublicReport, Task
from stages.not_possible import NotPossible
from stages.working_days import DayOne, Unit, due_on

THE_OMBUDSMAN = "the Ombudsman"


@action
def agree_remedy(
    enquiry: OmbudsmanEnquiry, *, kind: str, what: str, due_on: date, owner: User, by: User
) -> AgreedRemedy:
    """Record what the council agreed to do: a task with a day and an owner, who must confirm it.

    It outlives the case, and is done only once what shows it has been sent to the Ombudsman.
    """
    case = _case_of(enquiry)
    if not Case.objects.visible_to(owner).filter(pk=case.pk).exists():
        raise NotPossible(f"{owner} may not open {case}. Put the case to them first.")
    task = raise_task(
        case,
        what=what,
        kind=Task.Kind.OMBUDSMAN_REMEDY,
        due_on=due_on,
        owner=owner,
        outlives_the_case=True,
        needs_evidence=True,
        evidence_goes_to=THE_OMBUDSMAN,
        by=by,
    )
    return AgreedRemedy.objects.create(enquiry=enquiry, case=case, kind=kind, task=task)


@action
def receive_report(
    enquiry: OmbudsmanEnquiry,
    *,
    on: date,
    by: User,
    owner: User | None = None,
    response_due_on: date | None = None,
) -> PublicReport:
    """Record a public report: the council's formal response is due within three months of it.

    Section 31(2), Local Government Act 1974: three months beginning with the day on which it was
    received, or longer where the Ombudsman agreed so in writing (``response_due_on``).
    """
    case = _case_of(enquiry)
    due = response_due_on or due_on(on, 3, Unit.MONTHS, load_calendar(), DayOne.SAME)
    report = PublicReport(enquiry=enquiry, case=case, received_on=on, response_due_on=due)
    report.full_clean()
    report.task = raise_task(
        enquiry.case,
        what=(
            "Put the Ombudsman's report to cabinet or full council, and send the council's "
            f"formal response ({enquiry.name})"
        ),
        kind=Task.Kind.OMBUDSMAN_REPORT,
        due_on=due,
        owner=owner or by,
        outlives_the_case=True,
        needs_evidence=True,
        by=by,
    )
    report.save()
    record("recorded the Ombudsman's public report", enquiry.case, by=by)
    return report


@action
def consider_report(
    report: PublicReport, *, on: date, considered_by: str, by: User, notice_on: date | None = None
) -> None:
    """Record which members considered a public report, and the day public notice was given."""
    report.considered_on, report.considered_by = on, considered_by
    report.notice_on = notice_on or report.notice_on
    report.full_clean()
    report.save(update_fields=["considered_on", "considered_by", "notice_on"])
    record(f"recorded that {considered_by} considered the report", report.enquiry.case, by=by)


@action
def respond_to_report(report: PublicReport, *, on: date, said: str, by: User) -> None:
    """Record that the council's formal response to a public report was sent."""
    report.responded_on = on
    report.full_clean()
    report.save(update_fields=["responded_on"])
    if report.task and report.task.is_open:
        finish_task(report.task, on=on, evidence=said, by=by)
    record("sent the council's response to the public report", report.enquiry.case, by=by, why=said)


def _case_of(enquiry: OmbudsmanEnquiry) -> Case:
    if enquiry.case is None:
        raise NotPossible("Put the enquiry to a case first.")
    return enquiry.case
