"""The lists that an administrator keeps, and what each is for."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Model, Q

from cases.models import (
    ActivityKind,
    Category,
    CategoryScheme,
    Channel,
    CloseReason,
    ComplainantType,
    ContactTime,
    DecisionReason,
    Directorate,
    PassedOnBy,
    Provider,
    RestrictionTerm,
    ServiceArea,
)
from documents.models import DocumentKind
from editions.models import CoverField, TimetableStep
from letters.models import ReturnReason
from stages.models import AfterwardsQuestion, CheckKind, OmbudsmanDecision


@dataclass(frozen=True)
class WordList:
    """``one`` stands after "Add"; ``facts`` are the fields beside the name, and ``people`` those of
    people, who are set on their own pages.

    The page is parted by ``group``. A list without ``retires`` goes out of use with its group.
    """

    key: str
    title: str
    one: str
    about: str
    model: type[Model]
    facts: tuple[str, ...] = ()
    group: str = ""
    retires: bool = True
    people: tuple[str, ...] = ()

    @property
    def words(self):
        rows = self.model.objects.prefetch_related(*self.people)
        return rows.select_related(self.group) if self.group else rows

    def in_use(self, day: date):
        """The words that may be chosen on ``day``, or in a day to come."""
        until = "in_use_until" if self.retires else f"{self.group}__in_use_until"
        return self.words.filter(Q(**{until: None}) | Q(**{f"{until}__gte": day}))


LISTS = [
    WordList(
        "directorates",
        "Directorates",
        "a directorate",
        "The parts of the council that the reports tell apart.",
        Directorate,
        facts=("social_care",),
    ),
    WordList(
        "service-areas",
        "Service areas",
        "a service area",
        "Each complaint is about one. It belongs to a directorate, and says which procedure a "
        "complaint runs on until triage. Who heads it is set on the page of that person.",
        ServiceArea,
        facts=("directorate", "usual_procedure"),
        group="directorate",
        people=("heads",),
    ),
    WordList(
        "providers",
        "Contracted providers",
        "a provider",
        "Contractors and partners that answer for a service on the council's behalf.",
        Provider,
        facts=("days_before",),
    ),
    WordList(
        "contact-times",
        "Times to answer other contacts",
        "a time to answer",
        "In how many working days members' and MPs' enquiries, professional complaints and service "
        "requests are answered. A new time takes over from its first day.",
        ContactTime,
        facts=("kind", "working_days"),
    ),
    WordList(
        "schemes",
        "Schemes of natures",
        "a scheme",
        "Versions of the list of natures. When the office sorts complaints in a new way, a new "
        "scheme takes over from a day, and earlier figures keep the old one.",
        CategoryScheme,
        facts=("stage_number",),
    ),
    WordList(
        "natures",
        "Natures of complaint",
        "a nature",
        "What complaints are about, by scheme. A nature is not taken out alone: its scheme goes "
        "out of use and a new one takes over, so that a year is never sorted in two ways.",
        Category,
        facts=("scheme",),
        group="scheme",
        retires=False,
    ),
    WordList(
        "complainant-types",
        "Complainant types",
        "a complainant type",
        "The standing in which someone complains: for themselves, for a child, as a carer.",
        ComplainantType,
        facts=("is_young_person",),
    ),
    WordList(
        "channels",
        "How complaints come",
        "a channel",
        "By letter, by email, by telephone, in person.",
        Channel,
    ),
    WordList(
        "passed-on-by",
        "Who passes complaints on",
        "someone who passes complaints on",
        "Those through whom a complaint comes that does not come straight: an MP, a councillor.",
        PassedOnBy,
    ),
    WordList(
        "decision-reasons",
        "Reasons for decisions",
        "a reason for a decision",
        "Why a complaint, a person or a late request was taken up or not: the reports count by "
        "these. Those of an early referral are conditions: all in use must be met.",
        DecisionReason,
        facts=("kind", "accepts"),
    ),
    WordList(
        "close-reasons",
        "Reasons for closing",
        "a reason for closing",
        "Why cases are closed. A duplicate and what was logged in error are not counted as "
        "complaints: the reports list them apart.",
        CloseReason,
        facts=("means",),
    ),
    WordList(
        "ombudsman-decisions",
        "Ombudsman decisions",
        "an Ombudsman decision",
        "The Ombudsman's own words, which change with the years, and what each means.",
        OmbudsmanDecision,
        facts=("means", "heading"),
    ),
    WordList(
        "activity-kinds",
        "Kinds of activity",
        "a kind of activity",
        "What the complaints service does beside answering complaints: surgeries, training, "
        "meetings, leaflets. The annual report counts them under key improvements.",
        ActivityKind,
        facts=("means",),
    ),
    WordList(
        "afterwards-questions",
        "Questions after closing",
        "a question",
        "What complainants are asked once their case is closed, each answered yes, partly or no. "
        "Keep to three: more are not answered.",
        AfterwardsQuestion,
    ),
    WordList(
        "restriction-terms",
        "Terms of a restriction of contact",
        "a term",
        "On what terms somebody whose behaviour was unacceptable may deal with the council. None "
        "of them closes the way to complain.",
        RestrictionTerm,
    ),
    WordList(
        "document-kinds",
        "Types of document",
        "a type of document",
        "What the papers of a case are. The first is the type of an e-mail that is filed.",
        DocumentKind,
    ),
    WordList(
        "return-reasons",
        "Reasons for returning a letter",
        "a reason",
        "Why a letter comes back to its author from whoever vets, signs off or signs it: the "
        "reports count by these.",
        ReturnReason,
    ),
    WordList(
        "check-kinds",
        "Checks of people in the pool",
        "a check",
        "What investigators, independent persons, panellists and mediators are checked for.",
        CheckKind,
    ),
    WordList(
        "cover-fields",
        "Cover of the annual report",
        "a field of the cover",
        "What stands before the report when it goes to a committee. Of an implication it is kept "
        "who wrote it and when.",
        CoverField,
        facts=("hint", "usual", "is_signed", "needed"),
    ),
    WordList(
        "report-timetable",
        "Timetable of the annual report",
        "a step",
        "The way to the committee's meeting, in working days before it. It stands on the desks of "
        "those who write the report.",
        TimetableStep,
        facts=("working_days_before",),
    ),
]
BY_KEY = {word_list.key: word_list for word_list in LISTS}
