"""What was left out of the record of a case, put in afterwards; also where the case has ended."""

from datetime import date

from accounts.models import User
from accounts.trail import action, record
from cases.models import Case, Decision, Equalities, EqualityAnswer


@action
def complete_record(case: Case, *, by: User, **fields) -> None:
    """Record how it came, the nature, the standing of the complainant."""
    changed = [name for name, value in fields.items() if getattr(case, name) != value]
    for name in changed:
        setattr(case, name, fields[name])
    case.full_clean(validate_unique=False)
    case.save(update_fields=changed)
    names = [str(Case._meta.get_field(name).verbose_name) for name in changed]
    record(f"put the record right: {', '.join(names)}", case, by=by)


@action
def record_equalities(case: Case, *, answers: dict[str, EqualityAnswer | None], by: User) -> None:
    """Record what is known of the service user. The trail does not say what it is."""
    known, _ = Equalities.objects.get_or_create(case=case, about=Equalities.About.SERVICE_USER)
    for dimension, answer in answers.items():
        setattr(known, dimension, answer)
    known.save(update_fields=list(answers))
    record("recorded equalities of the service user", case, by=by)


@action
def record_person_told(decision: Decision, *, on: date, by: User) -> None:
    """Record when the person was told of a decision; what reminded of it is done."""
    decision.told_on = on
    decision.full_clean()
    decision.save(update_fields=["told_on"])
    for task in decision.tasks.filter(done_on=None, dropped_on=None):
        task.done_on, task.evidence = on, "The person was told"
        task.save(update_fields=["done_on", "evidence"])
    said = decision.get_kind_display().lower()
    record(f"recorded that the person was told on {on:%-d %B %Y}: {said}", decision.case, by=by)
