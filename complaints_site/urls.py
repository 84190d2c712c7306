"""Every address of the site. Each view says who may open it (``accounts.permissions.needs``)."""

from django.contrib.auth import views as auth
from django.urls import include, path

import cases.views
import remedies.views
from accounts.permissions import needs, open_to_anyone

from .healthz import healthz
from .views import case_file, case_list, desk, lists, log, people, rules, steps, tasks

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
    path("contacts/log/", cases.views.log_contact, name="log-contact"),
    path("case/<slug:reference>/", case_file.overview, name="case-file"),
    path("case/<slug:reference>/points/", case_file.points, name="case-points"),
    path("case/<slug:reference>/stages/", case_file.stages, name="case-stages"),
    path("case/<slug:reference>/people/", case_file.people, name="case-people"),
    path("case/<slug:reference>/remedies/", case_file.remedies, name="case-remedies"),
    path("case/<slug:reference>/remedies/offer/", remedies.views.offer, name="remedies-offer"),
    path(
        "case/<slug:reference>/remedies/promise/",
        remedies.views.promise,
        name="remedies-promise",
    ),
    path(
        "case/<slug:reference>/remedies/<int:pk>/answered/",
        remedies.views.answered,
        name="payment-answered",
    ),
    path(
        "case/<slug:reference>/remedies/<int:pk>/approve/",
        remedies.views.approve,
        name="payment-approve",
    ),
    path("payments/", remedies.views.payments, name="payments"),
    path("payments/<int:pk>/paid/", remedies.views.paid, name="payment-paid"),
    path("case/<slug:reference>/history/", case_file.history, name="case-history"),
    path(
        "case/<slug:reference>/deadline/<int:pk>/",
        case_file.deadline_reasons,
        name="deadline-reasons",
    ),
    path("case/<slug:reference>/step/<slug:key>/", steps.take_step, name="step"),
    path("case/<slug:reference>/task/<int:pk>/", tasks.task, name="task"),
    path("reports/", include("reporting.urls")),
    path("calendar/", rules.calendar, name="calendar"),
    path("calendar/add-holiday/", rules.add_holiday, name="calendar-add-holiday"),
    path("calendar/add-closure/", rules.add_closure, name="calendar-add-closure"),
    path("procedures/", rules.procedures, name="procedures"),
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
