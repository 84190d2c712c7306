"""Whether two records are of one person: what bars it, what becomes of each field, and its undoing.

Who may not see every case of both may not put them together: what they cannot see would change.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Max, QuerySet

from accounts.models import User
from accounts.permissions import Permission
from cases.models import Case, CasePerson, ContactRestriction, Person, PersonMerge

# Of these one stands: where both say something else, whoever merges chooses
CHOSEN = ("name", "email", "telephone", "address", "language", "format_needed")
# Of these both stand, so that no warning is lost
JOINED = ("contact_rule", "must_never_know", "adjustments")
# What is more careful stands
SAFE = ("address_is_safe", "telephone_is_safe")
CAREFUL = ("no_post", "no_messages")
KEPT, GONE = "kept", "gone"
MAY_NOT = "You may not put these two together. Ask another complaints manager."


@dataclass(frozen=True)
class Side:
    """What one field says on each side, and what it will say (nothing while it is to be chosen)."""

    name: str
    label: str
    kept: str
    gone: str

    @property
    def is_to_choose(self) -> bool:
        both = bool(self.kept and self.gone)
        return self.name in CHOSEN and both and self.kept != self.gone

    @property
    def will_be(self) -> str:
        if self.name in JOINED:
            return _joined(self.kept, self.gone)
        return "" if self.is_to_choose else self.kept or self.gone


def sides(kept: Person, gone: Person) -> list[Side]:
    """Every field of which either record says something."""
    told = []
    for name in ("name", "care_system_number", *CHOSEN[1:], *JOINED):
        label = Person._meta.get_field(name).verbose_name
        side = Side(name, label[:1].upper() + label[1:], getattr(kept, name), getattr(gone, name))
        if side.kept or side.gone:
            told.append(side)
    return told


def values_of_both(kept: Person, gone: Person, chosen: dict[str, str]) -> dict:
    """The fields of the one record that stays; ``chosen`` says "gone" where the other's stands."""
    values = {
        name: getattr(gone if chosen.get(name) == GONE else kept, name) or getattr(gone, name)
        for name in CHOSEN
    }
    values |= {name: _joined(getattr(kept, name), getattr(gone, name)) for name in JOINED}
    values |= {name: getattr(kept, name) and getattr(gone, name) for name in SAFE}
    values |= {name: getattr(kept, name) or getattr(gone, name) for name in CAREFUL}
    days = [day for day in (kept.needs_review_on, gone.needs_review_on) if day]
    return values | {
        "care_system_number": kept.care_system_number or gone.care_system_number,
        "needs_review_on": min(days, default=None),
        "user": kept.user or gone.user,
    }


def bars(kept: Person, gone: Person, user: User) -> list[str]:
    """Why ``user`` cannot put these two together."""
    if kept.pk == gone.pk:
        return ["That is the same record twice: choose another person."]
    if not (user.may(Permission.DECIDE) and sees_all_of([kept, gone], user)):
        return [MAY_NOT]
    found = []
    numbers = {kept.care_system_number, gone.care_system_number} - {""}
    if len(numbers) > 1:
        found.append(
            "They have different numbers in the social care system. If one of them is wrong, put "
            "it right first; else they are two people."
        )
    if kept.user_id and gone.user_id and kept.user_id != gone.user_id:
        found.append("Each of them signs in here with an account of their own.")
    restricted = ContactRestriction.objects.in_force().filter(person__in=[kept, gone])
    if restricted.count() > 1:
        found.append("Both have a restriction of contact in force. End one of them first.")
    return found


def sees_all_of(people: Iterable[Person], user: User) -> bool:
    """Whether ``user`` may see every part that these people play, in every case."""
    every = CasePerson.objects.filter(person__in=people)
    return parts_seen(every, user).count() == every.count()


def parts_seen(parts: QuerySet[CasePerson], user: User) -> QuerySet[CasePerson]:
    seen = CasePerson.objects.visible_to(user).order_by().values("pk")
    return parts.filter(pk__in=seen, case__in=Case.objects.visible_to(user).order_by().values("pk"))


def state_of(*people: Person) -> str:
    """What stands of these people: another value means that somebody changed them since."""
    keys = [person.pk for person in people]
    kept = [Person.pgh_event_model.objects.filter(pgh_obj__in=keys)]
    for model in (CasePerson, ContactRestriction):
        kept.append(model.pgh_event_model.objects.filter(person__in=keys))
    last = [events.aggregate(last=Max("pgh_id"))["last"] or 0 for events in kept]
    return "-".join(map(str, last))


def why_not_undone(merge: PersonMerge, user: User) -> str:
    """Why a merge cannot be undone: something has been built on it. "" where it can."""
    if not (user.may(Permission.DECIDE) and sees_all_of([merge.kept], user)):
        return "It is undone by a complaints manager who may see all their cases."
    if state_of(merge.kept) != merge.state:
        return "Something was recorded of them since, which stands on it."
    return ""


def _joined(kept: str, gone: str) -> str:
    """
    >>> _joined("Text only", ""), _joined("Text only", "Text only"), _joined("Text", "No post")
    ('Text only', 'Text only', 'Text\\nNo post')
    """
    return "\n".join(dict.fromkeys(filter(None, (kept, gone))))
