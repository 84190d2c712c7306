"""Regulations that a text names, held against their titles (``fixtures/editions/laws.toml``)."""

import re
import tomllib
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cache

from django.conf import settings

from editions.flags.sentences import sentences_of
from editions.printed.finding import Finding
from editions.printed.layout import Layout

FILE = settings.BASE_DIR / "fixtures" / "editions" / "laws.toml"
NAMED = re.compile(r"\b((?:[A-Z(][\w’')]*,? (?:and |of |for )?){2,}Regulations (\d{4}))")


@cache
def titles() -> dict[str, str]:
    """By title its number."""
    with FILE.open("rb") as file:
        return {law["title"]: law["number"] for law in tomllib.load(file)["laws"]}


def regulations_misnamed(layout: Layout) -> Iterable[Finding]:
    for paragraph in layout.paragraphs:
        for sentence in sentences_of(paragraph.text):
            for named, year in NAMED.findall(sentence):
                right = [title for title in titles() if title.endswith(year)]
                if not right or any(title.endswith(named) for title in right):
                    continue
                nearest = get_close_matches(named, right, n=1, cutoff=0.3)
                if nearest:
                    says = f"Its title is “{nearest[0]}” ({titles()[nearest[0]]})."
                    yield Finding("law", says, sentence, named)
