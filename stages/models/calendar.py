"""The calendar as rows: bank holidays of England and Wales, office closures, and the days between.

An office closure is a working day under every regulation (domain.md 2.3); only a procedure that
says so leaves it out.
"""

from django.db import models

from accounts.trail import tracked


@tracked
class BankHoliday(models.Model):
    day = models.DateField(primary_key=True)
    title = models.CharField(max_length=100)
    one_off = models.BooleanField(default=False, help_text="Added here, not from the official list")

    class Meta:
        ordering = ["day"]

    def __str__(self) -> str:
        return f"{self.title}, {self.day}"


@tracked
class ClosureDay(models.Model):
    day = models.DateField(primary_key=True)
    title = models.CharField(max_length=100)

    class Meta:
        ordering = ["day"]

    def __str__(self) -> str:
        return f"{self.title}, {self.day}"


class CalendarDay(models.Model):
    """The running number of working days up to and including ``day``: what SQL counts with.

    A projection of the working-day module, made anew whenever a holiday changes; from a to b lie
    ``b.working_days - a.working_days`` working days.
    """

    day = models.DateField(primary_key=True)
    working_days = models.PositiveIntegerField(help_text="Bank holidays left out")
    office_days = models.PositiveIntegerField(help_text="Bank holidays and closures left out")

    class Meta:
        ordering = ["day"]

    def __str__(self) -> str:
        return str(self.day)
