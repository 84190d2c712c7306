"""Numbers typed by hand: one that is a figure is offered as one; one that the records contradict is
flagged. Only where the sentence is about the same as the figure."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from editions.flags.flag import Flag
from editions.flags.sentences import Typed, sentences_of, stem, stems, typed_in
from editions.known import Known
from reporting.percentages import half_up

MOST_OFFERED = 3
ABOUT_THE_SAME, SURELY = 2, 3  # words in common: with the counted one among them, and without


def equal_to(sentence: str, typed: Typed, figures: Sequence[Known]) -> list[Known]:
    """The figures of which a typed number is one: those that the sentence speaks of most."""
    said, noun = stems(sentence), _noun(typed)
    equal = [
        (in_common(said, each), each)
        for each in figures
        if _comparable(typed, each) and _equals(typed, each)
    ]
    equal = [
        (score, each)
        for score, each in equal
        if score >= SURELY or (score >= ABOUT_THE_SAME and noun in stems(each.words))
    ]
    most = max((score for score, _ in equal), default=0)
    return [each for score, each in equal if score == most]


def _noun(typed: Typed) -> str:
    return next((stem(word) for word in typed.after if stems(word)), "")


def typed_numbers(paragraph: str, figures: Sequence[Known]) -> Iterable[Flag]:
    for sentence in sentences_of(paragraph):
        said = stems(sentence)
        for typed in typed_in(sentence):
            equal = equal_to(sentence, typed, figures)
            if equal:
                offered = _best([(in_common(said, each), each) for each in equal])
                yield _is_a_figure(paragraph, typed, offered)
                continue
            alike = [(in_common(said, each), each) for each in figures if _comparable(typed, each)]
            yield from _contradicted(paragraph, typed, _noun(typed), alike)


def _is_a_figure(paragraph: str, typed: Typed, offered: tuple[Known, ...]) -> Flag:
    says = f"{typed.words} was typed. As a figure it stays right, and leads to its cases."
    return Flag("typed", paragraph, _quoted(typed), says, offered)


def _contradicted(paragraph: str, typed: Typed, noun: str, alike) -> Iterable[Flag]:
    near = [
        (score, each)
        for score, each in alike
        if score >= ABOUT_THE_SAME and (typed.is_percent or noun in stems(each.words))
    ]
    if not near:
        return
    offered = _best(near)
    says = f"{typed.words} was typed; the records say {offered[0].text} ({offered[0].label})."
    yield Flag("contradicts", paragraph, _quoted(typed), says, offered)


def _best(found: list[tuple[int, Known]]) -> tuple[Known, ...]:
    """Those that have most in common with the sentence, single figures before cells of tables."""
    ordered = sorted(found, key=lambda one: (-one[0], bool(one[1].table), len(one[1].label)))
    top = ordered[0][0]
    return tuple(each for score, each in ordered if score == top)[:MOST_OFFERED]


def in_common(said: frozenset[str], known: Known) -> int:
    return len(said & stems(known.words))


def _comparable(typed: Typed, known: Known) -> bool:
    if not isinstance(known.value, int | float | Decimal) or not known.is_ours:
        return False
    if typed.is_percent or known.measure == "percent":
        return typed.is_percent and known.measure == "percent"
    if typed.is_pounds or known.measure == "pounds":
        return typed.is_pounds and known.measure == "pounds"
    return known.measure in ("count", "days")


def _equals(typed: Typed, known: Known) -> bool:
    """As precisely as it was typed."""
    step = Decimal(1).scaleb(typed.value.as_tuple().exponent)
    return half_up(abs(Decimal(known.value)), step) == typed.value


def _quoted(typed: Typed) -> str:
    return " ".join([typed.words, *typed.after[:3]])
