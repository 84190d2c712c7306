"""Who signs in, with which roles, and what each role may do. No page here shows a case."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.core.paginator import Paginator
from django.db import transaction
from django.db.models import Q
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from accounts import actions
from accounts.models import User
from accounts.permissions import RIGHTS, Permission, Role, needs
from cases.actions.words import set_headed_areas
from complaints_site.people_forms import (
    AccessForm,
    AddPersonForm,
    DetailsForm,
    OwnPasswordForm,
    PasswordForm,
)

PER_PAGE = 50


@require_safe
@needs(Permission.KEEP_PEOPLE)
def people(request):
    """Everyone with an account, those who can sign in first."""
    sought = request.GET.get("q", "").replace("\0", "").strip()
    found = User.objects.filter(Q(full_name__icontains=sought) | Q(email__icontains=sought))
    pages = Paginator(found.order_by("-is_active", *User._meta.ordering), PER_PAGE)
    return render(
        request,
        "people/people.html",
        {"page_obj": pages.get_page(request.GET.get("page")), "sought": sought},
    )


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
@needs(Permission.KEEP_PEOPLE)
def add_person(request):
    """Open an account with a temporary password."""
    form = AddPersonForm(request.POST or None)
    if form.is_valid():
        person = actions.add_user(by=request.user, **form.cleaned_data)
        messages.success(request, f"{person} has an account. {tell_them(person)}")
        return redirect("people")
    return render(request, "people/add.html", {"form": form})


@require_http_methods(["GET", "POST"])
@needs(Permission.KEEP_PEOPLE)
def change_person(request, pk):
    """Change someone's details, roles and whether they sign in; of oneself, only the details."""
    person = get_object_or_404(User, pk=pk)
    is_oneself = person == request.user
    details = DetailsForm(
        request.POST or None,
        person=person,
        initial={"full_name": person.full_name, "email": person.email},
    )
    access = None if is_oneself else AccessForm(request.POST or None, person=person)
    forms = [form for form in (details, access) if form]
    if request.method == "POST" and all(form.is_valid() for form in forms):
        done = save_changes(person, details, access, by=request.user)
        messages.success(request, f"{person}: {done}")
        return redirect("people")
    return render(
        request,
        "people/change.html",
        {"person": person, "forms": forms, "is_oneself": is_oneself},
    )


@transaction.atomic
def save_changes(person, details, access, *, by) -> str:
    """Do what was changed, and nothing else; return it as a sentence."""
    done = []
    if details.has_changed():
        actions.correct_details(person, by=by, **details.cleaned_data)
        done.append(
            f"they now sign in as {person.email}"
            if "email" in details.changed_data
            else "their name is changed"
        )
    if access:
        done += save_access(person, access, by=by)
    return "; ".join(done) + "." if done else "nothing was changed."


def save_access(person, access, *, by):
    data, changed = access.cleaned_data, access.changed_data
    if "roles" in changed:
        actions.change_roles(person, roles=data["roles"], by=by)
        yield f"their role is now {person.role_names}"
    if "areas" in changed:
        set_headed_areas(person, areas=list(data["areas"]), by=by)
        yield "the service areas they head are changed"
    if "is_active" in changed and data["is_active"]:
        actions.reactivate(person, by=by)
        yield "they can sign in again"
    elif "is_active" in changed:
        actions.deactivate(person, by=by)
        yield "they are signed out and cannot sign in. Put their open cases to someone else"


@sensitive_post_parameters("password")
@require_http_methods(["GET", "POST"])
@needs(Permission.KEEP_PEOPLE)
def set_password(request, pk):
    """Give someone who forgot theirs a temporary password."""
    person = get_object_or_404(User, pk=pk)
    if person == request.user:
        return redirect("own-password")
    form = PasswordForm(request.POST or None, person=person)
    if form.is_valid():
        actions.set_temporary_password(person, by=request.user, **form.cleaned_data)
        messages.success(request, f"{person} has a new password. {tell_them(person)}")
        return redirect("people")
    return render(request, "people/password.html", {"form": form, "person": person})


@sensitive_post_parameters("password", "old_password")
@require_http_methods(["GET", "POST"])
@needs()
def own_password(request):
    """Change one's own password: the first thing to do after a temporary one."""
    form = OwnPasswordForm(request.POST or None, person=request.user)
    if form.is_valid():
        actions.change_own_password(password=form.cleaned_data["password"], by=request.user)
        update_session_auth_hash(request, request.user)
        messages.success(request, "Your password is changed. Nobody else knows it now.")
        return redirect("desk")
    return render(request, "people/own_password.html", {"form": form})


@require_safe
@needs()
def rights(request):
    """The table that decides who may do what, as the site itself reads it."""
    rows = [
        {"label": permission.label, "cells": [(role, permission in RIGHTS[role]) for role in Role]}
        for permission in Permission
    ]
    return render(request, "people/rights.html", {"roles": list(Role), "rows": rows})


def tell_them(person) -> str:
    return (
        f"Tell them the password by telephone or in person; they sign in as {person.email} "
        "and then choose their own."
    )
