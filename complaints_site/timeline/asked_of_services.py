"""What services were asked about the case, and what they answered."""

from complaints_site.timeline.happening import Happening

# The words stand as the detail, which is left out for who may not know who complains
ROWS = [
    """
    SELECT happened.kind, happened.day, coalesce(asked.full_name, request.to_name),
           happened.detail, happened.words
    FROM stages_servicerequest request LEFT JOIN accounts_user asked ON asked.id = to_user_id
    CROSS JOIN LATERAL (VALUES
        ('service-asked', request.asked_on, request.question, ''),
        ('service-answered', request.answered_on, request.answer, ''),
        ('service-withdrawn', request.withdrawn_on, '', request.withdrawn_because)
    ) happened (kind, day, detail, words)
    WHERE request.case_id = %(case)s AND happened.day IS NOT NULL
    """,
]
NAMES_SOMEBODY = {"service-asked", "service-answered"}

TITLES = {
    "service-asked": lambda on, by, detail, text: Happening(on, f"Asked of {by}", text=detail),
    "service-answered": lambda on, by, detail, text: Happening(on, f"Answer of {by}", text=detail),
    "service-withdrawn": lambda on, by, detail, text: Happening(
        on, f"No longer asked of {by}", text=text
    ),
}
