"""Points of complaint: what exactly is complained of, one by one."""

from django.db import models
from django.db.models import Exists, Max, OuterRef, Q

from accounts.trail import tracked

from .case import Case
from .lists import Category
from .searched import joins_search


class PointQuerySet(models.QuerySet):
    def at_stage(self, number: int):
        """The points that stage ``number`` looks at: its own, else those of the stage before.

        A stage has points of its own where a statement of complaint was agreed for it.
        """
        later = Point.objects.filter(
            case=OuterRef("case"),
            stage_number__gt=OuterRef("stage_number"),
            stage_number__lte=number,
        )
        return self.filter(~Exists(later), stage_number__lte=number)

    def next_number(self, case: Case, stage_number: int = 1) -> int:
        """The number after the last of the whole complaint: its parts are numbered with it, so
        that a point keeps its number when it moves between them."""
        whole = Q(case=case.lead.pk) | Q(case__part_of=case.lead.pk)
        whole &= Q(stage_number=stage_number)
        return (self.filter(whole).aggregate(last=Max("number"))["last"] or 0) + 1


@tracked
class Point(models.Model):
    """One numbered head of complaint. Its findings, at up to three levels, are in ``stages``.

    ``stage_number`` is the stage for which it was first put so; ``from_point`` the point of an
    earlier stage that it takes further, empty where it is new.
    """

    case = models.ForeignKey(Case, models.PROTECT, related_name="points")
    number = models.PositiveSmallIntegerField()
    stage_number = models.PositiveSmallIntegerField("stage", default=1)
    from_point = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="taken_further",
        verbose_name="point of the earlier stage",
    )
    text = models.TextField()
    desired_outcome = models.TextField(blank=True)
    nature = models.ForeignKey(Category, models.PROTECT, null=True, blank=True, related_name="+")
    is_primary = models.BooleanField("the primary point", default=False)

    objects = PointQuerySet.as_manager()

    class Meta:
        ordering = ["stage_number", "number"]
        constraints = [
            models.UniqueConstraint(
                fields=["case", "stage_number", "number"], name="point_number_in_case"
            ),
            models.UniqueConstraint(
                fields=["case", "stage_number"],
                name="one_primary_point",
                condition=Q(is_primary=True),
            ),
        ]
        triggers = [joins_search("cases_point", "text", "desired_outcome")]

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"
