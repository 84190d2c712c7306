"""Which procedure? A few questions in the order of domain.md 1.G, and what their answers propose.

Nothing here reads the database, and nothing decides: a person does. The usual errors are not
recognising a children's complaint and choosing the wrong procedure (domain.md 1.G), so "don't
know" leans to the children's procedure and says what to find out.
"""

from collections.abc import Mapping
from dataclasses import dataclass

YES, NO, UNKNOWN = "yes", "no", "unknown"
ANSWERS = {YES: "Yes", NO: "No", UNKNOWN: "Don’t know"}

NO_COMPLAINT = "Not a complaint"
CHILDREN, CORPORATE, DATA_PROTECTION = "children", "corporate", "data-protection"


@dataclass(frozen=True)
class Question:
    key: str
    text: str
    hint: str = ""


HARM = Question(
    "harm",
    "Is a child or an adult at risk of harm now?",
    "Safeguarding comes first. The complaint may wait for it.",
)
NOT_A_COMPLAINT = Question(
    "request",
    "Is it only something else that has a way of its own?",
    "A request for a service, for information (freedom of information) or for one’s own data "
    "(subject access), an appeal, an insurance claim, or a grievance of staff.",
)
ONLY_DATA = Question(
    "only_data",
    "Is it only about how the council handled personal data?",
    "Data shared, lost, wrong or kept too long. Asking for one’s own data is a request. Where it "
    "is about a service as well, answer no: the part about data is asked for later.",
)
CHILDRENS = Question("childrens", "Is it about services for children or young people?")
FUNCTION = Question(
    "function",
    "Is it about what the council does for a child under the Children Act?",
    "Help to a child in need, being looked after, leaving care, fostering, adoption, special "
    "guardianship, care and supervision orders. Not: child protection enquiries and conferences, "
    "reports to a court, schools, or how an adult was treated.",
)
ELIGIBLE = Question(
    "eligible",
    "May this person use the children’s procedure by right?",
    "The child or young person, a parent or someone with parental responsibility, a foster carer "
    "of the council, a care leaver, a special guardian, an adopter or someone adopted, or "
    "somebody who speaks for one of these.",
)
INTEREST = Question(
    "interest",
    "Has the council decided that they have sufficient interest in the child’s welfare?",
    "For anyone else, such as a grandparent, a neighbour or a teacher.",
)
ADULTS = Question("adults", "Is it about adult social care?")
PUBLIC_HEALTH = Question(
    "public_health",
    "Is it about the council’s public health work?",
    "Such as sexual health, drug and alcohol, or stop-smoking services.",
)
LANDLORD = Question("landlord", "Is it about the council as a landlord?")
MIXED = Question(
    "mixed",
    "Does part of it concern anything else: the NHS, personal data, another service?",
    "A mixed complaint has one lead and one reply where the law allows. Each part keeps its own "
    "procedure and clock.",
)
NHS = Question("nhs", "Does part of it concern the NHS?", "A hospital, a GP, a mental health team.")
DATA_TOO = Question("data_too", "Is part of it about how the council handled personal data?")
OTHER_SERVICE = Question(
    "other_service",
    "Does part of it concern a service of the council that has another procedure?",
    "Such as adult social care beside children’s, or the council as a landlord.",
)
OLD = Question(
    "old",
    "Did what they complain of happen more than a year before they complained?",
)
IN_ORDER = (
    HARM,
    NOT_A_COMPLAINT,
    ONLY_DATA,
    CHILDRENS,
    FUNCTION,
    ELIGIBLE,
    INTEREST,
    ADULTS,
    PUBLIC_HEALTH,
    LANDLORD,
    MIXED,
    NHS,
    DATA_TOO,
    OTHER_SERVICE,
    OLD,
)


@dataclass(frozen=True)
class Note:
    """Something else that has to be done; ``step`` does it, where there is one.

    ``known`` are the answers of that step that are known already, as the end of its address.
    """

    text: str
    step: str = ""
    known: str = ""


SAFEGUARDING = Note("Safeguarding comes first: raise the concern now.", "raise-safeguarding")
FIND_OUT = Note("Find out at once whether anybody is at risk: ask the duty team.")
SPLIT = Note("Mixed: split off the part of the other service, with one reply.", "split-part")
SPLIT_DATA = Note(
    "Mixed: split off the part about personal data. The rest follows its own procedure.",
    "split-part",
    f"?code={DATA_PROTECTION}",
)
WITH_THE_NHS = Note(
    "Joint with the NHS: agree who leads and who answers what, and ask for consent to share.",
    "set-up-joint-work",
)
OVER_A_YEAR = Note(
    "Over a year old: the one-year limit is a decision to be recorded.", "time-limit"
)
# What a mixed complaint asks for, by the question that found it
OF_PARTS = {"nhs": WITH_THE_NHS, "data_too": SPLIT_DATA, "other_service": SPLIT}

