"""Who complains may be withheld from the service, which reads what is written on the case.

A rule cannot know what a sentence gives away, so whoever writes it is asked: where an answer holds
a name, a number or an address of somebody withheld, the form says so once. Sent again as it is, it
goes.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django import forms

from accounts.models import User
from accounts.permissions import Permission
from cases.models import Case, CasePerson
from cases.models.people import WITHHELD_ROLES

MASK = "[name withheld]"  # what the service reads in its place
TOLD = "names_told"  # in the form, once its author was asked
WORD = re.compile(r"[^\W\d_][\w'’-]{2,}")  # of a name, three letters at least


@dataclass(frozen=True)
class Secret:
    """What the service must not read: in capitals as it stands where it is a word of a name."""

    text: str
    is_word: bool = False

    def is_in(self, said: str) -> bool:
        """
        >>> [Secret("Vale", is_word=True).is_in(said) for said in ("Mrs Vale rang", "a vale")]
        [True, False]
        >>> Secret("01632 960 115").is_in("Ring 01632 960 115")
        True
        """
        flags = re.NOFLAG if self.is_word else re.IGNORECASE
        return bool(re.search(rf"(?<!\w){re.escape(self.text)}(?!\w)", said, flags))


def gives_away(form: forms.Form, case: Case | None, by: User) -> bool:
    """Whether the answers of a checked form name somebody withheld: each then says so.

    Whoever may not know who complains is told nothing: the warning would tell them.
    """
    may_name = getattr(form, "may_name", False) or TOLD in form.data
    if may_name or case is None or not case.lead.identity_withheld:
        return False
    return by.may(Permission.SEE_WITHHELD) and warned(form, secrets_of(case), texts_of(form))


def warned(form: forms.Form, secrets: list[Secret], texts: dict[str, str]) -> bool:
    """Say on each of ``texts``, by the name of its field, what it gives away."""
    found = {
        name: next((secret.text for secret in secrets if secret.is_in(said)), "")
        for name, said in texts.items()
    }
    for name, secret in found.items():
        if secret:
            form.add_error(
                name,
                f"The service reads this and must not learn who complains: take out “{secret}”, "
                "or send it again as it is",
            )
    form.names_told = any(found.values())
    return form.names_told


def texts_of(form: forms.Form) -> dict[str, str]:
    return {
        name: form.cleaned_data[name]
        for name, field in form.fields.items()
        if name not in getattr(form, "kept_apart", ())
        and type(field) is forms.CharField
        and isinstance(form.cleaned_data.get(name), str)
    }


def given_away_already(case: Case) -> list[str]:
    """Each place where a case names somebody who is withheld, and what it holds of them."""
    secrets = secrets_of(case)
    return [
        f"{where} holds “{secret.text}”."
        for where, text in _written(case)
        if (secret := next((each for each in secrets if each.is_in(text)), None))
    ]


def told_before_the_service_reads(case: Case) -> tuple[str, ...]:
    """For whoever puts a case before the service, where who complains is withheld from it."""
    return where_it_stands(case) if case.lead.identity_withheld else ()


def where_it_stands(case: Case) -> tuple[str, ...]:
    """Each place as a sentence that says what the service reads there."""
    return tuple(
        f"{place} The service reads “{MASK}” there, but the rest may still give them away."
        for place in given_away_already(case)
    )


def _written(case: Case) -> Iterable[tuple[str, str]]:
    """What the service may read of a case, and where it stands."""
    yield "What was said", case.summary
    for point in case.points.all():
        yield f"Point {point.number}", f"{point.text}\n{point.desired_outcome}"
    for note in case.notes.all():
        yield f"The note of {note.on:%-d %B %Y}", note.text
    for task in case.tasks.filter(for_deciders=False):
        yield f"The task due on {task.due_on:%-d %B %Y}", f"{task.what}\n{task.evidence}"
    for request in case.service_requests.all():
        said = f"{request.question}\n{request.answer}"
        yield f"The question to {request.to} of {request.asked_on:%-d %B %Y}", said
    for decision in case.decisions.all():
        yield f"The decision of {decision.decided_on:%-d %B %Y}", decision.reason


def secrets_of(case: Case) -> list[Secret]:
    """Of everybody withheld on a case, but for what the service knows by the service user."""
    parts = list(case.lead.people.select_related("person"))
    known = [part.person.name for part in parts if part.role == CasePerson.Role.SERVICE_USER]
    withheld = [vars(part.person) for part in parts if part.role in WITHHELD_ROLES]
    return secrets_in(withheld, known)


def secrets_in(people: Iterable[dict], known_names: Iterable[str]) -> list[Secret]:
    """
    >>> mother = {"name": "Ann Vale", "email": "a@vale.example"}
    >>> [secret.text for secret in secrets_in([mother], ["Wren Vale"])]
    ['Ann Vale', 'a@vale.example', 'Ann']
    """
    known = {word for name in known_names for word in WORD.findall(name)}
    whole, words = [], []
    for person in people:
        first_line = (person.get("address") or "").partition("\n")[0].strip(" ,\r")
        for text in (person["name"], person.get("email"), person.get("telephone"), first_line):
            if text and text not in known_names:
                whole.append(Secret(text))
        words += [Secret(word, True) for word in WORD.findall(person["name"]) if word not in known]
    return whole + words
