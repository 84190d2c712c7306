"""Every address of the site. Each view says who may open it (``accounts.permissions.needs``)."""

from django.contrib.auth import views as auth
from django.urls import include, path

import cases.views
from accounts.permissions import needs, open_to_anyone
from remedies.views import lessons, putting_right

from .healthz import healthz
from .views import (
    calendar_changes,
    case_file,
    case_list,
    changes,
    contacts,
    desk,
    lists,
    log,
    people,
    providers,
    rules,
    steps,
    tasks,
    undo,
)

urlpatterns = [
    path("", desk.desk, name="desk"),
    path("healthz", healthz, name="healthz"),
    path("sign-in/", open_to_anyone(auth.LoginView.as_view()), name="login"),
    path("sign-out/", needs()(auth.LogoutView.as_view()), name="logout"),
    # Many cases, then one: a reference never shadows a word
    path("cases/", case_list.case_list, name="case-list"),
    path("cases/log/", log.log_complaint, name="log-complaint"),
    path("cases/log/heard-before/", log.earlier_cases, name="heard-before"),
    path("compliments/log/", cases.views.log_compliment, name="log-compliment"),
    path("changes/", changes.changes, name="changes"),
    path("contacts/", contacts.contact_list, name="contact-list"),
    path("contacts/log/", contacts.log_contact, name="log-contact"),
    path("contacts/<int:pk>/", contacts.contact, name="contact"),
    path("contacts/<int:pk>/put-to/", contacts.put_to, name="contact-put-to"),
    path("contacts/<int:pk>/<slug:how>/", contacts.end, name="contact-end"),
    path("case/<slug:reference>/", case_file.overview, name="case-file"),
    path("case/<slug:reference>/points/", case_file.points, name="case-points"),
    path("case/<slug:reference>/stages/", case_file.stages, name="case-stages"),
    path("case/<slug:reference>/people/", case_file.people, name="case-people"),
    path("case/<slug:reference>/remedies/", case_file.remedies, name="case-remedies"),
    path("case/<slug:reference>/remedies/offer/", putting_right.offer, name="remedies-offer"),
    path(
        "case/<slug:reference>/remedies/promise/",
        putting_right.promise,
        name="remedies-promise",
    ),
    path(
        "case/<slug:reference>/remedies/<int:pk>/answered/",
        putting_right.answered,
        name="payment-answered",
    ),
    path(
        "case/<slug:reference>/remedies/<int:pk>/approve/",
        putting_right.approve,
        name="payment-approve",
    ),
    path("case/<slug:reference>/lessons/add/", lessons.add, name="lesson-add"),
    path("lessons/", lessons.lessons, name="lessons"),
    path("lessons/<int:pk>/answer/", lessons.answer, name="lesson-answer"),
    path("lessons/<int:pk>/action/", lessons.add_action, name="lesson-action"),
    path("lessons/<int:pk>/told/", lessons.told, name="lesson-told"),
    path("lessons/actions/<int:pk>/done/", lessons.done, name="action-done"),
    path("payments/", putting_right.payments, name="payments"),
    path("payments/<int:pk>/paid/", putting_right.paid, name="payment-paid"),
    path("case/<slug:reference>/history/", case_file.history, name="case-history"),
    path(
        "case/<slug:reference>/deadline/<int:pk>/",
        case_file.deadline_reasons,
        name="deadline-reasons",
    ),
    path("case/<slug:reference>/step/<slug:key>/", steps.take_step, name="step"),
    path("case/<slug:reference>/undo/", undo.undo, name="undo"),
    path("case/<slug:reference>/task/<int:pk>/", tasks.task, name="task"),
    path("providers/", providers.with_providers, name="with-providers"),
    path("reports/", include("reporting.urls")),
    path("calendar/", rules.calendar, name="calendar"),
    path("calendar/add-holiday/", rules.add_holiday, name="calendar-add-holiday"),
    path("calendar/add-closure/", rules.add_closure, name="calendar-add-closure"),
    path("calendar/<slug:kind>/<day:day>/remove/", calendar_changes.remove_day, name="day-remove"),
    path("calendar/changes/<int:pk>/", calendar_changes.change, name="calendar-change"),
    path("calendar/changes/<int:pk>/decide/", calendar_changes.decide, name="change-decide"),
    path("calendar/changes/<int:pk>/take-back/", calendar_changes.take_back, name="change-back"),
    path("procedures/", rules.procedures, name="procedures"),
    path("procedures/steps/", rules.steps_table, name="steps-table"),
    path("procedures/<slug:code>/<str:version>/", rules.procedure, name="procedure"),
    path("lists/", lists.lists, name="lists"),
    path("lists/<slug:which>/", lists.one_list, name="list"),
    path("lists/<slug:which>/add/", lists.add, name="word-add"),
    path("lists/<slug:which>/<int:pk>/retire/", lists.retire, name="word-retire"),
    path("people/", people.people, name="people"),
    path("people/add/", people.add_person, name="person-add"),
    path("people/rights/", people.rights, name="rights"),
    path("people/<int:pk>/", people.change_person, name="person-change"),
    path("people/<int:pk>/password/", people.set_password, name="person-password"),
    path("password/", people.own_password, name="own-password"),
]
