"""Which form asks what a step needs to know, by the step's key."""

from stages.forms import (
    behaviour,
    casework,
    dates,
    ombudsman,
    ombudsman_outcome,
    outsiders,
    providers,
    remedies,
    tasks,
    timing,
)

MODULES = [
    behaviour,
    casework,
    dates,
    ombudsman,
    ombudsman_outcome,
    outsiders,
    providers,
    remedies,
    tasks,
    timing,
]
FORM_OF = {key: form for module in MODULES for key, form in module.FORMS.items()}
