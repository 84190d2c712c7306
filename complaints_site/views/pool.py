"""The pool: everybody in it, one of them with their work, and what is kept about them."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_safe

from accounts.models import Event
from accounts.permissions import Permission, needs
from cases.acts import events_of as sentences_about
from cases.models import Case
from complaints_site.meanwhile import Meanwhile
from complaints_site.pool_forms import (
    RECORDS,
    AddPersonForm,
    ChangePersonForm,
    StrikeOutForm,
)
from complaints_site.pool_page import STATES, Line, lines, reported, sought, with_figures
from stages.forms.taking import taken
from stages.models import Appointment, Investigator, PanelMember, PoolRole

SHOWN = 100


@require_safe
@needs(Permission.OPEN_CASES, Permission.RUN_CASE)
def pool(request):
    """Who is in the pool: free or not, how many cases they hold, how long they take."""
    role, state = request.GET.get("role", ""), request.GET.get("state", "")
    words = request.GET.get("words", "")
    found = lines(sought(role, words), localdate())
    return render(
        request,
        "pool/pool.html",
        {
            "lines": [line for line in found if line.is_in(state)],
            "roles": [("", "Any"), *PoolRole.choices],
            "states": STATES.items(),
            "asked": {"role": role, "state": state, "words": words},
            "may_keep": request.user.may(Permission.KEEP_POOL),
        },
    )


@require_safe
@needs(Permission.OPEN_CASES, Permission.RUN_CASE)
def person(request, pk):
    """One person of the pool, what they did, and what it cost."""
    today = localdate()
    shown = get_object_or_404(with_figures(Investigator.objects.all(), today), pk=pk)
    seen = Case.objects.visible_to(request.user)
    work, seats = appointments_of(shown, seen), seats_of(shown, seen)
    all_of_it = shown.appointments.count() + shown.seats.count()
    return render(
        request,
        "pool/person.html",
        {
            "person": shown,
            "line": Line(shown, today),
            "work": work,
            "seats": seats,
            "mediations": list(
                shown.mediations.filter(case__in=seen).select_related("case")[:SHOWN]
            ),
            "not_seen": all_of_it - len(work) - len(seats),
            "checks": shown.checks.select_related("kind"),
            "trainings": shown.trainings.all(),
            "absences": shown.absences.all(),
            "events": events_of(shown),
            "today": today,
            "may_keep": request.user.may(Permission.KEEP_POOL),
        },
    )


def appointments_of(person: Investigator, seen) -> list[Appointment]:
    rows = Appointment.objects.filter(investigator=person, stage__case__in=seen)
    rows = rows.select_related("stage__case__service_area").order_by("-appointed_on", "-pk")
    found = {row.pk: row for row in rows[:SHOWN]}
    for report in reported().filter(pk__in=found):
        row = found[report.pk]
        row.reported_on, row.days, row.report_due_on = (
            report.reported_on,
            report.days,
            report.report_due_on,
        )
    return list(found.values())


def seats_of(person: Investigator, seen) -> list[PanelMember]:
    rows = PanelMember.objects.filter(investigator=person, panel__stage__case__in=seen)
    rows = rows.select_related("panel__stage__case__service_area")
    return list(rows.order_by("-panel__stage__panel_met_on", "-pk")[:SHOWN])


def events_of(person: Investigator):
    about = Event.objects.filter(about_model=Investigator._meta.label_lower, about_id=person.pk)
    return about.select_related("by")[:SHOWN]


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.KEEP_POOL)
def add(request):
    """Take somebody into the pool."""
    form = AddPersonForm(request.POST or None, today=localdate())
    if request.method == "POST" and form.is_valid() and (new := taken(form, request.user)):
        messages.success(request, f"{new} is in the pool. Record their checks next.")
        return redirect("pool-person", new.pk)
    return render(request, "pool/change.html", {"form": form})


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.KEEP_POOL)
@transaction.atomic
def change(request, pk):
    """What the pool knows of somebody; what another keeper changed meanwhile is shown first."""
    people = Investigator.objects.all()
    if request.method == "POST":
        people = people.select_for_update(of=("self",))
    changed = get_object_or_404(people, pk=pk)
    form = ChangePersonForm(request.POST or None, instance=changed, today=localdate())
    of_it = sentences_about(changed).filter(names__action="change_in_pool")
    meanwhile = Meanwhile(changed, request, of=of_it)
    goes_on = request.method == "POST" and not meanwhile.events
    if goes_on and form.is_valid() and taken(form, request.user):
        messages.success(request, f"What the pool knows of {changed} is changed.")
        return redirect("pool-person", pk)
    page = {"form": form, "person": changed, "meanwhile": meanwhile}
    return render(request, "pool/change.html", page, status=409 if meanwhile.events else 200)


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.KEEP_POOL)
def add_record(request, pk, what):
    """Record a check, a training, or when they are away."""
    person = get_object_or_404(Investigator, pk=pk)
    if what not in RECORDS:
        raise Http404
    form = RECORDS[what][1](request.POST or None, person=person, today=localdate())
    if request.method == "POST" and form.is_valid() and taken(form, request.user):
        messages.success(request, f"{person}: {form.verb.lower()} is done.")
        return redirect("pool-person", pk)
    return render(request, "pool/change.html", {"form": form, "person": person})


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.KEEP_POOL)
def strike_out(request, pk, what, row):
    """Take out what was recorded by mistake, with the reason; the trail keeps it."""
    if what not in RECORDS:
        raise Http404
    kept = get_object_or_404(
        RECORDS[what][0].objects.select_related("investigator"), pk=row, investigator=pk
    )
    person = kept.investigator
    form = StrikeOutForm(request.POST or None, person=person, today=localdate(), row=kept)
    if request.method == "POST" and form.is_valid() and taken(form, request.user):
        messages.success(request, f"{person}: {kept} is struck out.")
        return redirect("pool-person", pk)
    return render(request, "pool/change.html", {"form": form, "person": person, "row": kept})
