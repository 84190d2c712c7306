"""The page that a link opens: one question, its reference, and a box for the answer.

It is for somebody who does not sign in. No cookie gives any right here: the address and the code
do, and both are sent with each form. So it needs no protection against forms of other sites, which
could not work either: with ``no-referrer`` a browser sends no origin.
"""

from django.core.exceptions import ValidationError
from django.db import transaction
from django.shortcuts import render
from django.utils.timezone import localdate, now
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from accounts.permissions import open_to_anyone
from stages import question_link
from stages.actions.service_requests import answer_through_link, count_wrong_code
from stages.forms.service_requests import CodeForm, LinkAnswerForm
from stages.models import LinkUse, RequestLink
from stages.models.service_request import WRONG_CODES

NO_LINK = "This link opens nothing. Copy the whole address from the message, and try again."
HEADERS = {"Referrer-Policy": "no-referrer", "X-Robots-Tag": "noindex, nofollow, noarchive"}


@open_to_anyone
@csrf_exempt
@never_cache
@require_http_methods(["GET", "POST"])
@transaction.atomic
def question(request, token):
    """Ask for the code, show the question, take the answer: whichever comes next."""
    link = _link(token, locked=request.method == "POST")
    closed = link.why_closed(on=localdate()) if link else NO_LINK
    if closed:
        return _closed(request, link, closed)
    if request.method == "GET":
        link.uses.create(what=LinkUse.What.OPENED)
        return _page(request, "code", link, form=CodeForm())
    if question_link.is_proof(link, request.POST.get("proof", "")):
        return _take_answer(request, link)
    return _check_code(request, link)


def _take_answer(request, link):
    form = LinkAnswerForm(request.POST)
    if form.is_valid():
        try:
            answer_through_link(link, now=now(), by=None, **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
        else:
            return _page(request, "thanks", link)
    return _page(request, "question", link, form=form)


def _check_code(request, link):
    """A page that was open for too long asks for the code again, and keeps what was typed."""
    form, typed = CodeForm(request.POST), request.POST.get("answer", "")
    if "code" not in request.POST:
        form = CodeForm()
        form.again = True
    elif form.is_valid():
        if question_link.is_the_code(link, form.cleaned_data["code"]):
            link.uses.create(what=LinkUse.What.RIGHT_CODE)
            answer = LinkAnswerForm(initial={"answer": typed})
            return _page(request, "question", link, form=answer)
        count_wrong_code(link, by=None)
        if closed := link.why_closed(on=localdate()):
            return _closed(request, link, closed)
        form.add_error("code", f"That is not the code. {_attempts(link)}")
    return _page(request, "code", link, form=form, typed=typed)


def _attempts(link: RequestLink) -> str:
    left = WRONG_CODES - link.wrong_codes
    return f"You can try {left} more time{'' if left == 1 else 's'}"


def _closed(request, link, reason):
    typed = request.POST.get("answer", "")
    if link:
        if link.used_at and typed.strip() == link.request.answer.strip():
            return _page(request, "thanks", link)  # sent twice: it has come
        link.uses.create(what=LinkUse.What.REFUSED)
    return _page(request, "closed", link, reason=reason, typed=typed)


def _page(request, shows, link, **more):
    """``shows`` is "code", "question", "thanks" or "closed"."""
    page = {"shows": shows, "form": None, "typed": "", **more}
    if shows == "question":
        page |= {"asked": link.request, "proof": question_link.proof_for(link)}
    response = render(request, "requests/question.html", page)
    for name, value in HEADERS.items():
        response.headers[name] = value
    return response


def _link(token: str, *, locked: bool) -> RequestLink | None:
    links = RequestLink.objects.select_related("request__task", "request__case")
    if locked:
        links = links.select_for_update(of=("self",))
    return links.filter(token_hash=question_link.hash_of(token)).first()
