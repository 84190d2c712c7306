"""People of the cases and cases that are named in a text: a report names none (domain.md
section 8)."""

import re
from functools import reduce
from operator import or_

from django.db.models import Q

from cases.models import Case, Person

WORDS = re.compile(r"[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)+")
TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr)\.?\s+([A-Z][\w’'-]+)")
REFERENCE = re.compile(r"[A-Za-z0-9]+(?:[-/][A-Za-z0-9]+)+")
MOST_WORDS = 4  # of a name


def people_named_in(text: str) -> list[str]:
    """Names of two words and more, and surnames after a title, each once, in the order of the
    alphabet."""
    found = set()
    for run in WORDS.findall(text):
        words = run.split()
        for start in range(len(words)):
            for end in range(start + 2, min(start + MOST_WORDS, len(words)) + 1):
                found.add(" ".join(words[start:end]))
    wanted = [Q(name__in=found), *(Q(name__endswith=f" {one}") for one in TITLED.findall(text))]
    people = Person.objects.filter(reduce(or_, wanted))
    return sorted(set(people.values_list("name", flat=True)))


def cases_named_in(text: str) -> list[str]:
    """References, each once."""
    found = set(REFERENCE.findall(text))
    return sorted(Case.objects.filter(reference__in=found).values_list("reference", flat=True))
