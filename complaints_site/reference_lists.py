"""The lists that a fresh copy starts with, from ``fixtures/lists/*.toml``.

A council changes its lists in the product afterwards: loading the files again adds what is missing
and leaves every word that is there as it is.
"""

import tomllib
from collections import Counter
from pathlib import Path

from django.conf import settings

from accounts.models import User
from accounts.trail import action
from cases.actions.lists import add_missing
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
    EqualityAnswer,
    Log,
    PassedOnBy,
    Provider,
    RestrictionTerm,
    ServiceArea,
)
from documents.models import DocumentKind
from editions.models import CoverField, TimetableStep
from letters.models import ReturnReason
from stages.models import AfterwardsQuestion, CheckKind, OmbudsmanDecision

FOLDER = settings.BASE_DIR / "fixtures" / "lists"


@action
def load_lists(folder: Path = FOLDER, *, by: User | None) -> Counter:
    """Load every list of the folder; how many words each list gained, by the list's name."""
    told = read(folder)
    added = Counter()

    def add(model, words, **how):
        added[str(model._meta.verbose_name_plural)] += len(add_missing(model, words, by=by, **how))

    add(Channel, in_order(Channel, told["channels"]))
    add(PassedOnBy, in_order(PassedOnBy, told["passed_on_by"]))
    add(DocumentKind, in_order(DocumentKind, told.get("document_kinds", [])))
    add(Provider, in_order(Provider, told.get("providers", [])))
    add(ContactTime, in_order(ContactTime, told.get("contact_times", [])))
    add(ActivityKind, in_order(ActivityKind, told.get("activity_kinds", [])))
    questions = told.get("afterwards_questions", [])
    add(AfterwardsQuestion, in_order(AfterwardsQuestion, questions))
    add(Log, in_order(Log, told["logs"]), known_by=["key"])
    add(ComplainantType, in_order(ComplainantType, told["complainant_types"]))
    add(OmbudsmanDecision, in_order(OmbudsmanDecision, told["decisions"]))
    add(RestrictionTerm, in_order(RestrictionTerm, told.get("restriction_terms", [])))
    add(ReturnReason, in_order(ReturnReason, told.get("return_reasons", [])))
    add(CoverField, in_order(CoverField, told.get("cover_fields", [])))
    add(TimetableStep, in_order(TimetableStep, told.get("timetable_steps", [])))
    add(CheckKind, in_order(CheckKind, told.get("check_kinds", [])))
    add(CloseReason, in_order(CloseReason, told.get("close_reasons", [])))
    reasons = in_order(DecisionReason, told.get("decision_reasons", []))
    add(DecisionReason, reasons, known_by=["kind", "name"])
    add(Directorate, directorates(told["directorates"]))
    add(ServiceArea, service_areas(told["directorates"]))
    add(CategoryScheme, schemes(told["schemes"]))
    add(Category, categories(told["schemes"]), known_by=["scheme_id", "name"])
    answers = [answer for listed in told["lists"] for answer in equality_answers(listed)]
    add(EqualityAnswer, answers, known_by=["dimension", "scheme", "name"])
    return added


def read(folder: Path) -> dict:
    told = {}
    for path in sorted(folder.glob("*.toml")):
        with path.open("rb") as file:
            told |= tomllib.load(file)
    return told


def in_order(model, words: list) -> list:
    """Make rows of a list; a word is a name, or a table of fields."""
    fields = ({"name": word} if isinstance(word, str) else word for word in words)
    return [model(position=place, **each) for place, each in enumerate(fields)]


def directorates(told: list[dict]) -> list[Directorate]:
    return [
        Directorate(
            name=each["name"], social_care=each.get("social_care", False), position=position
        )
        for position, each in enumerate(told)
    ]


def service_areas(told: list[dict]) -> list[ServiceArea]:
    known = {directorate.name: directorate for directorate in Directorate.objects.all()}
    areas = []
    for each in told:
        usual = each["usual_procedure"]
        named = [{"name": name, "usual_procedure": usual} for name in each["service_areas"]]
        for area in named + each.get("others", []):
            area["directorate"] = known[each["name"]]
            areas.append(ServiceArea(position=len(areas), **area))
    return areas


def schemes(told: list[dict]) -> list[CategoryScheme]:
    of_scheme = ["name", "stage_number", "in_use_from", "in_use_until"]
    return in_order(CategoryScheme, [{k: each.get(k) for k in of_scheme} for each in told])


def categories(told: list[dict]) -> list[Category]:
    known = {scheme.name: scheme for scheme in CategoryScheme.objects.all()}
    return [
        Category(scheme=known[each["name"]], name=name, position=position)
        for each in told
        for position, name in enumerate(each["categories"])
    ]


def equality_answers(listed: dict) -> list[EqualityAnswer]:
    answers = [(name, EqualityAnswer.Kind.ANSWER) for name in listed["answers"]] + listed["none"]
    return [
        EqualityAnswer(
            dimension=listed["dimension"],
            scheme=listed["scheme"],
            name=name,
            kind=kind,
            position=position,
        )
        for position, (name, kind) in enumerate(answers)
    ]
