"""The sections of the standard tables, in their order."""

FLOW = "Received and closed"
PROCEDURES = "Procedures side by side"
BEFORE = "Before stage 1"
TIME = "How long answers take"
FOUND = "What was found, and what went on"
PEOPLE = "Who complains"
OMBUDSMAN = "The Ombudsman"
AFTER = "Money and lessons"
RATES = "Rates"
TRENDS = "Over the years"
IN_ORDER = (
    FLOW,
    PROCEDURES,
    BEFORE,
    TIME,
    FOUND,
    PEOPLE,
    OMBUDSMAN,
    AFTER,
    RATES,
    TRENDS,
)
