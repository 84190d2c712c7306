"""What happened within the stages beside their own dates.

Time limits moved, plans, answers by talking, statements of complaint.
"""

from complaints_site.timeline.happening import Happening, titled, with_date

ROWS = [
    """
    SELECT 'extension', extension.decided_on, '', extension.to_due_on::text, extension.reason
    FROM stages_extension extension JOIN stages_stage stage ON stage.id = extension.stage_id
    WHERE stage.case_id = %(case)s AND extension.decided_on IS NOT NULL
    """,
    """
    SELECT 'told', extension.told_on, '', extension.to_due_on::text, ''
    FROM stages_extension extension JOIN stages_stage stage ON stage.id = extension.stage_id
    WHERE stage.case_id = %(case)s AND extension.told_on IS NOT NULL
    """,
    """
    SELECT CASE WHEN plan.by_agreement THEN 'agreed' ELSE 'set' END, plan.agreed_on, '',
           plan.due_on::text, plan.how
    FROM stages_plan plan JOIN stages_stage stage ON stage.id = plan.stage_id
    WHERE stage.case_id = %(case)s
    """,
    """
    SELECT 'update', done_on, '', '', evidence FROM stages_task
    WHERE case_id = %(case)s AND kind = 'update' AND done_on IS NOT NULL
    """,
    """
    SELECT answer.way, coalesce(answer.right_given_on, stage.responded_on), '', answer.with_whom,
           answer.agreed
    FROM stages_answer answer JOIN stages_stage stage ON stage.id = answer.stage_id
    WHERE stage.case_id = %(case)s AND answer.way <> 'written'
    """,
    """
    SELECT 'calendar', change.decided_on, coalesce(decider.full_name, ''), '',
           string_agg(time_limit.name || CASE WHEN moved.stayed THEN ' stays on '
               ELSE ' moved to ' END || to_char(moved.to_on, 'FMDD FMMonth YYYY'), E'\n')
    FROM stages_moveddeadline moved
    JOIN stages_stage stage ON stage.id = moved.stage_id
    JOIN stages_calendarchange change ON change.id = moved.change_id
    JOIN stages_deadline deadline ON deadline.id = moved.deadline_id
    JOIN stages_timelimit time_limit ON time_limit.id = deadline.limit_id
    LEFT JOIN accounts_user decider ON decider.id = change.decided_by_id
    WHERE stage.case_id = %(case)s GROUP BY change.id, decider.full_name
    """,
    """
    SELECT 'statement', statement.proposed_on, '', statement.version::text, ''
    FROM stages_statement statement JOIN stages_stage stage ON stage.id = statement.stage_id
    WHERE stage.case_id = %(case)s
    """,
    """
    SELECT 'changes', statement.changes_wanted_on, '', statement.version::text,
           statement.changes_wanted
    FROM stages_statement statement JOIN stages_stage stage ON stage.id = statement.stage_id
    WHERE stage.case_id = %(case)s AND statement.changes_wanted_on IS NOT NULL
    """,
]
# In its detail: perhaps who complains
NAMES_SOMEBODY = {"spoken", "settled"}


TITLES = {
    "extension": with_date("Decided: more time, to {}"),
    "told": with_date("Told the complainant of the new date, {}"),
    "agreed": with_date("Plan agreed: answer due {}"),
    "set": with_date("Date set and told: {}"),
    "update": titled("Update to the complainant"),
    "spoken": lambda on, by, detail, text: Happening(
        on,
        "Told of the right to go on",
        text=f"Agreed with {detail}: {text}" if detail else f"Agreed: {text}",
    ),
    "settled": lambda on, by, detail, text: Happening(on, "How it was settled", detail, text),
    "statement": titled("Statement of complaint proposed, version {}"),
    "changes": titled("Changes wanted in version {} of the statement"),
    "calendar": titled("Calendar changed"),
}
