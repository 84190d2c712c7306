"""The sections of the annual report that hold numbers, in its order."""

SUMMARY = "Summary of activity"
IMPROVEMENTS = "Key improvements"
BEFORE_STAGE_1 = "Before stage 1"
STAGE_1 = "Stage 1 complaints"
EQUALITIES = "Equalities information"
STAGE_2 = "Stage 2 complaints"
STAGE_3 = "Stage 3 complaints"
DECISIONS = "Decisions, refusals and what is not counted"
OMBUDSMAN = "Ombudsman complaints and enquiries"
ESCALATION = "Percentage escalation"
PAYMENTS = "Compensation and reimbursement"
MEDIATION = "Mediation"
ADVOCACY = "Advocacy"
JOINT = "Joint complaints with the NHS"
LEARNING = "Learning from complaints"
AFTERWARDS = "After closing"
PROVIDERS = "Complaints answered by providers"
REQUESTS = "Questions to services"
COMPLIMENTS = "Compliments and other contacts"
LETTERS = "Letters and vetting"
LOGS = "Logs held against each other"

IN_ORDER = (
    SUMMARY,
    IMPROVEMENTS,
    BEFORE_STAGE_1,
    STAGE_1,
    EQUALITIES,
    STAGE_2,
    STAGE_3,
    DECISIONS,
    OMBUDSMAN,
    ESCALATION,
    PAYMENTS,
    MEDIATION,
    ADVOCACY,
    JOINT,
    LEARNING,
    AFTERWARDS,
    PROVIDERS,
    REQUESTS,
    COMPLIMENTS,
    LETTERS,
)
