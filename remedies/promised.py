"""What was promised in a case, as its letters may say it: payments, what is put right, actions."""

from operator import itemgetter

from django.conf import settings
from django.db.models import CharField, DateField, DecimalField, F, Value
from django.db.models.functions import Cast, Coalesce, NullIf

from cases.models import Case
from letters.promises import Promise, Promises, Sum
from remedies.models import ActionPoint, Lesson, Payment, Remedy

NO_SUM = Value(None, DecimalField(max_digits=9, decimal_places=2))
NO_DAY = Value(None, DateField())
NOBODY = Value("", CharField())


def promised(case: Case) -> Promises:
    """Read in one query, as the page of the vetter has few to spare."""
    found = _payments(case).union(_put_right(case), _actions(case), all=True)
    rows = sorted(found, key=itemgetter(0, 1))
    sums = [_sum(*row) for row in rows if row[3] is not None]
    actions = [Promise(text, lead, day) for _, _, text, amount, lead, day in rows if amount is None]
    return Promises(sums, actions)


def _sum(_at, _pk, kind, amount, _lead, approved_on) -> Sum:
    authorised = amount <= settings.PAYMENT_APPROVAL_LIMIT or approved_on is not None
    return Sum(amount, Payment.Kind(kind).label, authorised)


def _payments(case: Case):
    found = Payment.objects.standing().filter(case=case).order_by()
    return found.values_list(Value(1), "pk", _text("kind"), "amount", NOBODY, "approved_on")


def _put_right(case: Case):
    """An apology is in the letter itself: it has no lead and no date."""
    found = Remedy.objects.filter(case=case, task__dropped_on=None).order_by()
    lead = _text("task__owner__full_name")
    found = found.exclude(kind=Remedy.Kind.APOLOGY)
    return found.values_list(Value(2), "pk", _text("text"), NO_SUM, lead, "task__due_on")


def _actions(case: Case):
    accepted = [Lesson.Accepted.YES, Lesson.Accepted.IN_PART]
    found = ActionPoint.objects.filter(lesson__case=case, lesson__accepted__in=accepted).order_by()
    text = Coalesce(NullIf("text", Value("")), F("lesson__text"))
    lead = Coalesce(F("lead_user__full_name"), _text("lead"))
    return found.values_list(Value(3), "pk", Cast(text, CharField()), NO_SUM, lead, "due_on")


def _text(name: str):
    return Coalesce(Cast(name, CharField()), NOBODY)
