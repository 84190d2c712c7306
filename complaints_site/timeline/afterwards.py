"""What followed: payments, the Ombudsman's enquiry and decision, what was asked after closing."""

from decimal import Decimal

from complaints_site.timeline.happening import Happening, titled, with_detail
from remedies.models import Payment
from stages.models import How

ROWS = [
    """
    SELECT 'payment', paid_on, '', kind, amount::text FROM remedies_payment
    WHERE case_id = %(case)s AND paid_on IS NOT NULL
    """,
    """
    SELECT 'enquiry', received_on, '', '', ombudsman_reference FROM stages_ombudsmanenquiry
    WHERE case_id = %(case)s AND received_on IS NOT NULL
    """,
    """
    SELECT 'ombudsman', enquiry.decided_on, '', '', coalesce(decision.name, '')
    FROM stages_ombudsmanenquiry enquiry LEFT JOIN stages_ombudsmandecision decision
         ON decision.id = enquiry.decision_id
    WHERE enquiry.case_id = %(case)s AND enquiry.decided_on IS NOT NULL
    """,
    """
    SELECT 'afterwards-asked', asked_on, '', '', how FROM stages_askedafterwards
    WHERE case_id = %(case)s
    """,
    """
    SELECT 'afterwards-said', answered_on, '', said, '' FROM stages_askedafterwards
    WHERE case_id = %(case)s AND answered_on IS NOT NULL
    """,
]
# In its detail: perhaps who complains
NAMES_SOMEBODY = {"afterwards-said"}


def _payment(on, by, detail, text):
    return Happening(on, f"{Payment.Kind(detail).label} paid", text=f"£{Decimal(text):,.2f}")


TITLES = {
    "payment": _payment,
    "enquiry": titled("Enquiry of the Ombudsman"),
    "ombudsman": titled("Ombudsman's decision"),
    "afterwards-asked": lambda on, by, detail, text: Happening(
        on, f"Asked after closing, {How(text).label.lower()}"
    ),
    "afterwards-said": with_detail("Answered what was asked after closing"),
}
