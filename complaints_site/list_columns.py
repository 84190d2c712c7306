"""Which columns the list of cases shows to whom: those they chose last, else the usual ones."""

from django import forms

from accounts.models import User
from cases.models import ListColumns
from complaints_site.case_columns import BY_KEY, COLUMNS, Column

# Drawn with more than a word: the date with what is due, the stage with its procedure
DRAWN = ["due", "service_area", "stage", "received", "owner"]
IN_THE_CASE = {"reference", "procedure"}  # beside the case itself, or its stage
MORE = [
    column for column in COLUMNS if column.key not in {*DRAWN, *IN_THE_CASE} and not column.personal
]
CHOICES = [(key, BY_KEY[key].label) for key in [*DRAWN, *(column.key for column in MORE)]]


class ColumnsForm(forms.Form):
    columns = forms.MultipleChoiceField(
        label="Columns beside the case",
        choices=CHOICES,
        required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "govuk-checkboxes--small"}),
        help_text="They stay as you leave them. A file always has them all.",
    )


def columns_of(user: User) -> list[str]:
    chosen = ListColumns.objects.filter(user=user).values_list("columns", flat=True).first()
    return DRAWN if chosen is None else chosen


def more_of(keys: list[str]) -> list[Column]:
    """Those beyond what the list draws in its own way."""
    return [column for column in MORE if column.key in keys]
