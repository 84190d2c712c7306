"""Percentages: of what, and whether a difference of two is told in points."""

from collections.abc import Iterable

from editions.bound_text import Said
from editions.flags.flag import Flag
from editions.flags.sentences import sentences_of, typed_in
from editions.known import Known, KnownFigures
from editions.names import names_in
from reporting.percentages import half_up


def mixed_bases(said: Said) -> Iterable[Flag]:
    """A paragraph whose percentages are of different numbers, as of 56 and of 43."""
    shares = {each.base: each for each in said.known if each.measure == "percent" and each.base}
    shares = {base: each for base, each in shares.items() if not each.is_change}
    if len(shares) > 1:
        bases = " and ".join(f"of {base}" for base in sorted(shares))
        says = f"The percentages of this paragraph are {bases}: say of what, or part them."
        yield Flag("bases", said.written, bases, says)


def points_told_as_per_cent(paragraph: str, figures: KnownFigures) -> Iterable[Flag]:
    for sentence in sentences_of(paragraph):
        shares = [each for each in _known(sentence, figures) if _is_share(each)]
        differences = {
            half_up(abs(one.value - other.value), 1)
            for place, one in enumerate(shares)
            for other in shares[place + 1 :]
        }
        for typed in typed_in(sentence):
            if typed.is_percent and half_up(typed.value, 1) in differences:
                says = (
                    f"{typed.words} is the difference of two percentages: "
                    f"that is {typed.value:f} percentage points."
                )
                yield Flag("points", paragraph, typed.words, says)
        changes = [each for each in _known(sentence, figures) if each.is_change]
        if changes and "percentage point" in sentence:
            says = f"{changes[0].text} is a change in per cent, not in percentage points."
            yield Flag("points", paragraph, "percentage points", says)


def _known(sentence: str, figures: KnownFigures) -> Iterable[Known]:
    for name in names_in(sentence):
        try:
            yield figures.find(name)
        except LookupError:
            continue


def _is_share(known: Known) -> bool:
    return known.measure == "percent" and not known.is_change and known.value is not None
