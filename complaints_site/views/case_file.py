"""The case file: one case, its tabs, and the reasons of its dates."""

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.views.decorators.http import require_safe

from accounts.permissions import Permission, needs
from cases.actions.casework import note_viewing
from cases.acts import offer_to_undo
from cases.models import Case, CasePerson
from complaints_site import timeline as happenings
from complaints_site.case_history import history as history_of
from complaints_site.case_history import sentences_about, who_looked
from complaints_site.case_neighbours import place_of, remember_list, within
from complaints_site.case_page import CaseFile, cases_for, read
from complaints_site.ombudsman_page import enquiries_of
from complaints_site.other_cases import other_cases
from complaints_site.points_found import points_of
from complaints_site.remedies_of_case import (
    agreed_of,
    considered_of,
    learning_of,
    promised_of,
    recommended_of,
    stages_with_remedies,
    tasks_and_remedies,
)
from complaints_site.stage_sheet import (
    appointments_of,
    sheets_of,
    stages_in_full,
    stages_with_appointments,
)
from complaints_site.steps_offered import offers_for
from remedies.lessons_page import with_actions
from remedies.models import ActionPoint
from stages.forms.giving_away import told_before_the_service_reads
from stages.forms.notes import NoteFields
from stages.models import Deadline, Stage
from stages.reasons import reasons_for


@require_safe
@needs(Permission.OPEN_CASES)
def overview(request: HttpRequest, reference: str) -> HttpResponse:
    """What the case is about, how far it is, and what happened."""
    file = opened(request, reference)
    kind = request.GET.get("show", "")
    kind = kind if kind in happenings.KINDS else ""
    return tab(
        request,
        "case-file",
        file,
        points=points_of(
            file.case, file.marks, at_stage=file.stages[-1].number if file.stages else 1
        ),
        assignments=file.beside.assignments,
        history_url=reverse("case-history", args=[reference]),
        happenings=happenings.timeline(file.case, file.stages, kind, reader=reader_of(file)),
        note=NoteFields(),
        kinds=[(key, label, key == kind) for key, label in happenings.KINDS.items()],
    )


def reader_of(file: CaseFile) -> happenings.Reader:
    may = file.user.may
    return happenings.Reader(
        withholds=file.withholds,
        writes=may(Permission.RUN_CASE),
        decides=may(Permission.DECIDE),
    )


@require_safe
@needs(Permission.OPEN_CASES)
def points(request: HttpRequest, reference: str) -> HttpResponse:
    file = opened(request, reference)
    return tab(
        request,
        "case-points",
        file,
        points=points_of(file.case, file.marks),
    )


@require_safe
@needs(Permission.OPEN_CASES)
def stages(request: HttpRequest, reference: str) -> HttpResponse:
    """Every milestone and every clock, for whoever must answer for the dates."""
    file = opened(request, reference, stages_in_full())
    return tab(
        request,
        "case-stages",
        file,
        sheets=sheets_of(file),
        enquiries=enquiries_of(file.case, file.today),
        decisions=file.case.decisions.select_related("decided_by"),
    )


@require_safe
@needs(Permission.OPEN_CASES)
def people(request: HttpRequest, reference: str) -> HttpResponse:
    file = opened(request, reference, stages_with_appointments())
    about = CasePerson.Role.COMPLAINED_ABOUT
    return tab(
        request,
        "case-people",
        file,
        parts=[part for part in file.parts if part.role != about],
        complained_about=file.people_as(about),
        others=other_cases(file.case, request.user),
        may_correct=request.user.may(Permission.RUN_CASE),
        names_stand=() if file.withholds else told_before_the_service_reads(file.case),
        assignments=file.case.assignments.select_related("user"),
        appointments=appointments_of(file.stages),
        referrals=file.case.advocacy_referrals.all(),
        advocacy_offer=getattr(file.case, "advocacy_offer", None),
    )


@require_safe
@needs(Permission.OPEN_CASES)
def remedies(request: HttpRequest, reference: str) -> HttpResponse:
    file = opened(request, reference, stages_with_remedies(), tasks_and_remedies)
    points = Prefetch("action_points", ActionPoint.objects.select_related("lead_user"))
    lessons = file.case.lessons.select_related("service_area", "repeats").prefetch_related(points)
    forms = file.case.learning_forms.select_related("lesson", "filled_by")
    return tab(
        request,
        "case-remedies",
        file,
        payments=file.case.payments.select_related(
            "point", "offered_by", "approved_by", "replaced_by"
        ),
        promised=promised_of(file.tasks_read),
        asked_about_remedies=considered_of(file.stages),
        may_run=request.user.may(Permission.RUN_CASE),
        may_approve=request.user.may(Permission.DECIDE),
        lessons=with_actions(lessons, localdate()),
        recommended=recommended_of(file.stages),
        learning=learning_of(file.stages, forms, file.tasks_read, request.user),
        agreed=agreed_of(file.tasks_read),
    )


@require_safe
@needs(Permission.OPEN_CASES)
def history(request: HttpRequest, reference: str) -> HttpResponse:
    """Who did what. The fields behind it, and who looked, are for those who read the trail."""
    file = opened(request, reference)
    sees_trail = request.user.may(Permission.SEE_TRAIL)
    events = list(sentences_about(file.case))
    return tab(
        request,
        "case-history",
        file,
        entries=history_of(file, events, with_fields=sees_trail),
        events=events,
        sees_trail=sees_trail,
        looked=who_looked(file.case) if sees_trail else [],
    )


@require_safe
@needs(Permission.OPEN_CASES)
def deadline_reasons(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Why a deadline is on its day, day by day, as ``manage.py deadline`` prints it."""
    case = open_case(request, reference)
    deadline = get_object_or_404(
        Deadline.objects.select_related("limit", "stage__definition__procedure"),
        pk=pk,
        stage__case=case,
    )
    return render(
        request,
        "cases/deadline_reasons.html",
        {"case": case, "deadline": deadline, "reasons": reasons_for(deadline)},
    )


def open_case(request: HttpRequest, reference: str) -> Case:
    """The case of the address, if the reader may see it; that they opened it is kept."""
    case = get_object_or_404(cases_for(request.user), reference=reference)
    case.news = note_viewing(case, by=request.user)
    return case


def opened(request: HttpRequest, reference: str, stages=None, tasks_of=None) -> CaseFile:
    """The file of that case; ``stages`` is a queryset where a tab shows more of them, and
    ``tasks_of`` gives one of tasks."""
    stages = Stage.objects.all() if stages is None else stages
    case, today = open_case(request, reference), localdate()
    tasks = tasks_of(case, request.user, today) if tasks_of else None
    return read(case, user=request.user, today=today, stages=stages, tasks=tasks)


def tab(request: HttpRequest, name: str, file: CaseFile, *, events=None, **more) -> HttpResponse:
    """Draw a tab; its template is named after its address: ``cases/file_points.html``."""
    part = name.removeprefix("case-")
    template = "cases/file_overview.html" if part == "file" else f"cases/file_{part}.html"
    place = place_of(file.case, request, file.today)
    context = {
        "file": file,
        "case": file.case,
        "today": file.today,
        "place": place,
        "tabs": file.tabs(name, within(place.query) if place else ""),
        "offers": offers_for(file, request.user),
        "undo": offer_to_undo(file.case, request.user, now(), events),
    }
    response = render(request, template, context | more)
    remember_list(file.case, place, request, response)
    return response
