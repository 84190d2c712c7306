"""The figures of advocacy: who was offered it, who was referred, and how long an advocate took."""

from django.db.models import Q

from cases.models import AdvocacyOffer, AdvocacyReferral
from reporting import sections
from reporting.counted import REFERRALS, YOUNG_PEOPLES_COMPLAINTS
from reporting.days import calendar_days_between
from reporting.figures import Counting, Declared, LastYears, Share, average


def _of_complaints(key: str, label: str, where: Q | None = None) -> Counting:
    return Counting(
        f"advocacy.{key}",
        label,
        sections.ADVOCACY,
        YOUNG_PEOPLES_COMPLAINTS,
        where=lambda scope: where or Q(),
    )


def _of_referrals(key: str, label: str, where: Q | None = None, **more) -> Counting:
    return Counting(
        f"advocacy.{key}",
        label,
        sections.ADVOCACY,
        REFERRALS,
        where=lambda scope: where or Q(),
        **more,
    )


ADVOCACY_FIGURES: list[Declared] = [
    _of_complaints("owed", "Complaints of children and young people, to be offered advocacy"),
    _of_complaints("told", "Of these, told of advocacy", Q(advocacy_offer__told_on__isnull=False)),
    _of_complaints("offered", "Offered it", Q(advocacy_offer__offered_on__isnull=False)),
    _of_complaints("asked", "Asked what they want", Q(advocacy_offer__asked_on__isnull=False)),
    _of_complaints(
        "wanted",
        "Wanted an advocate",
        Q(advocacy_offer__wants=AdvocacyOffer.Wants.WANTED),
    ),
    Share(
        "advocacy.offered_percent",
        "Offered advocacy, in per cent of those to be offered it",
        sections.ADVOCACY,
        part=("advocacy.offered",),
        base="advocacy.owed",
    ),
    _of_referrals("referrals", "Referrals to advocacy"),
    LastYears(
        "advocacy.previous_year",
        "Referrals in the year before",
        sections.ADVOCACY,
        of="advocacy.referrals",
    ),
    _of_referrals(
        "without_complaint",
        "Of the referrals, without a complaint",
        ~Q(outcome=AdvocacyReferral.Outcome.COMPLAINT) & Q(case=None),
    ),
    _of_referrals("appointed", "An advocate was appointed", Q(appointed_on__isnull=False)),
    _of_referrals(
        "days_to_advocate",
        "Days from the referral to the advocate, on average",
        Q(appointed_on__isnull=False),
        measure=average(lambda: calendar_days_between("referred_on", "appointed_on")),
        kind="days",
    ),
    _of_referrals("heard", "Said what they thought of it, kept with consent", ~Q(feedback="")),
]
