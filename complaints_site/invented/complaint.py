"""The story of one made complaint: what is said, how it is answered, whether it goes further.

A tenth are asked to be looked at again, a tenth of these once more; a third are answered late.
What would lie after the last day of the log has not happened: such complaints are open.
"""

import random
from dataclasses import dataclass, field
from datetime import date, timedelta

from complaints_site.invented import wording
from complaints_site.invented.office import Area, Limit, Office, Version
from complaints_site.invented.sheets import Sheets
from stages.working_days import Unit, add_working_days, count_back

LATE, EXTENDED, WITHDRAWN = 1 / 3, 0.12, 0.03
ASKS_FOR_STAGE_2, ASKS_FOR_STAGE_3, SETTLED_BY_MEDIATION = 0.125, 0.13, 0.08
FOUND = ["Upheld", "Partially upheld", "Not upheld", "No finding", "Resolved"]
HOW_OFTEN_FOUND = [26, 28, 38, 4, 4]
CHANNELS = ["Letter", "Email", "Telephone", "Web form", "In person", "Social media"]
HOW_OFTEN_BY = [8, 38, 18, 28, 5, 3]
PASSED_ON_BY = ["Advocate", "MP", "Councillor", "Social worker", "Other service"]
INVESTIGATION = [
    "acknowledged",
    "investigating officer appointed",
    "independent person appointed",
    "statement agreed",
    "investigation report",
    "adjudication",
]


