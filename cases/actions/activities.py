"""Activities of the service: logged, corrected, and what came of each."""

from collections.abc import Iterable
from datetime import date

from accounts.models import User
from accounts.trail import action, record
from cases.models import Activity, Case, Contact, LoggedAtActivity, Trainee


@action
def log_activity(*, by: User, to_train: Iterable[str] = (), **fields) -> Activity:
    """Log an activity, and who must be trained by it."""
    activity = Activity(**fields)
    activity.full_clean()
    activity.save()
    record(f"logged an activity: {activity.kind}", activity, by=by)
    if to_train:
        add_trainees(activity, names=to_train, by=by)
    return activity


@action
def correct_activity(activity: Activity, *, by: User, **fields) -> None:
    for name, value in fields.items():
        setattr(activity, name, value)
    activity.full_clean()
    activity.save(update_fields=list(fields))
    record("corrected the activity", activity, by=by)


@action
def leave_out_activity(activity: Activity, *, why: str, by: User) -> None:
    """It was logged in error: kept, with the reason, and counted no more."""
    activity.left_out_because = why
    activity.save(update_fields=["left_out_because"])
    record("left the activity out: it was logged in error", activity, by=by, why=why)


@action
def add_trainees(activity: Activity, *, names: Iterable[str], by: User) -> None:
    """Put people on the list of those who must be trained; who is on it stays as they are."""
    known = set(activity.trainees.values_list("name", flat=True))
    new = [name for name in dict.fromkeys(names) if name not in known]
    Trainee.objects.bulk_create(Trainee(activity=activity, name=name) for name in new)
    if new:
        record(f"put on the list of those to be trained: {', '.join(new)}", activity, by=by)


@action
def record_trained(activity: Activity, *, who: Iterable[Trainee], on: date, by: User) -> None:
    """Record that some of those who must be trained have been."""
    names = []
    for trainee in who:
        trainee.trained_on = on
        trainee.save(update_fields=["trained_on"])
        names.append(trainee.name)
    record(f"recorded as trained on {on:%-d %B %Y}: {', '.join(names)}", activity, by=by)


@action
def join_what_came_in(
    activity: Activity, *, cases: Iterable[Case] = (), contacts: Iterable[Contact] = (), by: User
) -> None:
    """Join complaints and other contacts with the activity at which they came in."""
    came = [LoggedAtActivity(activity=activity, case=case) for case in cases]
    came += [LoggedAtActivity(activity=activity, contact=contact) for contact in contacts]
    for each in came:
        each.full_clean()
        each.save()
        if each.case:
            record(f"joined it with an activity at which it came in: {activity}", each.case, by=by)
    record(f"joined with what came in at it: {_how_many(came)}", activity, by=by)


def _how_many(came: list[LoggedAtActivity]) -> str:
    cases = sum(each.case is not None for each in came)
    contacts = len(came) - cases
    said = [(cases, "complaint"), (contacts, "other contact")]
    return " and ".join(f"{n} {word}{'s' if n > 1 else ''}" for n, word in said if n)
