"""Which form asks what a step needs to know, by the step's key."""

from stages.forms import (
    before,
    behaviour,
    casework,
    dates,
    decisions,
    ending,
    ombudsman,
    ombudsman_outcome,
    outsiders,
    providers,
    remedies,
    safeguarding,
    tasks,
    timing,
    triage,
)

MODULES = [
    before,
    behaviour,
    casework,
    dates,
    decisions,
    ending,
    ombudsman,
    ombudsman_outcome,
    outsiders,
    providers,
    remedies,
    safeguarding,
    tasks,
    timing,
    triage,
]
FORM_OF = {key: form for module in MODULES for key, form in module.FORMS.items()}
