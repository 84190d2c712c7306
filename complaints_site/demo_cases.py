"""Present-day complaints for the demonstration, taken through the same actions as real ones.

The dates in ``fixtures/demo`` count working days back from the day of loading, so
that something is always late, due today, and about to fall due.
"""

import tomllib
from dataclasses import dataclass
from datetime import date

from django.conf import settings

from accounts.models import User
from cases.actions.casework import assign, restrict
from cases.models import (
    Assignment,
    Case,
    Channel,
    ComplainantType,
    PassedOnBy,
    Provider,
    ServiceArea,
)
from complaints_site import (
    demo_endings,
    demo_investigations,
    demo_later_life,
    demo_panels,
    demo_requests,
)
from stages.actions import (
    before,
    casework,
    endings,
    joint_work,
    parts,
    proceedings,
    telling,
    timing,
)
from stages.actions.intake import take_in
from stages.actions.providers import put_to_provider
from stages.calendars import load_calendar
from stages.models import How, Outcome, ProviderRequest, StageEvent
from stages.working_days import Calendar, add_working_days, count_back

FOLDER = settings.BASE_DIR / "fixtures" / "demo"
FILES = [FOLDER / "present_day.toml", FOLDER / "every_stage.toml"]
STEPS_ELSEWHERE = (
    demo_investigations.STEPS
    | demo_panels.STEPS
    | demo_endings.STEPS
    | demo_later_life.STEPS
    | demo_requests.STEPS
)


def load(*, today: date) -> int:
    """Log and run the cases of the files; how many. None where they have been loaded before."""
    told = [story for file in FILES for story in tomllib.loads(file.read_text())["cases"]]
    if Case.objects.filter(summary=told[0]["said"]).exists():
        return 0
    calendar = load_calendar()
    for story in told:
        Story(story, today, calendar).run()
    return len(told)


