"""E-mail that was not sent, jobs that failed, and which e-mails somebody wants."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Exists, OuterRef
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from accounts.permissions import Permission, needs
from cases.models import Case
from complaints_site.message_forms import OwnMessagesForm, SettleForm
from messages_out import queue
from messages_out.actions.messages import set_desk_digest
from messages_out.health import failed_jobs, health
from messages_out.models import Message, WithoutDigest

ROWS = 200
JOBS = {
    "messages_out.deliver": "Sending a message",
    "messages_out.look_after": "Looking after what a worker left behind",
    "complaints_site.digests": "Making the digests",
    "editions.make": "Making a report",
}


@require_safe
@needs(Permission.SETTLE_MESSAGES)
def messages_out(request):
    """What failed or waits for a person, the newest first; and the jobs that failed."""
    jobs = list(failed_jobs()[:ROWS])
    for job in jobs:
        job.what = JOBS.get(job.task_name, job.task_name)
    page = {
        "waiting": _seen(request.user, Message.objects.for_a_person())[:ROWS],
        "jobs": jobs,
        "behind": health().behind,
        "queued": Message.objects.filter(state=Message.State.QUEUED).count(),
    }
    return render(request, "messages_out/list.html", page)


@require_http_methods(["GET", "POST"])
@needs(Permission.SETTLE_MESSAGES)
def message(request, pk):
    """One message without its text, and what becomes of it where it was not sent."""
    shown = get_object_or_404(_seen(request.user, Message.objects.all()), pk=pk)
    form = SettleForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            done = form.settle(shown, by=request.user)
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
        else:
            messages.success(request, f"{shown}: {done}")
            return redirect("messages")
    return render(request, "messages_out/message.html", {"message_out": shown, "form": form})


@needs(Permission.SETTLE_MESSAGES)
@require_POST
def run_job_again(request, pk):
    job = failed_jobs().filter(pk=pk).first()
    if job is None:
        messages.info(request, "This job runs again already.")
    else:
        queue.run_again(job.pk)
        messages.success(request, "The job is queued again.")
    return redirect("messages")


@require_http_methods(["GET", "POST"])
@needs()
def own_messages(request):
    """Each person switches their own desk digest on or off."""
    wanted = not WithoutDigest.objects.filter(user=request.user).exists()
    posted = request.POST if request.method == "POST" else None
    form = OwnMessagesForm(posted, initial={"wanted": wanted})
    if form.is_valid():
        set_desk_digest(by=request.user, **form.cleaned_data)
        messages.success(request, "Your choice is kept.")
        return redirect("own-messages")
    return render(request, "messages_out/mine.html", {"form": form})


def _seen(user, found):
    """The messages that ``user`` may see; their case where they may see that too."""
    seen = Exists(Case.objects.visible_to(user).filter(pk=OuterRef("case")).order_by())
    return found.visible_to(user).select_related("case").annotate(case_is_seen=seen)
