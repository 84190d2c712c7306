"""Tables that somebody saved."""

from secrets import token_hex

from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.models import User
from accounts.permissions import Permission
from accounts.trail import tracked


def table_key() -> str:
    return token_hex(4)


class SavedTableQuerySet(models.QuerySet):
    def visible_to(self, user: User):
        """One's own, and those shared with everybody who opens reports; none that was deleted."""
        if not user.may(Permission.OPEN_REPORTS):
            return self.none()
        return self.filter(Q(owner=user) | Q(shared=True), deleted_on=None)

    def in_the_report(self):
        return self.filter(in_report=True, deleted_on=None)


@tracked
class SavedTable(models.Model):
    """A table that will be wanted again. ``asked`` holds its words by their names, as lists.

    Its period is the one that it was saved with, or that of the report it stands in.
    """

    key = models.CharField("short address", max_length=12, unique=True, default=table_key)
    name = models.CharField(max_length=100)
    asked = models.JSONField()
    start = models.DateField("from")
    end = models.DateField("to")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="saved_tables")
    shared = models.BooleanField("shared with everybody who opens reports", default=False)
    in_report = models.BooleanField("stands in the annual report", default=False)
    deleted_on = models.DateField(null=True, blank=True)

    objects = SavedTableQuerySet.as_manager()

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["owner", "name"],
                name="saved_table_name_of_owner",
                condition=Q(deleted_on=None),
                violation_error_message="You have a table of that name: give this one another.",
            ),
            models.CheckConstraint(
                name="saved_table_in_report_is_shared",
                condition=Q(in_report=False) | Q(shared=True),
                violation_error_message="A table in the report is shared with all who open it.",
            ),
            models.CheckConstraint(
                name="saved_table_ends_after_it_begins",
                condition=Q(end__gte=models.F("start")),
            ),
        ]

    def __str__(self) -> str:
        return self.name
