"""What happened at the Ombudsman after the enquiry came: requests, draft, report, remedies."""

from complaints_site.timeline.happening import titled


def _day_of(kind: str, table: str, day: str, words: str = "''") -> str:
    """What is put into the SQL is written in this module."""
    return f"""
    SELECT '{kind}', it.{day}, '', '', {words} FROM stages_{table} it
    WHERE it.case_id = %(case)s AND it.{day} IS NOT NULL
    """  # noqa: S608


ROWS = [
    _day_of("asked", "ombudsmanrequest", "received_on", "it.asks"),
    _day_of("answered", "ombudsmanrequest", "answered_on"),
    _day_of("drafted", "draftdecision", "received_on"),
    _day_of("commented", "draftdecision", "commented_on", "it.comments"),
    _day_of("report", "publicreport", "received_on"),
    _day_of("notice", "publicreport", "notice_on"),
    _day_of("considered", "publicreport", "considered_on", "it.considered_by"),
    _day_of("responded", "publicreport", "responded_on"),
    """
    SELECT 'remedied', coalesce(task.evidence_sent_on, task.done_on), '', task.what, task.evidence
    FROM stages_agreedremedy it JOIN stages_task task ON task.id = it.task_id
    WHERE it.case_id = %(case)s AND task.done_on IS NOT NULL
    """,
]
TITLES = {
    "asked": titled("The Ombudsman asks"),
    "answered": titled("The Ombudsman was answered"),
    "drafted": titled("Ombudsman's draft decision received"),
    "commented": titled("Commented on the Ombudsman's draft decision"),
    "report": titled("Ombudsman's public report received"),
    "notice": titled("Public notice of the report given"),
    "considered": titled("Ombudsman's public report considered"),
    "responded": titled("Council's response to the public report sent"),
    "remedied": titled("Done, and shown to the Ombudsman: {}"),
}
