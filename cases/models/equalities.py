"""Equalities, of the service user and apart from that of the complainant.

Kept apart from the case: nobody reads them on its page, and reports only count them. An answer that
was not asked for, one that was declined and one that was lost are three different things
(domain.md 4.6).
"""

from django.db import models

from accounts.trail import tracked

from .case import Case


@tracked
class EqualityAnswer(models.Model):
    """An answer of a list, or one of the ways of having none."""

    class Dimension(models.TextChoices):
        GENDER = "gender", "Gender"
        ETHNICITY = "ethnicity", "Ethnic origin"
        DISABILITY = "disability", "Disability"
        AGE_BAND = "age_band", "Age"
        RELIGION = "religion", "Religion or belief"
        SEXUAL_ORIENTATION = "sexual_orientation", "Sexual orientation"

    class Kind(models.TextChoices):
        ANSWER = "answer", "Answer"
        DECLINED = "declined", "Declined"
        NOT_ASKED = "not_asked", "Not asked"
        NOT_RECORDED = "not_recorded", "Not recorded"

    dimension = models.CharField(max_length=20, choices=Dimension)
    scheme = models.CharField("list it comes from", max_length=100)
    name = models.CharField(max_length=200)
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.ANSWER)
    position = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["dimension", "scheme", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["dimension", "scheme", "name"], name="equality_answer_in_scheme"
            )
        ]

    def __str__(self) -> str:
        return self.name


def _answer():
    return models.ForeignKey(
        EqualityAnswer, models.PROTECT, null=True, blank=True, related_name="+"
    )


@tracked
class Equalities(models.Model):
    """What was recorded of one side of a case. No answer (null) means: not recorded."""

    class About(models.TextChoices):
        SERVICE_USER = "service_user", "Service user"
        COMPLAINANT = "complainant", "Complainant"

    case = models.ForeignKey(Case, models.PROTECT, related_name="equalities")
    about = models.CharField(max_length=20, choices=About)
    gender = _answer()
    ethnicity = _answer()
    disability = _answer()
    disability_question = models.CharField("the question as asked", max_length=300, blank=True)
    age_band = _answer()
    religion = _answer()
    sexual_orientation = _answer()

    class Meta:
        verbose_name_plural = "equalities"
        constraints = [
            models.UniqueConstraint(fields=["case", "about"], name="equalities_of_each_side_once")
        ]

    def __str__(self) -> str:
        return f"Equalities of {self.case}: {self.get_about_display().lower()}"
