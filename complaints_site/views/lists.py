"""The office's lists: what may be chosen, since when, until when."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.models import Model
from django.forms import ChoiceField, Field
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_safe

from accounts.permissions import Permission, needs
from cases.actions.words import add_word, keep_word, retire_word
from complaints_site.word_forms import RetireForm, add_form
from complaints_site.word_lists import BY_KEY, LISTS


@dataclass(frozen=True)
class Row:
    """A word as its list shows it."""

    word: Model
    group: Model | None
    facts: list[tuple[str, str]]
    from_day: date | None
    until: date | None
    is_out: bool


@require_safe
@needs(Permission.KEEP_LISTS)
def lists(request):
    """Every list, with the number of words in use."""
    today = localdate()
    rows = [{"list": one, "in_use": one.in_use(today).count()} for one in LISTS]
    return render(request, "lists/lists.html", {"rows": rows})


@require_safe
@needs(Permission.KEEP_LISTS)
def one_list(request, which):
    """One list: the words, what is known of each, when each may be chosen."""
    word_list = find(which)
    return render(
        request,
        "lists/list.html",
        {
            "list": word_list,
            "columns": [
                *(field.label for field in shown_facts(word_list).values()),
                *(name.capitalize() for name in word_list.people),
            ],
            "groups": groups(word_list, localdate()),
        },
    )


@require_http_methods(["GET", "POST"])
@needs(Permission.KEEP_LISTS)
def add(request, which):
    """Add a word to a list."""
    word_list = find(which)
    form = add_form(word_list)(request.POST or None)
    if form.is_valid() and (word := add_checked(word_list, form, request.user)):
        messages.success(request, f"“{word}” is on the list. {when_chosen(word)}")
        return redirect("list", which)
    return render(request, "lists/add.html", {"form": form, "list": word_list})


@require_http_methods(["GET", "POST"])
@needs(Permission.KEEP_LISTS)
def retire(request, which, pk):
    """Take a word out of use from a day, or take that back."""
    word_list = find(which)
    if not word_list.retires:
        raise Http404
    word = get_object_or_404(word_list.model, pk=pk)
    form = RetireForm(request.POST or None, word=word)
    if form.is_valid() and (done := retire_checked(form, request.user)):
        messages.success(request, done)
        return redirect("list", which)
    return render(request, "lists/retire.html", {"form": form, "list": word_list, "word": word})


def find(which):
    if which not in BY_KEY:
        raise Http404
    return BY_KEY[which]


def add_checked(word_list, form, user):
    """The new word; None where a rule refused it, which then stands on the form."""
    try:
        return add_word(word_list.model, by=user, **form.cleaned_data)
    except ValidationError as error:
        form.add_error(None, error.messages)


def retire_checked(form, user) -> str:
    """What was done, as a sentence; "" where a rule refused it, which then stands on the form."""
    word, until = form.word, form.cleaned_data["until"]
    try:
        if until is None:
            keep_word(word, by=user)
            return f"“{word}” stays in use."
        retire_word(word, until=until, by=user)
    except ValidationError as error:
        form.add_error("until", error.messages)
        return ""
    return (
        f"“{word}” can be chosen until {until:%-d %B %Y}. What was logged under it keeps it; "
        "add the word that takes its place."
    )


def when_chosen(word) -> str:
    since = getattr(word, "in_use_from", None)
    if since and since > localdate():
        return f"It can be chosen from {since:%-d %B %Y}."
    return "It can be chosen now."


def shown_facts(word_list) -> dict[str, Field]:
    """The question behind each fact that has a column: the group stands above its words instead."""
    fields = add_form(word_list)().fields
    return {fact: fields[fact] for fact in word_list.facts if fact != word_list.group}


def groups(word_list, today) -> list[tuple[str, list[Row]]]:
    """The words under their headings; without a group, those in use before those that were."""
    facts = shown_facts(word_list)
    rows = [row(word_list, word, facts, today) for word in word_list.words]
    if word_list.group:
        rows.sort(key=lambda one: (one.group.position, one.group.name, one.is_out))
        return [(str(group), list(found)) for group, found in groupby(rows, attrgetter("group"))]
    parts = {
        "In use": [one for one in rows if not one.is_out],
        "No longer in use": [one for one in rows if one.is_out],
    }
    return [(heading, found) for heading, found in parts.items() if found]


def row(word_list, word, facts, today) -> Row:
    group = getattr(word, word_list.group) if word_list.group else None
    lasting = word if word_list.retires else group
    until = lasting.in_use_until
    return Row(
        word,
        group,
        [
            *((field.label, in_words(field, getattr(word, fact))) for fact, field in facts.items()),
            *((name.capitalize(), names(getattr(word, name))) for name in word_list.people),
        ],
        lasting.in_use_from,
        until,
        is_out=until is not None and until < today,
    )


def names(people) -> str:
    """Those who sign in, by name; "Nobody yet" where none does."""
    found = sorted(person.full_name for person in people.all() if person.is_active)
    return ", ".join(found) or "Nobody yet"


def in_words(field, value) -> str:
    """An answer as its question offers it."""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(field, ChoiceField):
        return dict(field.choices).get(value, value)
    return "Any" if value is None else str(value)
