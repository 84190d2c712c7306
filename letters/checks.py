"""What a program can judge of a letter: from its text and the record, with the sentence it goes by.

It says "found" or "not found", never "correct": whether a sentence is right is for the vetter.
Nothing here asks the database; :mod:`letters.record` has read it.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from letters.kinds import Kind
from letters.notation import paragraphs_of
from letters.record import Record
from stages.models import Outcome

SENTENCE = re.compile(r"(?<=[.!?])\s+")
DATE = re.compile(
    r"\b(\d{1,2}) (January|February|March|April|May|June|July|August|September|"
    r"October|November|December) (\d{4})\b"
)
SORRY = re.compile(r"\b(sorry|apologi[sz]e|apology)\b", re.IGNORECASE)
EMPTY_SORRY = re.compile(r"sorry (that )?(you|if you|you felt)", re.IGNORECASE)
FOR_THE_COMPLAINANT = (Outcome.UPHELD, Outcome.PARTIALLY_UPHELD)
NEXT_STAGE = "The next stage is named, with the last day to ask and whom to write to"
ANSWERS = (Kind.STAGE_1, Kind.ADJUDICATION, Kind.STAGE_3, Kind.ADULTS)


@dataclass(frozen=True)
class Check:
    """``good`` is what the list asks for; ``says`` the sentence, or what was looked for in vain."""

    key: str
    label: str
    good: bool
    says: str
    word: str = ""

    @property
    def result(self) -> str:
        return self.word or ("found" if self.good else "not found")


def checks_of(text: str, record: Record) -> list[Check]:
    """Every line that applies to this letter, in the order in which a vetter reads."""
    parts = paragraphs_of(text)
    every = [one for part in parts for one in _sentences(part)]
    sentences = [one for part in parts if not part.startswith("## ") for one in _sentences(part)]
    checks = [_addressee(text, record), _named(text, record)]
    if record.letter.kind in ANSWERS:
        checks += [_procedure(sentences, record), *_points(text, record)]
        checks += [_apology(sentences, record)] if _is_upheld(record) else []
        checks += [_next_stage(sentences, record)] if record.name_of_next else []
    checks += [_ombudsman(sentences), _dates(every, record), _signed(text, record)]
    return checks


def _sentences(paragraph: str) -> list[str]:
    return [line.strip() for line in SENTENCE.split(paragraph.replace("\n", " ")) if line.strip()]


def _first(sentences: Iterable[str], *words: str) -> str:
    """The first sentence that has every one of ``words``."""
    wanted = [word.casefold() for word in words]
    return next((one for one in sentences if all(w in one.casefold() for w in wanted)), "")


def _addressee(text: str, record: Record) -> Check:
    label = "It goes to whom the council writes to, by name"
    to, right = record.letter.addressee, record.letters_go_to
    name = to.person.name if to else ""
    if right is None:
        return Check("addressee", label, False, "The case has nobody to write to.")
    if to is None or to.pk != right.pk:
        return Check("addressee", label, False, f"The case says {right}, the letter {to}.")
    line = _first(text.splitlines(), name)
    authority = f" Authority: {to.authority_evidence}." if to.authority_evidence else ""
    said = f"“{line}”.{authority}" if line else f"{name} is not in the text."
    return Check("addressee", label, bool(line), said)


def _named(text: str, record: Record) -> Check:
    """Others of this and of linked cases, by their whole name or one part of it."""
    label = "Nobody is named who is not on the list of who may be named"
    allowed = {word for name in record.may_be_named for word in _words(name)}
    used = set(_words(text))
    hits = []
    for name in record.others:
        parts = [word for word in _words(name) if len(word) > 2 and word not in allowed]
        if any(word in used for word in parts):
            line = next((s for s in text.splitlines() if set(parts) & set(_words(s))), "")
            hits.append(f"{name}: “{line.strip()}”")
    if not hits:
        return Check(
            "named", label, True, "Looked for the others of this and of linked cases.", "none found"
        )
    return Check("named", label, False, " ".join(hits), "found")


def _words(text: str) -> list[str]:
    return re.findall(r"\w[\w'’-]*", text.casefold())


def _procedure(sentences: list[str], record: Record) -> Check:
    label = "Procedure and stage are named"
    line = _first(sentences, record.procedure, record.stage_name)
    both = f"“{line}”" if line else f"Looked for “{record.procedure}” with “{record.stage_name}”."
    if not line:
        apart = [_first(sentences, record.procedure), _first(sentences, record.stage_name)]
        line = all(apart)
        both = " ".join(f"“{one}”" for one in apart) if line else both
    return Check("procedure", label, bool(line), both)


def _points(text: str, record: Record) -> Iterable[Check]:
    if record.letter.kind == Kind.STAGE_3:
        return
    for number, words, finding in record.findings:
        label = f"Point {number} is answered with its finding ({finding.lower()})"
        line = _finding_on(text, number, finding)
        said = f"“{line}”" if line else f"Looked under “Point {number}” ({words})."
        yield Check(f"point-{number}", label, bool(line), said)
    for number in record.unanswered:
        label = f"Point {number} is answered with its finding"
        yield Check(f"point-{number}", label, False, "No finding stands on it.")


def _finding_on(text: str, number: int, finding: str) -> str:
    """The sentence of the finding, in what stands between this point and the next."""
    parts = re.split(r"(?i)\bpoint (\d+)\b", text)
    under = " ".join(parts[n + 1] for n in range(1, len(parts), 2) if int(parts[n]) == number)
    # "Upheld" stands also within "Not upheld" and "Partially upheld"
    exact = re.compile(rf"(?<!not )(?<!partially )\b{re.escape(finding.casefold())}\b")
    sentences = _sentences(under.replace("\n\n", ". "))
    return next((one for one in sentences if exact.search(one.casefold())), "")


def _is_upheld(record: Record) -> bool:
    labels = {outcome.label for outcome in FOR_THE_COMPLAINANT}
    return any(finding in labels for _, _, finding in record.findings)


def _apology(sentences: list[str], record: Record) -> Check:
    label = "It says sorry for what was wrong"
    line = next((s for s in sentences if SORRY.search(s) and not EMPTY_SORRY.search(s)), "")
    said = f"“{line}”" if line else "A point is upheld, and no sentence says sorry for it."
    return Check("apology", label, bool(line), said)


def _next_stage(sentences: list[str], record: Record) -> Check:
    """The stage, the last day (filled as it goes, so that it is the record's), and whom to ask."""
    label = NEXT_STAGE
    name = _first(sentences, record.name_of_next)
    day = _first(sentences, "{last_day}")
    whom = next(
        (
            s
            for s in sentences
            if re.search(
                r"\b(write to|tell|call|contact)\b.*\b"
                r"(manager|team|officer)\b",
                s,
                re.I,
            )
        ),
        "",
    )
    lacks = [
        words
        for words, there in (
            (f"the name “{record.name_of_next}”", name),
            ("the field {last_day}", day),
            ("whom to write to", whom),
        )
        if not there
    ]
    said = " ".join(f"“{line}”" for line in dict.fromkeys([name, day, whom]) if line)
    return Check(
        "next-stage", label, not lacks, f"Lacks {', '.join(lacks)}. {said}" if lacks else said
    )


def _ombudsman(sentences: list[str]) -> Check:
    line = _first(sentences, "ombudsman")
    said = f"“{line}”" if line else "No sentence names the Ombudsman."
    return Check("ombudsman", "The Ombudsman is named", bool(line), said)


def _dates(sentences: list[str], record: Record) -> Check:
    label = "Each date in it is one of the record"
    strange = [
        f"“{line}”"
        for line in sentences
        for day in DATE.finditer(line)
        if day[0] not in record.dates
    ]
    if strange:
        return Check("dates", label, False, " ".join(dict.fromkeys(strange)))
    number = sum(1 for line in sentences for _ in DATE.finditer(line))
    return Check("dates", label, True, f"{number} date{'' if number == 1 else 's'} looked at.")


def _signed(text: str, record: Record) -> Check:
    label = "It is not signed by somebody who is complained about"
    end = "\n".join(paragraphs_of(text)[-1:])
    known = {name.casefold(): name for name in record.complained_about}
    hit = next((known[name] for name in known if name in end.casefold()), "")
    hit = hit or (str(record.letter.author) if record.author_is_complained_about else "")
    said = f"{hit} is complained about." if hit else f"“{' '.join(end.split())}”"
    return Check("signed", label, not hit, said, "found" if hit else "nobody found")
