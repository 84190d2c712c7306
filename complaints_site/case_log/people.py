"""Who is who: which lines of a log, and which people known already, are one person.

The same name with the same number in the care system is one person, and so is the same name with
the same contact details. Another spelling is another person until somebody merges the two.
"""

from collections.abc import Iterable

from django.db.models import Q

from accounts.models import User
from cases.models import CasePerson, Person

from .records import Line, Record
from .values import folded
from .write import Writer

CONTACTS = ["email", "telephone", "address"]
DETAILS = ["care_system_number", *CONTACTS, "contact_rule"]


class People:
    def __init__(self, lines: Iterable[Line], writer: Writer):
        self.writer = writer
        self.known: dict[tuple, int] = {}
        self.users = Users()
        lines = list(lines)
        numbers = {line.get("care_system_number") for line in lines} - {None}
        names = {line.values["name"] for line in lines if "name" in line.values}
        if lines and Person.objects.exists():
            there = Person.objects.filter(Q(care_system_number__in=numbers) | Q(name__in=names))
            for person in there.values("pk", "name", *DETAILS).iterator():
                for key in keys_of(person):
                    self.known.setdefault(key, person["pk"])

    def write(self, case_id: int, record: Record) -> None:
        """Write the parts that people play in a case, and the people who are new."""
        for position, (details, parts) in enumerate(gather(record.lines("people"))):
            person_id = self._person(details, parts)
            for role, part in parts.items():
                self.writer.add(
                    CasePerson,
                    case_id=case_id,
                    person_id=person_id,
                    role=role,
                    relation=part.get("relation", ""),
                    authority_evidence=part.get("authority_evidence", ""),
                    position=position,
                )

    def _person(self, details: dict, parts: dict) -> int:
        keys = keys_of(details)
        for key in keys:
            if key in self.known:
                return self.known[key]
        rule = folded(details.get("contact_rule", ""))
        complained_about = CasePerson.Role.COMPLAINED_ABOUT.value in parts
        pk = self.writer.add(
            Person,
            **details,
            no_post="no post" in rule,
            no_messages="no messages" in rule,
            user_id=self.users.find(details.get("email") or details["name"])
            if complained_about
            else None,
        )
        for key in keys:
            self.known[key] = pk
        return pk


class Users:
    """Those who sign in here, by their address and by a name that only one of them has."""

    def __init__(self):
        self.by = {}
        twice = set()
        for pk, email, name in User.objects.values_list("pk", "email", "full_name"):
            self.by[folded(email)] = pk
            if folded(name) in self.by:
                twice.add(folded(name))
            self.by[folded(name)] = pk
        for name in twice:
            del self.by[name]

    def find(self, name: str) -> int | None:
        return self.by.get(folded(name))


def gather(lines: list[Line]) -> list[tuple[dict, dict[str, Line]]]:
    """Gather the lines of one case into people: their details, and a line for each role."""
    people: list[tuple[dict, dict[str, Line]]] = []
    for line in lines:
        if "name" not in line.values or "role" not in line.values:
            continue
        for details, parts in people:
            if is_same(details, parts, line):
                break
        else:
            details, parts = {"name": line.values["name"]}, {}
            people.append((details, parts))
        for name in DETAILS:
            if name in line.values:
                details.setdefault(name, line.values[name])
        parts.setdefault(line.values["role"], line)
    return people


def is_same(details: dict, parts: dict[str, Line], line: Line) -> bool:
    """Whether a line of a case speaks of someone it has named already.

    A father and a son may share a name: lines that contradict each other are two people.
    """
    if folded(details["name"]) != folded(line.values["name"]):
        return False
    number = line.get("care_system_number")
    if number and number == details.get("care_system_number"):
        return True
    if any(line.get(each, details[each]) != details[each] for each in DETAILS if each in details):
        return False
    relations = {part.get("relation") for part in parts.values()}
    return line.values["role"] in parts or line.get("relation") in relations


def keys_of(details: dict) -> list[tuple]:
    """What makes a person the same over several cases: a number, or the same ways to reach them."""
    name = folded(details["name"])
    number = details.get("care_system_number")
    contacts = tuple(details.get(each) or "" for each in CONTACTS)
    keys = [("number", name, number)] if number else []
    if any(contacts):
        keys.append(("contacts", name, number or "", *contacts))
    return keys