DECIDE_INTEREST = Note(
    "Sufficient interest is a decision to be recorded, as soon as possible.", "sufficient-interest"
)


@dataclass(frozen=True)
class Proposal:
    """``code`` is the procedure; empty where it is no complaint, or where too little is known.

    ``notes`` say what else has to be done.
    """

    code: str = ""
    why: str = ""
    no_complaint: bool = False
    notes: tuple[Note, ...] = ()


def next_question(answers: Mapping[str, str]) -> Question | None:
    """The question to ask next; none where nothing more needs to be asked.

    >>> next_question({}).key
    'harm'
    >>> next_question({"harm": "no", "request": "yes"}) is None
    True
    """
    return next((each for each in _asked(answers) if answers.get(each.key) not in ANSWERS), None)


def answered(answers: Mapping[str, str]) -> list[tuple[Question, str]]:
    """The questions that were asked on the way, each with its answer; stale ones are left out."""
    given = []
    for question in _asked(answers):
        if answers.get(question.key) not in ANSWERS:
            break
        given.append((question, answers[question.key]))
    return given


def propose(answers: Mapping[str, str]) -> Proposal:
    """What the answers so far lead to.

    >>> propose({"harm": "no", "request": "no", "only_data": "yes"}).code
    'data-protection'
    """
    known = {question.key: answer for question, answer in answered(answers)}
    if known.get("request") == YES:
        why = "It is a request or claim with a way of its own, not a complaint."
        return Proposal(why=why, no_complaint=True, notes=tuple(_notes(known)))
    code, why = _procedure(known)
    return Proposal(code, why, notes=tuple(_notes(known)))


def asks_to_split(code: str) -> Note:
    """The note that a part on the procedure ``code`` does what it asks for."""
    return SPLIT_DATA if code == DATA_PROTECTION else SPLIT


def _asked(answers: Mapping[str, str]):
    """The questions in their order, each depending on the answers before it."""
    yield HARM
    yield NOT_A_COMPLAINT
    if answers.get("request") == YES:
        return
    yield ONLY_DATA
    if answers.get("only_data") == YES:
        return
    yield CHILDRENS
    if answers.get("childrens") == YES:
        yield from _asked_of_childrens(answers)
    else:
        for question in (ADULTS, PUBLIC_HEALTH, LANDLORD):
            yield question
            if answers.get(question.key) == YES:
                break
    yield MIXED
    if answers.get("mixed") == YES:
        yield from (NHS, DATA_TOO, OTHER_SERVICE)
    yield OLD


def _asked_of_childrens(answers: Mapping[str, str]):
    yield FUNCTION
    if answers.get("function") == NO:
        return
    yield ELIGIBLE
    if answers.get("eligible") != YES:
        yield INTEREST


def _procedure(known: Mapping[str, str]) -> tuple[str, str]:
    if known.get("only_data") == YES:
        return DATA_PROTECTION, "It is about how the council handled personal data."
    if known.get("childrens") == YES:
        return _childrens(known)
    for key, code, why in (
        ("adults", "adults", "It is about adult social care."),
        ("public_health", "public-health", "It is about the council’s public health work."),
        ("landlord", "housing", "It is about the council as a landlord."),
    ):
        if known.get(key) == YES:
            return code, why
    if "landlord" in known:
        return CORPORATE, "It belongs to none of the procedures that the law lays down."
    return "", "The questions were stopped before they led to a procedure."


def _childrens(known: Mapping[str, str]) -> tuple[str, str]:
    if known.get("function") == NO:
        return CORPORATE, "It is about children’s services, but not what the Children Act lists."
    if known.get("interest") == NO:
        return CORPORATE, "The person is not eligible and has no sufficient interest in the child."
    if known.get("eligible") == YES:
        why = "It is about what the Children Act lists, and the person may complain by right."
    elif known.get("interest") == YES:
        why = "It is about what the Children Act lists, and the person has sufficient interest."
    elif "interest" in known:
        why = "It is about what the Children Act lists. Whether the person may is not decided yet."
    else:
        return "", "The questions were stopped before they led to a procedure."
    if known.get("function") == UNKNOWN:
        why = "It may be about what the Children Act lists: treat it so until you know better."
    return CHILDREN, why


def _notes(known: Mapping[str, str]):
    if known.get("harm") == YES:
        yield SAFEGUARDING
    if known.get("harm") == UNKNOWN:
        yield FIND_OUT
    if known.get("interest") in (YES, UNKNOWN):
        yield DECIDE_INTEREST
    yield from (note for key, note in OF_PARTS.items() if known.get(key) == YES)
    if known.get("old") == YES:
        yield OVER_A_YEAR
