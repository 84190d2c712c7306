"""A template and a case made into a letter: fields are filled, optional parts stay or go.

``{name}`` is a field of :data:`letters.fields.FIELDS`; ``[if name]`` … ``[end]``, each on a line of
its own, is a part that stays where :data:`letters.fields.PARTS` says so. Two fields stay as they
are until the letter goes: the date of the letter and the last day to ask for the next stage.
"""

import re

from django.core.exceptions import ValidationError

from letters.facts import Facts
from letters.fields import FIELDS, PARTS, WHEN_SENT

FIELD = re.compile(r"\{([^{}]*)\}")
PART = re.compile(r"^\[if ([a-z_]+)\]\n(.*?)^\[end\]\n?", re.MULTILINE | re.DOTALL)
MARK = re.compile(r"^\[.*\]$", re.MULTILINE)


def faults_of(body: str) -> list[str]:
    """What is wrong with the text of a template, each as a sentence."""
    known = FIELDS.keys() | WHEN_SENT.keys()
    unknown = [name for name in FIELD.findall(body) if name not in known]
    faults = [f"{{{name}}} is no field. Choose one of the list." for name in unknown]
    body = body.replace("\r\n", "\n") + "\n"
    parts = [name for name, _ in PART.findall(body) if name not in PARTS]
    faults += [f"[if {name}] is no optional part. Choose one of the list." for name in parts]
    if MARK.search(PART.sub(r"\2", body)):
        faults.append("Each [if …] needs an [end], both on lines of their own, none inside another")
    return faults


def fill(body: str, facts: Facts) -> str:
    """The letter's first draft. What the case lacks is said by name, and there is no letter."""
    text = PART.sub(lambda part: part[2] if PARTS[part[1]].holds(facts) else "", body + "\n")
    missing, values = [], {}
    for name in dict.fromkeys(FIELD.findall(text)):
        if name in WHEN_SENT:
            continue
        values[name] = FIELDS[name].value(facts)
        if not values[name]:
            missing.append(f"The case has no {FIELDS[name].words}, which the letter needs.")
    if missing:
        raise ValidationError(missing)
    filled = FIELD.sub(lambda found: values.get(found[1], found[0]), text)
    return re.sub(r"\n{3,}", "\n\n", filled).strip()


def faults_of_draft(text: str) -> list[str]:
    """What stands open in a draft: a field that nothing will fill."""
    unknown = [name for name in FIELD.findall(text) if name not in WHEN_SENT]
    return [f"{{{name}}} stands open. Write what belongs there." for name in unknown]


def fill_when_sent(text: str, values: dict[str, str]) -> str:
    """The letter as it goes. A date that is not known stops it."""
    missing = [name for name in FIELD.findall(text) if not values.get(name)]
    if missing:
        raise ValidationError(
            [
                f"There is no {WHEN_SENT.get(name, name)}, which the letter needs."
                for name in missing
            ]
        )
    return FIELD.sub(lambda found: values[found[1]], text)
