"""The log form as it was typed: kept in a draft, put back on the page, searched for people."""

from datetime import date
from uuid import UUID, uuid4

from django.core.exceptions import ValidationError
from django.forms import DateField
from django.http import QueryDict

from accounts.models import User
from cases.heard_before import Typed
from cases.models import Case, Draft
from stages.forms.log import LogForm, child_of, lines

EMAIL = "email_file"  # which e-mail it was filled from
EARLIER = "earlier-"  # and a reference: what was answered about an earlier case
LINKED, DIFFERENT = "linked", "different"
SEVERAL = {"care"}
LONGEST = 60_000  # letters of a draft


def as_first_values(typed: QueryDict) -> dict:
    """What was typed, as the first values of a form: it comes back as it was, without errors."""
    return {name: typed.getlist(name) if name in SEVERAL else typed[name] for name in typed}


def people_in(typed: QueryDict) -> Typed:
    """The people that the boxes speak of so far."""
    clean = {name: typed.get(name, "").replace("\0", "").strip() for name in LogForm.base_fields}
    people = [
        {"name": clean["complainant"], "address": clean["address"]},
        *(child_of(line) for line in lines(clean["children"])),
        {"name": clean["representative"], "address": clean["representative_address"]},
    ]
    return Typed.of(people)


def answered(typed: QueryDict) -> dict[str, str]:
    """What was answered about each earlier case that was shown, by its reference."""
    return {
        name.removeprefix(EARLIER): typed[name]
        for name in typed
        if name.startswith(EARLIER) and typed[name] in (LINKED, DIFFERENT)
    }


def earlier_cases(typed: QueryDict, answer: str, user: User) -> list[Case]:
    """The earlier cases that were so answered, of those that ``user`` may see."""
    chosen = [reference for reference, given in answered(typed).items() if given == answer]
    return list(Case.objects.visible_to(user).filter(reference__in=chosen)) if chosen else []


def key_in(typed: QueryDict) -> UUID:
    """The key of the draft that the page belongs to; a new one where it has none."""
    try:
        return UUID(typed.get("draft", ""))
    except ValueError:
        return uuid4()


def draft_of(typed: QueryDict) -> Draft | None:
    return Draft.objects.filter(key=key_in(typed)).first()


def answers_to_keep(typed: QueryDict) -> dict[str, list[str]]:
    """The boxes with something in them. Not the token, nor the button that was pressed."""
    kept_too = (EMAIL, EARLIER)
    known = [name for name in typed if name in LogForm.base_fields or name.startswith(kept_too)]
    kept = {name: [value.replace("\0", "") for value in typed.getlist(name)] for name in known}
    kept = {name: values for name, values in kept.items() if any(map(str.strip, values))}
    if sum(len(value) for values in kept.values() for value in values) > LONGEST:
        raise ValidationError("This is too long for a draft: log it, or shorten what was said")
    return kept


def as_typed(draft: Draft) -> QueryDict:
    typed = QueryDict(mutable=True)
    for name, values in draft.answers.items():
        typed.setlist(name, values)
    typed["draft"] = str(draft.key)
    return typed


def received_on(typed: QueryDict, today: date) -> date:
    """The date received, as far as it can be read; today until then."""
    try:
        return min(DateField().clean(typed.get("received_on", "")), today)
    except ValidationError:
        return today
