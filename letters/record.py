"""What a letter is held against, read in a few queries: the people, the points, the dates."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Q

from cases.models import CasePerson
from letters.facts import dated
from letters.models import Letter
from stages.points_to_answer import points_to_answer
from stages.situation import Situation

# Of the people of a case, those whom a letter about it may name
OF_THE_MATTER = ("complainant", "service_user")


@dataclass
class Record:
    letter: Letter
    situation: Situation

    @cached_property
    def people(self) -> list[CasePerson]:
        """Of this case, of its lead and parts, and of linked cases; in one query."""
        case = self.letter.case
        linked = Q(case=case.lead.pk) | Q(case__part_of=case.lead.pk)
        linked |= Q(case__links__other=case) | Q(case__linked_from__case=case)
        found = CasePerson.objects.filter(linked).select_related("person").distinct()
        return list(found.order_by("position", "pk"))

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
        return [*to, *own, self.letter.author.full_name, *self.letter.others_named]

    @property
    def others(self) -> list[str]:
        allowed = set(self.may_be_named)
        return list(
            dict.fromkeys(n for one in self.people if (n := one.person.name) not in allowed)
        )

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
    def procedure(self) -> str:
        return self.situation.procedure.name

    @property
    def stage_name(self) -> str:
        return str(self.stage) if self.stage else ""

    @property
    def name_of_next(self) -> str:
        return (self.stage.name_of_next or "") if self.stage else ""

    @cached_property
    def findings_kept(self) -> list:
        return list(self.letter.findings.select_related("point"))

    @property
    def findings(self) -> list[tuple[int, str, str]]:
        return [
            (one.point.number, one.point.text, one.get_finding_display())
            for one in self.findings_kept
        ]

    @cached_property
    def unanswered(self) -> list[int]:
        """Points that wait for a finding and have none in this letter."""
        if self.stage is None or self.stage.responded_on:
            return []
        found = {one.point_id for one in self.findings_kept}
        return [one.number for one in points_to_answer(self.stage) if one.pk not in found]

    @cached_property
    def dates(self) -> set[str]:
        """Every date of the case, its stages and their clocks, as a letter writes it."""
        case = self.letter.case
        days = [case.received_on, case.made_on, case.withdrawn_on, case.closed_on]
        for stage in self.situation.stages:
            fields = (f.attname for f in stage._meta.concrete_fields if f.attname.endswith("_on"))
            days += [getattr(stage, name) for name in fields]
            for one in stage.deadlines.all():
                days += [one.due_on, one.target_on, one.told_on, one.met_on]
        if self.stage:
            extensions = self.stage.extensions.values_list("from_due_on", "to_due_on")
            days += [day for pair in extensions for day in pair]
        return {dated(day) for day in days if day}
