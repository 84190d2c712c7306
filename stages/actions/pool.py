"""Keeping the pool: what is known of each person, their checks, training and absences."""

from datetime import date

from accounts.models import User
from accounts.trail import action, record
from stages.models import CheckKind, Investigator, PoolAbsence, PoolCheck, PoolTraining

Kept = PoolCheck | PoolTraining | PoolAbsence


@action
def change_in_pool(person: Investigator, *, by: User, **facts) -> None:
    for name, value in facts.items():
        setattr(person, name, value)
    person.full_clean()
    person.save()
    record("changed what the pool knows of them", person, by=by)


@action
def record_check(
    person: Investigator,
    *,
    kind: CheckKind,
    done_on: date,
    expires_on: date | None,
    reference: str,
    by: User,
) -> PoolCheck:
    """Record a check, or its renewal: the one before stays."""
    check = PoolCheck(
        investigator=person,
        kind=kind,
        done_on=done_on,
        expires_on=expires_on,
        reference=reference,
    )
    _save(check)
    until = f", until {expires_on:%-d %B %Y}" if expires_on else ""
    record(f"recorded the check “{kind}”{until}", person, by=by)
    return check


@action
def record_training(person: Investigator, *, name: str, on: date, by: User) -> PoolTraining:
    training = PoolTraining(investigator=person, name=name, on=on)
    _save(training)
    record(f"recorded the training “{name}”", person, by=by)
    return training


@action
def record_absence(
    person: Investigator, *, from_on: date, until_on: date | None, why: str, by: User
) -> PoolAbsence:
    absence = PoolAbsence(investigator=person, from_on=from_on, until_on=until_on, why=why)
    _save(absence)
    until = f"to {until_on:%-d %B %Y}" if until_on else "until further notice"
    record(f"recorded that they are away from {from_on:%-d %B %Y} {until}", person, by=by, why=why)
    return absence


@action
def strike_out(kept: Kept, *, why: str, by: User) -> None:
    """Take out a check, a training or an absence that was recorded by mistake or is no more."""
    record(f"struck out: {kept}", kept.investigator, by=by, why=why)
    kept.delete()


def _save(row: Kept) -> None:
    row.full_clean()
    row.save()