@dataclass(frozen=True)
class Story:
    """One case of a file and the steps it has gone through."""

    told: dict
    today: date
    calendar: Calendar

    def run(self) -> None:
        case = self.take_in()
        if owner := self.told.get("owner"):
            self.put_to(case, owner, Assignment.Capacity.OWNER)
        for step, *arguments in self.told.get("steps", []):
            self.take(case, step, *arguments)
        if self.told.get("restricted"):
            restrict(case, why="Concerns a member of staff", by=self.by)

    @property
    def by(self) -> User:
        return User.objects.get(email=self.told.get("owner", "officer@example.org"))

    def ago(self, days: int) -> date:
        return count_back(self.today, days, self.calendar) if days else self.today

    def take_in(self) -> Case:
        told = self.told
        area = ServiceArea.objects.get(name=told["service_area"])
        return take_in(
            on=self.ago(told["days"]),
            by=self.by,
            code=told.get("code", area.usual_procedure),
            received_on=self.ago(told["days"]),
            service_area=area,
            channel=Channel.objects.get(name__iexact=told["channel"]),
            passed_on_by=PassedOnBy.objects.filter(
                name__iexact=told.get("passed_on_by", "")
            ).first(),
            complainant_type=ComplainantType.objects.filter(name=told.get("standing", "")).first(),
            kind=told.get("kind", Case.Kind.COMPLAINT),
            concern=told.get("concern", ""),
            summary=told["said"],
            complainant=told["complainant"],
            children=told.get("children", []),
            points=told["points"],
            settle_first=told.get("settle_first", False),
            identity_withheld=told.get("identity_withheld", False),
        )

    def put_to(self, case: Case, email: str, capacity: str) -> None:
        to = User.objects.get(email=email)
        assign(case, to=to, capacity=capacity, on=case.received_on, by=self.by)

    def take(self, case: Case, step: str, *arguments) -> None:
        """Take a step: a method of this class, or else the recording of a date."""
        stage = case.stages.order_by("-number").first()
        own = getattr(self, step, None)
        if own:
            own(case, stage, *arguments)
        elif step in STEPS_ELSEWHERE:
            days, *more = arguments
            STEPS_ELSEWHERE[step](stage, *more, on=self.ago(days), by=self.by)
        else:
            event = StageEvent(f"{step}_on")
            casework.record_date(stage, event, on=self.ago(*arguments), by=self.by)

    def request_stage(self, case: Case, stage, number: int, days: int) -> None:
        casework.request_stage(case, number, on=self.ago(days), by=self.by)

    def begin_stage(self, case: Case, stage, number: int, days: int) -> None:
        casework.begin_stage(case, number, on=self.ago(days), by=self.by)

    def respond_by(self, case: Case, stage, email: str) -> None:
        self.put_to(case, email, Assignment.Capacity.RESPONDER)

    def withdraw(self, case: Case, stage, days: int) -> None:
        endings.withdraw(case, on=self.ago(days), by=self.by)

    def close(self, case: Case, stage, days: int, reason: str) -> None:
        endings.close(case, on=self.ago(days), reason=reason, by=self.by)

    def become_complaint(self, case: Case, stage, days: int) -> None:
        runs_from = case.received_on
        before.become_complaint(case, on=self.ago(days), runs_from=runs_from, by=self.by)

    def extend_untold(self, case: Case, stage, decided: int, to_day: int, reason: str) -> None:
        to = add_working_days(stage.received_on, to_day, self.calendar)
        timing.extend(stage, to=to, reason=reason, decided_on=self.ago(decided), by=self.by)

    def plan(self, case: Case, stage, agreed: int, to_day: int, how: str) -> None:
        due_on = add_working_days(stage.received_on, to_day, self.calendar)
        timing.agree_plan(stage, on=self.ago(agreed), due_on=due_on, how=how, by=self.by)

    def update(self, case: Case, stage, days: int, said: str) -> None:
        telling.record_update(stage, on=self.ago(days), how=How.TELEPHONE, said=said, by=self.by)

    def answer(self, case: Case, stage, days: int, findings: list[str]) -> None:
        found = dict(zip(case.points.at_stage(stage.number), map(Outcome, findings), strict=True))
        casework.respond(stage, on=self.ago(days), findings=found, by=self.by)

    def put_to_provider(self, case: Case, stage, name: str, asked: int, due: int) -> None:
        provider, _ = Provider.objects.get_or_create(name=name)
        asks_for, on, due_on = ProviderRequest.Asks.DRAFT, self.ago(asked), self.ago(due)
        put_to_provider(stage, provider, asks_for=asks_for, on=on, due_on=due_on, by=self.by)

    def extend(self, case: Case, stage, told: int, to_day: int, reason: str) -> None:
        to = add_working_days(stage.received_on, to_day, self.calendar)
        timing.extend(stage, to=to, reason=reason, told_on=self.ago(told), by=self.by)

    def split_off(
        self, case: Case, stage, days: int, code: str, area: str, numbers: list, why: str
    ):
        parts.split_off(
            case,
            code=code,
            service_area=ServiceArea.objects.get(name=area),
            points=case.points.filter(number__in=numbers),
            why=why,
            on=self.ago(days),
            by=self.by,
        )

    def joint_work(
        self, case: Case, stage, days: int, body: str, numbers: list, due_in: int
    ) -> None:
        joint_work.set_up_joint_work(
            case,
            body=body,
            contact="Complaints team",
            led_by="council",
            points=case.points.filter(number__in=numbers),
            agreed_on=self.ago(days),
            consent="given",
            consent_on=self.ago(days),
            due_on=add_working_days(self.today, due_in, self.calendar),
            by=self.by,
        )

    def suspend(self, case: Case, stage, days: int, kind: str, review_in: int, why: str) -> None:
        proceedings.suspend(
            case.stages.get(),
            points=case.points.all(),
            kind=kind,
            reasons=why,
            decided_on=self.ago(days),
            told_on=self.ago(days),
            how_to_resubmit="Write to or call the complaints manager; it needs no form.",
            review_on=add_working_days(self.today, review_in, self.calendar),
            by=self.by,
        )
