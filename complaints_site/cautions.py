"""What must be known before anybody writes to a person of a case, or calls.

It stands on every page of the case: a template draws it with ``{% case_cautions %}``.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from accounts.models import User
from cases.models import Case, CasePerson, Person


@dataclass(frozen=True)
class Caution:
    """One person: ``review_on`` is set where the day has passed to ask again what they need."""

    part: CasePerson
    rules: list[str]
    needs: list[str]
    review_on: date | None

    @property
    def says_something(self) -> bool:
        return bool(self.rules or self.needs or self.review_on)


@dataclass(frozen=True)
class Cautions:
    people: list[Caution]
    identity_withheld: bool = False
    reference: str = ""

    def __bool__(self) -> bool:
        return bool(self.people or self.identity_withheld)


def cautions_for(case: Case, user: User, today: date) -> Cautions:
    """The cautions of a case that ``user`` may see, for a page that has not read its people."""
    parts = CasePerson.objects.visible_to(user).filter(case=case.lead).select_related("person")
    return cautions_of(case, parts, user, today)


def cautions_of(case: Case, parts: Iterable[CasePerson], user: User, today: date) -> Cautions:
    told = [
        caution_of(part, today) for part in parts if part.role != CasePerson.Role.COMPLAINED_ABOUT
    ]
    return Cautions(
        people=_each_person_once(one for one in told if one.says_something),
        identity_withheld=case.identity_withheld and not case.withholds_from(user),
        reference=case.reference,
    )


def caution_of(part: CasePerson, today: date) -> Caution:
    person = part.person
    return Caution(
        part=part,
        rules=rules_of(person),
        needs=needs_of(person),
        review_on=person.needs_review_on if person.needs_are_old(on=today) else None,
    )


def _each_person_once(cautions: Iterable[Caution]) -> list[Caution]:
    """A child who complains for themselves plays two parts, and is warned of once."""
    first = {}
    for caution in cautions:
        first.setdefault(caution.part.person_id, caution)
    return list(first.values())


def rules_of(person: Person) -> list[str]:
    """
    >>> rules_of(Person(contact_rule="Only by text after 4pm.", no_post=True))
    ['Only by text after 4pm', 'No post']
    """
    rules = [
        (person.contact_rule.rstrip(". "), True),
        ("No post", person.no_post),
        ("Leave no messages", person.no_messages),
        ("The address is not safe", not person.address_is_safe),
        ("The telephone number is not safe", not person.telephone_is_safe),
        (f"Must never know: {person.must_never_know.rstrip('. ')}", person.must_never_know),
    ]
    return [words for words, applies in rules if words and applies]


def needs_of(person: Person) -> list[str]:
    """
    >>> needs_of(Person(language="Polish", adjustments="More time on the telephone."))
    ['Language: Polish', 'More time on the telephone']
    """
    needs = [
        f"Language: {person.language}" if person.language else "",
        f"Format: {person.format_needed}" if person.format_needed else "",
        person.adjustments.rstrip(". "),
    ]
    return [words for words in needs if words]
