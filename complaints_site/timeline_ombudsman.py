"""What happened at the Ombudsman, and with a restriction of contact, for the timeline of a case.

Each line of SQL gives what :data:`complaints_site.timeline.ROWS_ABOUT` gives: kind, day, by whom,
detail, words. It is one query with it. What is put into the SQL is written in this module.
"""


def _of_an_enquiry(kind: str, table: str, day: str, words: str = "''", detail: str = "''") -> str:
    return f"""
    UNION ALL
    SELECT '{kind}', it.{day}, '', {detail}, {words} FROM stages_{table} it
    WHERE it.case_id = %(case)s AND it.{day} IS NOT NULL"""  # noqa: S608


def _of_a_restriction(kind: str, day: str, words: str = "''") -> str:
    return f"""
    UNION ALL
    SELECT DISTINCT '{kind}', it.{day}, '', person.name, {words}
    FROM cases_contactrestriction it
    JOIN cases_person person ON person.id = it.person_id
    JOIN cases_caseperson part ON part.person_id = it.person_id
    WHERE part.case_id = %(case)s AND it.{day} IS NOT NULL"""  # noqa: S608


ROWS = "".join(
    [
        _of_an_enquiry("asked", "ombudsmanrequest", "received_on", "it.asks"),
        _of_an_enquiry("answered", "ombudsmanrequest", "answered_on"),
        _of_an_enquiry("drafted", "draftdecision", "received_on"),
        _of_an_enquiry("commented", "draftdecision", "commented_on", "it.comments"),
        _of_an_enquiry("report", "publicreport", "received_on"),
        _of_an_enquiry("notice", "publicreport", "notice_on"),
        _of_an_enquiry("considered", "publicreport", "considered_on", "it.considered_by"),
        _of_an_enquiry("responded", "publicreport", "responded_on"),
        """
    UNION ALL
    SELECT 'remedied', coalesce(task.evidence_sent_on, task.done_on), '', task.what, task.evidence
    FROM stages_agreedremedy it JOIN stages_task task ON task.id = it.task_id
    WHERE it.case_id = %(case)s AND task.done_on IS NOT NULL""",
        _of_a_restriction("restricted", "decided_on", "it.terms"),
        _of_a_restriction("restriction-told", "told_on"),
        _of_a_restriction("appealed", "appealed_on"),
        _of_a_restriction("appeal-decided", "appeal_decided_on", "it.appeal_reason"),
        _of_a_restriction("restriction-ended", "ended_on", "it.ended_because"),
        """
    UNION ALL
    SELECT DISTINCT 'restriction-reviewed', it.reviewed_on, '', person.name, it.reason
    FROM cases_restrictionreview it
    JOIN cases_contactrestriction restriction ON restriction.id = it.restriction_id
    JOIN cases_person person ON person.id = restriction.person_id
    JOIN cases_caseperson part ON part.person_id = restriction.person_id
    WHERE part.case_id = %(case)s""",
    ]
)
# By kind; {} is the detail
TITLES = {
    "asked": "The Ombudsman asks",
    "answered": "The Ombudsman was answered",
    "drafted": "Ombudsman's draft decision received",
    "commented": "Commented on the Ombudsman's draft decision",
    "report": "Ombudsman's public report received",
    "notice": "Public notice of the report given",
    "considered": "Ombudsman's public report considered",
    "responded": "Council's response to the public report sent",
    "remedied": "Done, and shown to the Ombudsman: {}",
    "restricted": "Contact with {} restricted",
    "restriction-told": "{} told of the restriction",
    "appealed": "{} appealed against the restriction",
    "appeal-decided": "Appeal of {} decided",
    "restriction-reviewed": "Restriction on {} reviewed",
    "restriction-ended": "Restriction on {} ended",
}
ABOUT_SOMEBODY = {
    "restricted",
    "restriction-told",
    "appealed",
    "appeal-decided",
    "restriction-reviewed",
    "restriction-ended",
}  # the detail names a person: perhaps who complains
