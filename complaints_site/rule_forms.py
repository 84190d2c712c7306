"""What an administrator is asked about the calendar; :mod:`stages.actions.calendar` saves it."""

from datetime import date, timedelta

from django import forms

from stages.models import BankHoliday, CalendarChange, ClosureDay
from stages.working_calendar import FRIDAY, Calendar, in_words

LONGEST_CLOSURE = 14
APRIL = 4


def date_words(what: str) -> dict[str, str]:
    """What to do about a date that is missing or cannot be read."""
    return {
        "required": f"Enter the {what}",
        "invalid": f"Enter the {what} as day, month and year, for example 4 9 2006",
    }


class CalendarForm(forms.Form):
    """Questions about days, which must lie inside the calendar and not in a year that is closed."""

    def __init__(self, *args, today: date, calendar: Calendar, **kwargs):
        self.today, self.calendar = today, calendar
        super().__init__(*args, **kwargs)

    def refuse_unknown(self, day: date) -> None:
        first, last = self.calendar.first, self.calendar.last
        if not first <= day <= last:
            raise forms.ValidationError(
                f"Bank holidays are known from {in_words(first)} to {in_words(last)}. "
                "Enter a day between them"
            )
        if day < year_began(self.today):
            raise forms.ValidationError(
                f"The reporting year of {in_words(day)} has ended, and its days are counted. "
                f"Enter {in_words(year_began(self.today))} or a later day"
            )


class BankHolidayForm(CalendarForm):
    day = forms.DateField(label="Date of the bank holiday")
    title = forms.CharField(
        label="What it is for", help_text="For example, Coronation of the King", max_length=100
    )

    def clean_day(self):
        day = self.cleaned_data["day"]
        self.refuse_unknown(day)
        if day.weekday() > FRIDAY:
            raise forms.ValidationError(
                f"{in_words(day)} is a {day:%A}, which never counts. "
                "Enter the weekday that is given instead"
            )
        if holiday := BankHoliday.objects.filter(day=day).first():
            raise forms.ValidationError(
                f"{in_words(day)} is a bank holiday already: {holiday.title}"
            )
        return day


class ClosureForm(CalendarForm):
    """One day or several in a row; those that are free anyway are left out."""

    first = forms.DateField(label="First day closed", error_messages=date_words("first day closed"))
    last = forms.DateField(
        label="Last day closed",
        help_text="Leave it empty for one day",
        required=False,
        error_messages=date_words("last day closed"),
    )
    title = forms.CharField(
        label="Why the office is closed", help_text="For example, Christmas closure", max_length=100
    )

    def clean_first(self):
        day = self.cleaned_data["first"]
        self.refuse_unknown(day)
        return day

    def clean_last(self):
        day = self.cleaned_data["last"]
        if day:
            self.refuse_unknown(day)
        return day

    def clean(self):
        super().clean()
        first, last = self.cleaned_data.get("first"), self.cleaned_data.get("last")
        if first and "last" in self.cleaned_data:
            self._clean_days(first, last or first)
        return self.cleaned_data

    def _clean_days(self, first: date, last: date) -> None:
        if last < first:
            self.add_error("last", f"The last day cannot be before the first, {in_words(first)}")
        elif (last - first).days >= LONGEST_CLOSURE:
            self.add_error("last", f"Enter at most {LONGEST_CLOSURE} days at a time")
        else:
            self.cleaned_data["days"] = days = days_to_close(first, last)
            if not days:
                self.add_error(
                    "first", "The office is closed then already: enter a day that is a working day"
                )


class DecideChangeForm(forms.Form):
    """Approve a change of the calendar, or refuse it with the reason."""

    MOVE, STAY = "move", "stay"
    mark_optional = False

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    told = forms.ChoiceField(
        label="Deadlines that the complainant was told already",
        choices=[
            (MOVE, "They move too. The date told is kept beside the new one"),
            (STAY, "They stay where they are: we keep to the date that was told"),
        ],
        widget=forms.RadioSelect,
        initial=MOVE,
        required=False,
    )
    decision = forms.ChoiceField(
        choices=CalendarChange.Decision.choices[:2], widget=forms.HiddenInput
    )
    why = forms.CharField(
        label="Why the calendar stays as it is",
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 2}),
        required=False,
    )

    def clean(self):
        data = super().clean()
        data["told_stay"] = data.get("told") == self.STAY
        refuses = data.get("decision") == CalendarChange.Decision.REFUSED
        if refuses and not data.get("why"):
            self.add_error("why", "Say why the calendar stays as it is")
        return data


def days_to_close(first: date, last: date) -> list[date]:
    """The weekdays from ``first`` to ``last`` that are neither bank holidays nor closed already."""
    span = (first, last)
    free = set(BankHoliday.objects.filter(day__range=span).values_list("day", flat=True))
    free |= set(ClosureDay.objects.filter(day__range=span).values_list("day", flat=True))
    days = [first + timedelta(days=number) for number in range((last - first).days + 1)]
    return [day for day in days if day.weekday() <= FRIDAY and day not in free]


def year_began(today: date) -> date:
    """The first day of the reporting year that ``today`` lies in.

    >>> year_began(date(2026, 3, 31)), year_began(date(2026, 4, 1))
    (datetime.date(2025, 4, 1), datetime.date(2026, 4, 1))
    """
    return date(today.year - (today.month < APRIL), APRIL, 1)
