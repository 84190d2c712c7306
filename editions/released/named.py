"""People of the cases who are named in a text: a report names none (domain.md section 8)."""

import re

from cases.models import Person

WORDS = re.compile(r"[A-Z][\w’'-]+(?:\s+[A-Z][\w’'-]+)+")


def people_named_in(text: str) -> list[str]:
    """Names of two words and more, each once, in the order of the alphabet."""
    found = set()
    for run in WORDS.findall(text):
        words = run.split()
        for start in range(len(words)):
            for end in range(start + 2, min(start + 4, len(words)) + 1):
                found.add(" ".join(words[start:end]))
    return sorted(set(Person.objects.filter(name__in=found).values_list("name", flat=True)))
