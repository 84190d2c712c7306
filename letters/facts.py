"""What the record says that a letter may say, read once."""

import re
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.conf import settings

from accounts.models import User
from cases.models import Case, CasePerson, Decision
from letters.promises import Promises, promised_in
from stages.models import (
    Deadline,
    Extension,
    Finding,
    Procedure,
    Recommendation,
    Stage,
    StageDefinition,
    TimeLimit,
)
from stages.situation import Situation
from stages.working_calendar import in_words


@dataclass
class Facts:
    """``findings`` are (point, words of the finding, reason), as the letter will say them."""

    situation: Situation
    author: User
    addressee: CasePerson
    findings: list[tuple] = field(default_factory=list)

    @property
    def case(self) -> Case:
        return self.situation.case

    @property
    def stage(self) -> Stage:
        return self.situation.stage

    @cached_property
    def people(self) -> list[CasePerson]:
        return list(self.case.lead.people.select_related("person"))

    @property
    def is_to_a_child(self) -> bool:
        return is_to_a_child(self.case, self.addressee)

    @cached_property
    def points(self) -> list:
        return list(self.case.points.at_stage(self.stage.number))

    @property
    def main(self) -> Deadline | None:
        return self.situation.main_deadline

    @cached_property
    def extension(self) -> Extension | None:
        """The one that is to be told, else the last."""
        extensions = self.stage.extensions.order_by("pk")
        return extensions.untold().last() or extensions.last()

    @cached_property
    def recommendations(self) -> list[Recommendation]:
        return list(self.stage.recommendations.all())

    @cached_property
    def refusal(self) -> Decision | None:
        return self.case.decisions.filter(kind=Decision.Kind.REFUSED).order_by("pk").last()

    @cached_property
    def handler(self) -> str:
        owner = self.case.assignments.filter(capacity="owner", until=None).select_related("user")
        one = owner.first()
        return str(one.user or one.team) if one else ""

    @cached_property
    def promises(self) -> Promises:
        return promised_in(self.case)

    @property
    def upheld(self) -> bool:
        return any(words in ("Upheld", "Partially upheld") for _, words, _ in self.findings)


def is_to_a_child(case: Case, addressee: CasePerson | None) -> bool:
    """Whoever complains in the standing of a young person is written to as one, and a service user
    on the children's procedure who complains for themselves."""
    if addressee is None or addressee.role not in ("complainant", "service_user"):
        return False
    kind = case.complainant_type
    return bool(kind and kind.is_young_person)


def dated(day: date | None) -> str:
    return in_words(day) if day else ""


def findings_on_record(stage: Stage) -> list[tuple]:
    level = Finding.Level.PANEL if stage.definition.panel else Finding.Level.ADJUDICATION
    kept = stage.findings.filter(level=level).select_related("point")
    return [(one.point, one.get_finding_display(), one.reason) for one in kept]


@dataclass(frozen=True)
class Contact:
    """Whom a complainant may turn to outside the council, as letters print it."""

    said: str

    @property
    def name(self) -> str:
        return self.said.split(",")[0].strip()

    @property
    def ways(self) -> list[str]:
        """The telephone number, the web address and the post code in it.

        >>> Contact("The Ombudsman, PO Box 1, Coventry CV4 0EH, 0300 061 0614, www.lgo.org.uk").ways
        ['CV4 0EH', '0300 061 0614', 'www.lgo.org.uk']
        """
        return [found[0] for found in WAYS.finditer(self.said)]


WAYS = re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|\b0\d[\d ]{8,12}\d\b|\bwww\.[\w.-]+\w")


def contact_of(procedure: Procedure) -> Contact:
    """Whom this procedure leads to in the end: a tenant's Ombudsman is another one."""
    others = settings.OTHER_OMBUDSMEN
    return Contact(others.get(procedure.code, settings.OMBUDSMAN_CONTACT))


def last_day_of(stage: Stage | None) -> date | None:
    """The last day to ask for the next stage, as it stands once the stage is answered."""
    if stage is None:
        return None
    answer = getattr(Stage.objects.select_related("answer").get(pk=stage.pk), "answer", None)
    if answer and answer.window_ends_on:
        return answer.window_ends_on
    window = stage.deadlines.filter(limit__kind=TimeLimit.Kind.WINDOW, live=True).first()
    return window.due_on if window else None


def window_said(stage: Stage | None) -> str:
    """Until when the next stage may be asked for, as a sentence; nothing where none follows."""
    last_day = last_day_of(stage) if stage and stage.responded_on else None
    if last_day is None:
        return ""
    of = {"procedure": stage.definition.procedure_id, "number": stage.number + 1}
    return f"Until {dated(last_day)} they may ask for {StageDefinition.objects.get(**of).name}."
