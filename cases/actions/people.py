"""The people of a case: added as it is logged or later, put right, withheld from the service."""

from collections import Counter
from collections.abc import Iterable

from django.core.exceptions import ValidationError
from django.db import connection

from accounts.models import User
from accounts.trail import action, record
from cases.models import Case, CasePerson, Person

OF_THE_PART = ("role", "relation", "authority_evidence", "authority_dated_on")
Role = CasePerson.Role


@action
def add_people(case: Case, people: Iterable[dict], *, by: User, is_new=False) -> list[CasePerson]:
    """Add several people, each told by the fields of a person and of their part in the case.

    Whoever has the same name and the same number in the social care system as somebody known is
    that person; everybody else is a new one. A complainant who is named is anonymous no longer.
    A case that ``is_new`` has nobody yet, and is not asked.
    """
    people = list(people)
    there = [] if is_new else list(case.people.values_list("person_id", "role"))
    parts = {}
    for told, person in zip(people, _persons(people), strict=True):
        if (person.pk, told["role"]) in there:
            raise ValidationError(f"{person} has that part in the case already.")
        about = {name: told[name] for name in OF_THE_PART if name in told}
        position = len(there) + len(parts)
        part = CasePerson(case=case, person=person, position=position, **about)
        parts.setdefault((person.pk, told["role"]), part)
    parts = list(parts.values())
    CasePerson.objects.bulk_create(parts)
    if case.anonymous and any(part.role == Role.COMPLAINANT for part in parts):
        case.anonymous = False
        case.save(update_fields=["anonymous"])
    record(f"added {_in_words(parts)}", case, by=by)
    return parts


@action
def correct_person(part: CasePerson, *, by: User, **told) -> None:
    """Put right what is known of a person, in this case and in every other of theirs.

    The sentence says what changed and not to what: the case is read by some who may not know.
    """
    changed = []
    for row, names in ((part, OF_THE_PART), (part.person, told.keys() - {*OF_THE_PART})):
        new = {name: told[name] for name in names if name in told and _differs(row, name, told)}
        for name, value in new.items():
            setattr(row, name, value)
        if new:
            row.full_clean()
            row.save(update_fields=list(new))
            changed += [row._meta.get_field(name).verbose_name for name in new]
    if changed:
        who = part.get_role_display().lower()
        record(f"put right for the {who}: {', '.join(sorted(changed))}"[:500], part.case, by=by)


@action
def withhold_identity(case: Case, *, why: str, by: User) -> None:
    """Keep who complains from everybody but those who run complaints."""
    case.identity_withheld = True
    case.save(update_fields=["identity_withheld"])
    record("withheld from the service who complains", case, by=by, why=why)


@action
def tell_identity(case: Case, *, why: str, by: User) -> None:
    case.identity_withheld = False
    case.save(update_fields=["identity_withheld"])
    record("let the service know who complains", case, by=by, why=why)


def _persons(people: list[dict]) -> list[Person]:
    """A person for each of ``people``: known by name and number, or made now, all at once."""
    known = _known(told.get("care_system_number", "") for told in people)
    persons = []
    for told in people:
        about = {name: value for name, value in told.items() if name not in OF_THE_PART}
        key = _key(about)
        person = known.get(key) or Person(**about)
        persons.append(person)
        if key:
            known[key] = person
    new = {id(person): person for person in persons if person.pk is None}
    Person.objects.bulk_create(new.values())
    return persons


def _known(numbers: Iterable[str]) -> dict[tuple, Person]:
    wanted = [number for number in numbers if number]
    if not wanted:
        return {}
    _wait_for_whoever_has(wanted)
    there = Person.objects.filter(care_system_number__in=wanted).order_by("-pk")
    return {_key(vars(person)): person for person in there}


def _wait_for_whoever_has(numbers: list[str]) -> None:
    """Two who log the same child at once come one after the other: the second finds the person."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtext('care system ' || number)) "
            "FROM unnest(%s::text[]) number ORDER BY number",
            [sorted(set(numbers))],
        )


def _key(about: dict) -> tuple | None:
    number = about.get("care_system_number")
    return (about["name"].casefold(), number) if number else None


def _differs(row, name: str, told: dict) -> bool:
    return getattr(row, name) != told[name]


def _in_words(parts: list[CasePerson]) -> str:
    """
    >>> _in_words([CasePerson(role="complainant")])
    'the complainant'
    >>> two = [CasePerson(role="service_user"), CasePerson(role="service_user")]
    >>> _in_words([CasePerson(role="complainant"), *two])
    'the complainant and 2 service users'
    """
    said = []
    for role, number in Counter(Role(part.role) for part in parts).items():
        label = role.label.lower()
        several = f"{number} people {label}" if label.endswith("about") else f"{number} {label}s"
        said.append(f"the {label}" if number == 1 else several)
    return f"{', '.join(said[:-1])} and {said[-1]}" if said[1:] else said[0]
