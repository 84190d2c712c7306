"""Which form asks what a step needs to know, by the step's key."""

from stages.forms import casework, dates, outsiders, remedies, tasks, timing

FORM_OF = (
    dates.FORMS | outsiders.FORMS | timing.FORMS | casework.FORMS | tasks.FORMS | remedies.FORMS
)
