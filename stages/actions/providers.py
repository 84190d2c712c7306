"""A complaint put to a contracted provider, and its answer. The council's own clock runs on."""

from datetime import date

from accounts.models import User
from accounts.trail import action, record
from cases.models import Provider
from stages.actions.tasks import ask_for_the_learning_form, finish_task, raise_task
from stages.models import ProviderRequest, Stage, Task


@action
def put_to_provider(
    stage: Stage,
    provider: Provider,
    *,
    asks_for: str,
    on: date,
    due_on: date,
    by: User,
    chaser: User | None = None,
    chase_on: date | None = None,
) -> ProviderRequest:
    """Put a complaint to a provider, and set who chases its answer."""
    case = stage.case
    request = ProviderRequest(
        case=case, stage=stage, provider=provider, asks_for=asks_for, asked_on=on, due_on=due_on
    )
    request.full_clean()
    request.chase = raise_task(
        case,
        stage=stage,
        kind=Task.Kind.PROVIDER,
        what=f"Chase {provider}: its answer is due {due_on:%-d %B %Y}"[:300],
        due_on=chase_on or due_on,
        owner=chaser,
        by=by,
    )
    request.save()
    if asks_for == ProviderRequest.Asks.DRAFT:  # what it teaches is ours to say
        ask_for_the_learning_form(stage, on=on, due_on=due_on, owner=chaser, by=by)
    if case.provider_id != provider.pk:
        case.provider = provider
        case.save(update_fields=["provider"])
    who = request.get_asks_for_display().lower()
    record(f"put {stage} to {provider}, due {due_on:%-d %B %Y}: {who}"[:500], case, by=by)
    return request


@action
def record_provider_answer(request: ProviderRequest, *, on: date, by: User, said: str = "") -> None:
    """Record that the provider's answer came; nobody chases it any longer."""
    request.answered_on, request.said = on, said
    request.full_clean()
    request.save(update_fields=["answered_on", "said"])
    if request.chase and request.chase.is_open:
        finish_task(request.chase, on=on, evidence="The provider's answer came", by=by)
    late = ", late" if request.is_late(on=on) else ""
    record(f"recorded the answer of {request.provider}{late}", request.case, by=by)