@dataclass
class Complaint:
    """``line`` becomes its line in the case log, with each step that is told."""

    reference: str
    received_on: date
    area: Area
    version: Version
    office: Office
    sheets: Sheets
    chosen: random.Random
    line: dict = field(default_factory=dict)
    points: list[tuple[str, str]] = field(default_factory=list)

    def tell(self) -> None:
        self.say_what()
        reached = self.answer_stage_1()
        if reached and self.goes_on(2, ASKS_FOR_STAGE_2):
            reached = self.answer_stage_2(reached)
            if reached and self.goes_on(3, ASKS_FOR_STAGE_3):
                reached = self.answer_stage_3(reached)
        if reached:
            self.close(reached)

    def say_what(self) -> None:
        chosen, office = self.chosen, self.office
        natures = chosen.sample(office.natures, chosen.choice([1, 1, 1, 2, 2, 3]))
        children = self.area.directorate == "Children's Services"
        self.line |= {
            "reference": self.reference,
            "received_on": self.received_on,
            "procedure": self.version.code,
            "directorate": self.area.directorate,
            "service_area": self.area.name,
            "nature_of_complaint": natures[0],
            "issues": ";".join(natures),
            "complainant_type": chosen.choice(office.complainant_types[self.area.directorate]),
            "channel": chosen.choices(CHANNELS, HOW_OFTEN_BY)[0],
            "owner": chosen.choice(office.owners),
            "logs": self.logs(
                "corporate;manual" if children and self.happens(0.7) else "corporate"
            ),
            "summary": wording.summary(chosen, self.area.directorate),
            "stage_reached": 1,
        }
        if self.happens(0.08):
            self.line["passed_on_by"] = chosen.choice(PASSED_ON_BY)
        if self.happens(0.004):
            self.line["joint_body"] = "Sampleton NHS Trust"
        if self.happens(0.96):
            self.put("acknowledged_on", self.after(self.received_on, 0, 5))

    def logs(self, kept: str) -> str:
        return kept if self.received_on <= self.office.logs_until else ""

    def answer_stage_1(self) -> date | None:
        if self.happens(WITHDRAWN):
            self.put("withdrawn_on", self.after(self.received_on, 1, 10))
            return None
        answered_on = self.answer(1, self.version.limits[1], self.received_on)
        if answered_on and self.happens(0.4):
            self.put_points(1, 2)
        elif answered_on:
            self.line["stage1_outcome"] = self.finding()
        return answered_on

    def answer_stage_2(self, before: date) -> date | None:
        asked_on = self.after(before, 2, 20)
        if not self.put("stage2_requested_on", asked_on):
            return None
        if self.happens(SETTLED_BY_MEDIATION):
            return self.settle(asked_on)
        started_on = self.after(asked_on, 0, 4)
        if not self.put("stage2_started_on", started_on):
            return None
        self.line |= {
            "stage_reached": 2,
            "stage2_nature": self.chosen.choice(self.office.stage_2_natures),
        }
        answered_on = self.answer(2, self.version.limits[2], asked_on, not_before=started_on)
        if self.version.code == "children":
            self.put_investigation(started_on, answered_on)
        if answered_on:
            self.put_points(2, 5)
        return answered_on

    def settle(self, asked_on: date) -> date | None:
        offered_on = self.after(asked_on, 1, 5)
        held_on = self.after(offered_on, 5, 15)
        if not self.sheets.has_happened(held_on):
            return None
        told = {"service_area": self.area.name, "offered_on": offered_on, "held_on": held_on}
        outcome = {"stage_avoided": 2, "outcome": "resolved"}
        self.sheets.add("mediations", reference=self.reference, **told, **outcome)
        return held_on

    def answer_stage_3(self, before: date) -> date | None:
        asked_on = self.after(before, 2, 20)
        if not self.put("stage3_requested_on", asked_on):
            return None
        self.line["stage_reached"] = 3
        if self.version.code != "children":
            answered_on = self.answer(3, self.version.limits[3], asked_on)
            if answered_on:
                self.line["stage3_outcome"] = self.finding()
            return answered_on
        met_on = self.after(asked_on, 15, 40)
        report_on = self.after(met_on, 2, 8)
        if not (self.put("stage3_panel_on", met_on) and self.put("stage3_report_on", report_on)):
            return None
        answered_on = self.answer(3, self.version.limits[3], report_on)
        if answered_on:
            self.put_points(3, 5)
        return answered_on

    def answer(self, stage: int, limit: Limit, start: date, not_before: date | None = None):
        """Put the day of a response, early or late, and return it if it has happened."""
        due_on = self.office.due(limit, start)
        if limit.extends_to and self.happens(EXTENDED):
            due_on = self.extend(stage, due_on, self.office.due(limit, start, extended=True))
        if self.happens(LATE):
            answered_on = self.after(due_on, 1, 1 + min(60, int(self.chosen.expovariate(1 / 12))))
        else:
            early = limit.length - 1 if limit.unit == Unit.WORKING_DAYS else 80
            answered_on = count_back(
                due_on, self.chosen.randrange(max(1, early)), self.office.calendar
            )
        answered_on = max(answered_on, not_before or start)
        return answered_on if self.put(f"stage{stage}_responded_on", answered_on) else None

    def extend(self, stage: int, due_on: date, to: date) -> date:
        told_on = count_back(due_on, 1, self.office.calendar)
        if not self.sheets.has_happened(told_on):
            return due_on
        if stage < 3:
            self.line[f"stage{stage}_extended"] = "yes"
        reason = "The worker who knows the matter is away."
        told = {"from_due_on": due_on, "to_due_on": to, "reason": reason, "told_on": told_on}
        self.sheets.add("extensions", reference=self.reference, stage=stage, **told)
        return to

    def put_investigation(self, started_on: date, answered_on: date | None) -> None:
        end = answered_on or self.sheets.last
        apart = (end - started_on).days
        for place, event in enumerate(INVESTIGATION):
            on = started_on + timedelta(days=apart * place // len(INVESTIGATION))
            if answered_on or place < 2:
                told = {"stage": 2, "event": event, "on": on}
                self.sheets.add("stage_dates", reference=self.reference, **told)

    def put_points(self, stage: int, most: int) -> None:
        """Put what was found on each point; those looked at before keep their numbers."""
        if not self.points:
            natures = self.office.stage_2_natures if stage == 2 else self.office.natures
            for _ in range(self.chosen.randrange(1, most + 1)):
                self.points.append(
                    (
                        wording.matter(self.chosen, self.area.directorate),
                        self.chosen.choice(natures),
                    )
                )
        for number, (text, nature) in enumerate(self.points, start=1):
            point = {"number": number, "text": text, "nature": nature, "stage": stage}
            primary = "yes" if number == 1 else "no"
            found = self.found_at(stage)
            self.sheets.add("points", reference=self.reference, primary=primary, **point, **found)

    def found_at(self, stage: int) -> dict[str, str]:
        finding = self.finding()
        if stage == 3:
            return {"panel_finding": finding}
        if stage == 1:
            return {"investigator_finding": finding}
        adjudicated = finding if self.happens(0.9) else self.finding()
        return {"investigator_finding": finding, "adjudication_finding": adjudicated}

    def close(self, answered_on: date) -> None:
        self.put("closed_on", self.after(answered_on, 20, 30))
        if "closed_on" in self.line:
            self.line["close_reason"] = "answered, nothing further asked"

    def goes_on(self, stage: int, how_often: float) -> bool:
        return stage in self.version.limits and self.happens(how_often)

    def put(self, column: str, on: date) -> bool:
        """Put a date, if that day has come."""
        happened = self.sheets.has_happened(on)
        if happened:
            self.line[column] = on
        return happened

    def after(self, start: date, least: int, most: int) -> date:
        days = self.chosen.randrange(least, most + 1)
        return add_working_days(start, days, self.office.calendar) if days else start

    def finding(self) -> str:
        return self.chosen.choices(FOUND, HOW_OFTEN_FOUND)[0]

    def happens(self, how_often: float) -> bool:
        return self.chosen.random() < how_often
