"""Putting a complaint right: offers, their approval and payment, and what else was promised."""

from django.contrib import messages
from django.db import transaction
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_safe

from accounts.permissions import Permission, needs
from cases.models import Case, CasePerson
from remedies.forms.putting_right import (
    AnsweredForm,
    ApproveForm,
    OfferedForm,
    OfferForm,
    PaidForm,
    PromiseForm,
)
from remedies.models import Payment
from stages.forms.taking import taken

LAST_PAID = 20


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.RUN_CASE)
def offer(request, reference):
    """Offer a payment; ``?replaces=`` names an earlier offer that no longer stands."""
    case = case_of(request, reference)
    standing = case.payments.filter(replaced_by=None, paid_on=None)
    asked = request.GET.get("replaces", "")
    replaces = get_object_or_404(standing, pk=asked) if asked.isdecimal() else None
    form = OfferForm(request.POST or None, case=case, today=localdate())
    if request.method == "POST" and form.is_valid():
        payment = taken(form, request.user, replaces=replaces)
        if payment:
            messages.success(request, said_of_an_offer(payment))
            return redirect("case-remedies", reference)
    page = {"case": case, "form": form, "title": "Offer a payment", "replaces": replaces}
    return render(request, "remedies/ask.html", page)


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.RUN_CASE)
def promise(request, reference):
    """Promise an apology, a corrective action or another benefit."""
    case = case_of(request, reference)
    form = PromiseForm(request.POST or None, case=case, today=localdate())
    if request.method == "POST" and form.is_valid() and taken(form, request.user):
        due_on = f"{form.cleaned_data['due_on']:%-d %B %Y}"
        messages.success(request, f"Promised. It stands on the desk until it is done: {due_on}.")
        return redirect("case-remedies", reference)
    page = {"case": case, "form": form, "title": "Promise a remedy"}
    return render(request, "remedies/ask.html", page)


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.RUN_CASE)
def answered(request, reference, pk):
    return on_a_payment(request, reference, pk, AnsweredForm, "Record the answer to the offer")


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.DECIDE)
def approve(request, reference, pk):
    return on_a_payment(request, reference, pk, ApproveForm, "Decide on the payment")


@require_http_methods(["GET", "POST"])
@needs(Permission.OPEN_CASES, Permission.RUN_CASE)
def offered(request, reference, pk):
    return on_a_payment(request, reference, pk, OfferedForm, "Record that it was offered")


def on_a_payment(request, reference, pk, form_class, title):
    """Ask one thing about a payment, which is locked so that it is not answered twice."""
    case = case_of(request, reference)
    with transaction.atomic():
        payment = get_object_or_404(case.payments.select_for_update(of=("self",)), pk=pk)
        form = form_class(request.POST or None, payment=payment, today=localdate())
        if request.method == "POST" and form.is_valid() and taken(form, request.user):
            messages.success(request, said_next(payment))
            return redirect("case-remedies", reference)
    page = {"case": case, "form": form, "title": title, "payment": payment}
    return render(request, "remedies/ask.html", page)


@require_safe
@needs(Permission.PAY)
def payments(request):
    """What is to be paid and what was paid last: the sums, to whom, and nothing of the case."""
    paid = Payment.objects.exclude(paid_on=None).exclude(case=None)
    return render(
        request,
        "remedies/payments.html",
        {
            "to_be_paid": with_payees(
                Payment.objects.to_be_paid().order_by("accepted_on", "id"), request.user
            ),
            "paid": with_payees(paid.order_by("-paid_on", "-id")[:LAST_PAID], request.user),
        },
    )


@require_http_methods(["GET", "POST"])
@needs(Permission.PAY)
def paid(request, pk):
    """Record that a payment was made."""
    with transaction.atomic():
        to_be_paid = Payment.objects.to_be_paid().select_for_update(of=("self",))
        payment = get_object_or_404(to_be_paid.select_related("case"), pk=pk)
        form = PaidForm(request.POST or None, payment=payment, today=localdate())
        if request.method == "POST" and form.is_valid() and taken(form, request.user):
            messages.success(request, f"{payment} of {payment.case.reference}: recorded as paid.")
            return redirect("payments")
    page = {"form": form, "payment": payment, "case": payment.case}
    return render(request, "remedies/paid.html", page)


def case_of(request, reference) -> Case:
    return get_object_or_404(Case.objects.visible_to(request.user), reference=reference)


def with_payees(found, user) -> list[Payment]:
    """Each payment with the names of those it goes to, as far as ``user`` may know of them, in one
    query more."""
    found = list(found.select_related("case__part_of"))
    parts = (
        CasePerson.objects.visible_to(user)
        .filter(
            case__in=[payment.case.lead.pk for payment in found], role=CasePerson.Role.COMPLAINANT
        )
        .select_related("person")
    )
    names: dict[int, list[str]] = {}
    for part in parts:
        names.setdefault(part.case_id, []).append(part.person.name)
    for payment in found:
        payment.withheld = payment.case.withholds_from(user)
        payment.payees = names.get(payment.case.lead.pk, [])
    return found


def said_next(payment: Payment) -> str:
    """How far a payment is now, and what follows."""
    if payment.not_approved_on:
        return f"{payment} is not approved. Next: another offer, or none."
    if payment.waits_to_be_offered:
        return f"{payment} is approved. Next: offer it to the complainant."
    if payment.accepted_on:
        return f"{payment} is accepted. Next: finance pays it."
    if payment.refused_on:
        return f"{payment} is refused. Next: another offer, or leave it at that."
    return said_of_an_offer(payment)


def said_of_an_offer(payment: Payment) -> str:
    if payment.waits_for_approval:
        return f"{payment} is proposed. Next: somebody else approves it. A manager has been asked."
    return f"{payment} is offered. Next: record whether the complainant accepts it."
