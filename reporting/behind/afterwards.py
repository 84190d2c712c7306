"""What followed: money, lessons, the Ombudsman, what was asked after closing."""

from django.db.models import Model

from remedies.models import ActionPoint, Lesson, Payment
from reporting.behind.base import Shown, area, display, outcome
from stages.models import (
    AfterwardsAnswer,
    AgreedRemedy,
    AskedAfterwards,
    OmbudsmanEnquiry,
    OmbudsmanRequest,
)
from stages.points_upheld import points_upheld

SHOWN: dict[type[Model], Shown] = {
    Payment: Shown(
        ("case", "service_area"),
        {
            "Service area": area,
            "Kind": display("kind"),
            "Stage": lambda row: row.stage_number,
            "Offered": lambda row: row.offered_on,
            "Paid": lambda row: row.paid_on,
            "Amount": lambda row: row.amount,
        },
    ),
    Lesson: Shown(
        ("case", "service_area"),
        {
            "Service area": area,
            "Raised": lambda row: row.raised_on,
            "Lesson": lambda row: row.text,
            "An issue before": lambda row: "Yes" if row.recurring or row.repeats_id else "",
        },
    ),
    ActionPoint: Shown(
        ("lesson__case", "lesson__service_area"),
        {
            "Service area": lambda row: row.lesson.service_area,
            "Action": lambda row: row.text,
            "Lead": lambda row: row.lead,
            "Due": lambda row: row.due_on,
            "Done": lambda row: row.done_on,
        },
    ),
    OmbudsmanEnquiry: Shown(
        ("case", "service_area", "decision"),
        {
            "Service area": area,
            "Decided": lambda row: row.decided_on,
            "Decision": lambda row: row.decision,
        },
    ),
    AgreedRemedy: Shown(
        ("case", "enquiry__service_area", "task__owner"),
        {
            "Service area": lambda row: row.enquiry.service_area,
            "Kind": display("kind"),
            "Agreed": lambda row: row.task.what,
            "Owner": lambda row: row.task.owner,
            "Due": lambda row: row.task.due_on,
            "Shown to the Ombudsman": lambda row: row.task.evidence_sent_on,
        },
    ),
    OmbudsmanRequest: Shown(
        ("case", "enquiry__service_area"),
        {
            "Service area": lambda row: row.enquiry.service_area,
            "Received": lambda row: row.received_on,
            "Answer due": lambda row: row.answer_due_on,
            "Answered": lambda row: row.answered_on,
            "Days": lambda row: row.days_taken,
        },
    ),
    AskedAfterwards: Shown(
        ("case__service_area", "stage__definition"),
        {
            "Service area": lambda row: row.case.service_area,
            "Stage": lambda row: row.stage.definition,
            "Outcome": lambda row: outcome(row.stage, row.points_upheld),
            "Asked": lambda row: row.asked_on,
            "How": display("how"),
            "Answered": lambda row: row.answered_on,
            "What they said": lambda row: row.said,
        },
        {"points_upheld": points_upheld("stage")},
    ),
    AfterwardsAnswer: Shown(
        ("asked__case__service_area", "asked__stage__definition", "question"),
        {
            "Service area": lambda row: row.case.service_area,
            "Stage": lambda row: row.asked.stage.definition,
            "Outcome": lambda row: outcome(row.asked.stage, row.points_upheld),
            "Question": lambda row: row.question,
            "Answer": display("answer"),
            "What they said": lambda row: row.asked.said,
        },
        {"points_upheld": points_upheld("asked__stage")},
    ),
}
