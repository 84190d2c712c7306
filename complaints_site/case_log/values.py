"""Reading one cell: text in, value out, or :class:`Unreadable` with what was expected."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal
from functools import lru_cache

ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
BRITISH_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
EXPECTED_DATE = "expected a date such as 2006-09-04 or 04/09/2006"
FIRST_YEAR, LAST_YEAR = 1900, 2100  # outside them a digit is missing or too many
MONEY = re.compile(r"£?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,2}))?")
MOST_MONEY = Decimal("9999999.99")

YES_NO = {"yes": True, "no": False, "y": True, "n": False, "true": True, "false": False}


class Unreadable(ValueError):
    """A cell that cannot be read. Its message says what was expected."""


@lru_cache(maxsize=100_000)
def day(text: str) -> date:
    """
    >>> day("2006-09-04") == day("04/09/2006") == day("4/9/2006")
    True
    """
    if match := ISO_DATE.fullmatch(text):
        year, month, of_month = map(int, match.groups())
    elif match := BRITISH_DATE.fullmatch(text):
        of_month, month, year = map(int, match.groups())
    else:
        raise Unreadable(EXPECTED_DATE)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise Unreadable(f"expected a year from {FIRST_YEAR} to {LAST_YEAR}")
    try:
        return date(year, month, of_month)
    except ValueError:
        raise Unreadable(f"there is no such day: {EXPECTED_DATE}") from None


def yes_no(text: str) -> bool:
    try:
        return YES_NO[text.casefold()]
    except KeyError:
        raise Unreadable("expected yes or no") from None


def money(text: str) -> Decimal:
    """Read pounds and pence.

    >>> money("£1,484.14"), money("680")
    (Decimal('1484.14'), Decimal('680.00'))
    """
    match = MONEY.fullmatch(text)
    if not match:
        raise Unreadable("expected pounds and pence such as 1484.14")
    amount = Decimal(f"{match[1].replace(',', '')}.{match[2] or '00':0<2}")
    if not 0 < amount <= MOST_MONEY:
        raise Unreadable(f"expected more than nothing and at most £{MOST_MONEY:,}")
    return amount


def whole(least: int, most: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        if text.isascii() and text.isdecimal() and len(text) < 10 and least <= int(text) <= most:
            return int(text)
        raise Unreadable(f"expected a whole number from {least} to {most}")

    return read


def text_of(most: int) -> Callable[[str], str]:
    def read(text: str) -> str:
        if len(text) > most:
            raise Unreadable(f"{len(text):,} characters: expected {most:,} at most")
        return text

    return read


def words(text: str) -> tuple[str, ...]:
    """Read words separated by semicolons, each once.

    >>> words("corporate; manual;; corporate")
    ('corporate', 'manual')
    """
    return tuple(dict.fromkeys(word for part in text.split(";") if (word := part.strip())))


def one_of(choices: Iterable[tuple[str, str]], also: Mapping[str, str] = {}) -> Callable:
    """Read one of a model's choices by its label or its value, in capitals or not.

    >>> one_of([("not_upheld", "Not upheld")])("NOT UPHELD")
    'not_upheld'
    """
    choices = list(choices)
    known = {folded(name): value for value, label in choices for name in (value, label)}
    known |= {folded(name): value for name, value in also.items()}
    expected = ", ".join(label[:1].lower() + label[1:] for _, label in choices)

    def read(text: str) -> str:
        try:
            return known[folded(text)]
        except KeyError:
            raise Unreadable(f"expected one of: {expected}") from None

    return read


def folded(text: str) -> str:
    """What two spellings of the same word have in common.

    >>> folded("Level  &amp quality") == folded("level &amp  Quality")
    True
    """
    return " ".join(text.replace("’", "'").split()).casefold()
