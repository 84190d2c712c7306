"""What letters are drafted from: versions, of which one that was published never changes."""

import pgtrigger
from django.conf import settings
from django.db import models
from django.db.models import Q

from accounts.trail import tracked
from letters.kinds import Kind


class TemplateQuerySet(models.QuerySet):
    def in_use(self):
        """The newest published version of each letter, one for adults and one for children."""
        newest = self.exclude(published_on=None).order_by("kind", "for_child", "-version")
        return self.filter(pk__in=newest.distinct("kind", "for_child").values("pk"))


@tracked
class LetterTemplate(models.Model):
    kind = models.CharField(max_length=20, choices=Kind)
    for_child = models.BooleanField("for a child or young person", default=False)
    version = models.PositiveSmallIntegerField()
    body = models.TextField("text")
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="+"
    )
    published_on = models.DateField("published", null=True, blank=True)

    objects = TemplateQuerySet.as_manager()

    class Meta:
        ordering = ["kind", "for_child", "-version"]
        constraints = [
            models.UniqueConstraint(
                fields=["kind", "for_child", "version"], name="letter_template_version_once"
            ),
            models.UniqueConstraint(
                fields=["kind", "for_child"],
                name="letter_template_one_in_the_making",
                condition=Q(published_on=None),
                violation_error_message="A new version of it is being written already.",
            ),
            models.CheckConstraint(
                name="letter_template_has_a_text",
                condition=~Q(body=""),
                violation_error_message="Enter the text of the letter.",
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="published_stays",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__published_on__isnull=False),
            )
        ]

    def __str__(self) -> str:
        child = ", to a child" if self.for_child else ""
        return f"{self.get_kind_display()}{child}, version {self.version}"
