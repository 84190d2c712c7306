"""What a letter is held against, read in a few queries: the people, the points, the dates."""

from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from django.db.models import OuterRef, Q, Subquery
from django.utils.timezone import localdate

from cases.models import CasePerson, Point
from cases.models.restrictions import with_restrictions
from documents.models import Document
from letters.facts import Contact, contact_of
from letters.kinds import Kind
from letters.models import Letter, LetterFinding
from letters.promises import Promises, promised_in
from stages.deadlines import clocks_with, dates_of
from stages.models import Outcome, Recommendation, TimeLimit
from stages.moved import Moved
from stages.points_to_answer import points_to_answer
from stages.situation import Situation

# Of the people of a case, those whom a letter about it may name
OF_THE_MATTER = ("complainant", "service_user")
AFTER_AN_INVESTIGATION = (Kind.ADJUDICATION, Kind.STAGE_3)


@dataclass
class Record:
    """``today`` is the day as of which it is judged: that on which the letter is to go."""

    letter: Letter
    situation: Situation
    today: date = field(default_factory=localdate)

    @cached_property
    def people(self) -> list[CasePerson]:
        """Of this case, of its lead and parts, and of linked cases; in one query."""
        case = self.letter.case
        linked = Q(case=case.lead.pk) | Q(case__part_of=case.lead.pk)
        linked |= Q(case__links__other=case) | Q(case__linked_from__case=case)
        found = CasePerson.objects.filter(linked).select_related("person").distinct()
        return list(with_restrictions(found).order_by("position", "pk"))

    @property
    def own_people(self) -> list[CasePerson]:
        return [one for one in self.people if one.case_id == self.letter.case.lead.pk]

    @property
    def letters_go_to(self) -> CasePerson | None:
        return self.letter.case.letters_go_to(self.own_people)

    @property
    def may_be_named(self) -> list[str]:
        """The addressee, who complains, whom it is about, and who is on the letter's list."""
        own = [one.person.name for one in self.own_people if one.role in OF_THE_MATTER]
        to = [self.letter.addressee.person.name] if self.letter.addressee else []
        office = [self.letter.author.full_name, *self.adjudicators, *self.appointed]
        return [*to, *own, *office, *self.letter.others_named]

    @property
    def others(self) -> list[CasePerson]:
        """Everybody of this and of linked cases who may not be named, each once."""
        allowed = set(self.may_be_named)
        named = {one.person.name: one for one in self.people if one.person.name not in allowed}
        return list(named.values())

    @cached_property
    def adjudicators(self) -> list[str]:
        """Who adjudicates this case, or will."""
        put = self.letter.case.assignments.filter(capacity="adjudicator", until=None)
        return [str(one.user or one.team) for one in put.select_related("user")]

    @cached_property
    def appointed(self) -> list[str]:
        """Who investigated: named in the answer to their reports."""
        if self.letter.kind not in AFTER_AN_INVESTIGATION:
            return []
        of_case = self.situation.stage.appointments.field.model.objects.filter(
            stage__case=self.letter.case_id
        )
        return [one.investigator.name for one in of_case.select_related("investigator")]

    @cached_property
    def enclosed(self) -> list[Document]:
        enclosures = self.letter.enclosures.select_related("document__kind")
        return [one.document for one in enclosures]

    @cached_property
    def promises(self) -> Promises:
        return promised_in(self.letter.case)

    @cached_property
    def recommendations(self) -> list[Recommendation]:
        if self.stage is None or self.letter.kind not in AFTER_AN_INVESTIGATION:
            return []
        return list(self.stage.recommendations.all())

    @property
    def complained_about(self) -> list[str]:
        return [one.person.name for one in self.own_people if one.role == "complained_about"]

    @property
    def author_is_complained_about(self) -> bool:
        about = [one for one in self.own_people if one.role == "complained_about"]
        return any(one.person.user_id == self.letter.author_id for one in about)

    @property
    def stage(self):
        return next((s for s in self.situation.stages if s.pk == self.letter.stage_id), None)

    @property
    def code(self) -> str:
        return self.situation.procedure.code

    @property
    def procedure(self) -> str:
        return self.situation.procedure.name

    @property
    def stage_name(self) -> str:
        return str(self.stage) if self.stage else ""

    @property
    def number(self) -> int:
        return self.stage.number if self.stage else 0

    @property
    def name_of_next(self) -> str:
        return (self.stage.name_of_next or "") if self.stage else ""

    @property
    def has_independent_person(self) -> bool:
        return bool(self.stage and self.stage.definition.independent_person)

    @property
    def contact(self) -> Contact:
        return contact_of(self.situation.procedure)

    @property
    def due_on(self) -> date | None:
        """The day by which the stage is to be answered, until it has been."""
        clocks = self.stage.deadlines.all() if self.stage and not self.stage.responded_on else []
        return next((one.due_on for one in clocks if one.is_main), None)

    @cached_property
    def window_ends_on(self) -> date | None:
        """The last day to ask for the next stage, if the letter went today; else as it stands."""
        if self.stage is None or not self.name_of_next:
            return None
        known = [c for c in self.stage.deadlines.all() if c.limit.kind == TimeLimit.Kind.WINDOW]
        if known:
            return known[0].due_on
        dates = dates_of(self.stage) | {"responded_on": self.today}
        clocks = clocks_with(self.stage, dates, Moved())
        return next((c.due_on for c in clocks if c.limit.kind == TimeLimit.Kind.WINDOW), None)

    @cached_property
    def points(self) -> list[Point]:
        """Those that wait for a finding and those that the letter finds on, in one query; each has
        what the letter finds as ``found``, or None, and in words as ``finding_said``."""
        of_letter = LetterFinding.objects.filter(letter=self.letter)
        asked = Q(pk__in=of_letter.values("point"))
        if self.stage and not self.stage.responded_on:
            asked |= Q(pk__in=points_to_answer(self.stage).order_by().values("pk"))
        found = of_letter.filter(point=OuterRef("pk")).values("finding")
        points = list(Point.objects.filter(asked).annotate(found=Subquery(found)))
        for one in points:
            one.finding_said = Outcome(one.found).label if one.found else "No finding in the letter"
        return points

    @property
    def findings(self) -> list[tuple[int, str, str]]:
        """Number and text of each point, and its finding (a value of ``Outcome``)."""
        return [(one.number, one.text, one.found) for one in self.points if one.found]

    @property
    def unanswered(self) -> list[int]:
        """Points that wait for a finding and have none in this letter."""
        return [one.number for one in self.points if not one.found]

    @property
    def days(self) -> set[date]:
        """Every date of the case, its stages and their clocks, and the day as of which it is
        judged."""
        targets = {
            one.target_on for stage in self.situation.stages for one in stage.deadlines.all()
        }
        return self.days_in_force | targets | {self.today}

    @cached_property
    def days_in_force(self) -> set[date]:
        """Without the days that an extension has replaced."""
        case = self.letter.case
        days = [case.received_on, case.made_on, case.withdrawn_on, case.closed_on]
        for stage in self.situation.stages:
            fields = (f.attname for f in stage._meta.concrete_fields if f.attname.endswith("_on"))
            days += [getattr(stage, name) for name in fields]
            for one in stage.deadlines.all():
                days += [one.due_on, one.told_on, one.met_on]
        days += [one.due_on for one in self.promises.actions]
        return {day for day in days if day}
