"""Complainants of the demonstration who were asked after closing, and what some of them said."""

from datetime import date, timedelta

from accounts.models import User
from cases.models import Case
from stages.actions.afterwards import ask_afterwards, record_words_afterwards
from stages.asking_afterwards import their_own, ways_open
from stages.models import AskedAfterwards, Stage

LOGGED_BY = "officer@example.org"
A_YEAR = timedelta(days=365)
SAID = [
    (["yes", "partly", "yes"], "The answer was kind. It took too long to come."),
    (["yes", "yes", "yes"], ""),
    (["partly", "no", "yes"], "Nobody said what will be done so that it does not happen again."),
]
ASKED = 5  # two of them have not answered


def load(*, today: date) -> int:
    """Ask those whose cases were closed of late; how many. None where anybody has been asked."""
    if AskedAfterwards.objects.exists():
        return 0
    by = User.objects.get(email=LOGGED_BY)
    asked = [one for case in closed_of_late(today) if (one := ask(case, today, by))]
    for one, (answers, said) in zip(asked, SAID, strict=False):
        given = dict(zip(one.answers.all(), answers, strict=False))
        record_words_afterwards(one, on=today, answers=given, said=said, by=by)
    return len(asked)


def closed_of_late(today: date):
    """Of those who are named, the latest first."""
    closed = Case.objects.whole().filter(closed_on__range=(today - A_YEAR, today), anonymous=False)
    named = closed.filter(left_out_as="", people__role="complainant").distinct()
    return named.select_related("channel").order_by("-closed_on", "-pk")[:ASKED]


def ask(case: Case, today: date, by: User) -> AskedAfterwards | None:
    stage = Stage.objects.filter(case=case, responded_on__isnull=False).order_by("number").last()
    part = case.letters_go_to()
    ways = ways_open(part.person) if part else []
    if stage is None or not ways:
        return None
    how = their_own(case, ways) or ways[0]
    return ask_afterwards(case, stage=stage, on=case.closed_on, how=how, by=by)
