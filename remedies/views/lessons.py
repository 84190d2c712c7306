"""Lessons: the list, one service area's page, raising one, and carrying it through."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_safe

from accounts.permissions import Permission, needs
from cases.models import Case, ServiceArea
from remedies.area_page import area_page
from remedies.forms.lessons import (
    ActionForm,
    AnswerForm,
    CloseForm,
    DoneForm,
    LessonForm,
    ToldForm,
)
from remedies.lessons_page import (
    STATES,
    Asked,
    areas_with_lessons,
    coming_back,
    counts_for,
    lessons_for,
)
from remedies.models import ActionPoint, Lesson
from stages.forms.taking import taken
from stages.models import Recommendation


@require_safe
@needs(Permission.OPEN_CASES)
def lessons(request):
    """What was learnt, what is overdue, and what keeps coming back."""
    areas = ServiceArea.objects.order_by("directorate", "position")
    key = request.GET.get("area", "")
    asked = Asked(
        state=request.GET.get("state") if request.GET.get("state") in STATES else "",
        area=areas.filter(pk=key).first() if key.isdecimal() else None,
        words=request.GET.get("words", "").replace("\0", "").strip()[:200],
    )
    today = localdate()
    counts = counts_for(request.user, today, asked.area)
    return render(
        request,
        "remedies/lessons.html",
        {
            "asked": asked,
            "areas": areas,
            "states": [
                {"key": state, "label": label, "number": counts[state or "all"]}
                for state, label in STATES.items()
            ],
            "lessons": lessons_for(request.user, asked, today),
            "may_run": request.user.may(Permission.RUN_CASE),
            "coming_back": coming_back(request.user, asked.area),
            "areas_with_lessons": areas_with_lessons(request.user),
        },
    )


@require_safe
@needs(Permission.OPEN_CASES)
def area(request, pk):
    """One service area: what is overdue, what keeps coming back, what was learnt."""
    shown = area_page(get_object_or_404(ServiceArea, pk=pk), request.user, localdate())
    counters = [
        {
            "number": shown.counts[state or "all"],
            "label": label if state else "Lessons",
            "url": f"{reverse('lessons')}?area={pk}&state={state}",
            "late": state == "late",
        }
        for state, label in STATES.items()
        if state != "due"
    ]
    page = {"page": shown, "counters": counters, "may_run": request.user.may(Permission.RUN_CASE)}
    return render(request, "remedies/area.html", page)


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.RUN_CASE)
def add(request, reference):
    """Raise a lesson of a case. Earlier ones like it are shown before it is kept."""
    case = get_object_or_404(Case.objects.visible_to(request.user), reference=reference)
    recommended = recommendation_of(case, request.GET.get("recommendation", ""))
    alike = earlier_like(request, recommended.text if recommended else "")
    unseen = bool(alike) and "looked" not in request.POST
    form = LessonForm(
        request.POST or None,
        case=case,
        today=localdate(),
        alike=alike,
        recommendation=recommended,
    )
    valid = request.method == "POST" and form.is_valid()
    goes_on = valid and not unseen and "look" not in request.POST
    if goes_on and taken(form, request.user):
        messages.success(
            request, f"{case}: lesson raised. Next: who does what about it, and by when"
        )
        return redirect("case-remedies", reference)
    page = {
        "case": case,
        "form": form,
        "alike": alike,
        "stopped": valid and unseen,
        "recommended": recommended,
    }
    return render(request, "remedies/lesson.html", page)


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.RUN_CASE)
def answer(request, pk):
    lesson = lesson_of(request, pk)
    initial = {"accepted": lesson.accepted, "why": lesson.accepted_why}
    form = AnswerForm(request.POST or None, lesson=lesson, initial=initial)
    return ask(request, form, lesson, "Answer the lesson")


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.RUN_CASE)
def add_action(request, pk):
    lesson = lesson_of(request, pk)
    form = ActionForm(request.POST or None, lesson=lesson, today=localdate())
    return ask(request, form, lesson, "Add an action")


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.RUN_CASE)
def told(request, pk):
    lesson = lesson_of(request, pk)
    form = ToldForm(request.POST or None, lesson=lesson, today=localdate())
    return ask(request, form, lesson, "Record that the complainant was told")


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.RUN_CASE)
def close(request, pk):
    lesson = lesson_of(request, pk)
    form = CloseForm(request.POST or None, lesson=lesson, today=localdate())
    return ask(request, form, lesson, "Close the lesson")


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES)
@transaction.atomic
def done(request, pk):
    """Record that an action is done: by those who run cases, or by its lead."""
    seen = ActionPoint.objects.filter(lesson__in=Lesson.objects.visible_to(request.user))
    own = {} if request.user.may(Permission.RUN_CASE) else {"lead_user": request.user}
    points = ActionPoint.objects.filter(pk__in=seen.order_by().values("pk"), done_on=None, **own)
    point = get_object_or_404(points.select_for_update(of=("self",)), pk=pk)
    form = DoneForm(request.POST or None, point=point, today=localdate())
    return ask(request, form, point.lesson, "Record that the action is done")


def recommendation_of(case: Case, key: str) -> Recommendation | None:
    """The recommendation that an address names, where no lesson carries it through yet."""
    if not key.isdecimal():
        return None
    waiting = Recommendation.objects.filter(stage__case=case, lesson=None)
    return get_object_or_404(waiting.select_related("stage__definition", "point"), pk=key)


def earlier_like(request, words: str = "") -> list[Lesson]:
    """The lessons of earlier complaints that share words with what was typed, else ``words``."""
    words = request.POST.get("text", words)
    return list(Lesson.objects.visible_to(request.user).like(words)) if words else []


def ask(request, form, lesson, title):
    """Ask one thing about a lesson, and go back to where lessons stand."""
    back = lesson.case if lesson.case and can_open(request.user, lesson.case) else None
    if request.method == "POST" and form.is_valid() and taken(form, request.user):
        messages.success(request, f"{title}: done.")
        return redirect("case-remedies", back.reference) if back else redirect("lessons")
    page = {"form": form, "lesson": lesson, "title": title, "case": back}
    return render(request, "remedies/ask_lesson.html", page)


def lesson_of(request, pk) -> Lesson:
    seen = Lesson.objects.visible_to(request.user).order_by().values("pk")
    return get_object_or_404(Lesson.objects.filter(pk__in=seen).select_related("case"), pk=pk)


def can_open(user, case) -> bool:
    return Case.objects.visible_to(user).filter(pk=case.pk).exists()
