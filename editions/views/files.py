"""A report as a file, and the council's Word template."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from accounts.permissions import Permission, needs
from editions.actions.templates import upload_template
from editions.document import Document
from editions.exports import BY_THE_WORKER
from editions.exports.every import MADE, name_of_file
from editions.forms.files import TemplateForm
from editions.models import WordTemplate
from editions.views.asked import edition_of
from editions.views.reading import file_form_of


@require_safe
@needs(Permission.OPEN_REPORTS)
def file(request, pk: int, kind: str):
    """The internal form or, asked for by ``?form=public``, the public one. Word and PDF take long,
    so the worker makes them."""
    if kind not in MADE or kind in BY_THE_WORKER:
        raise Http404("No such kind of file")
    edition = edition_of(request.user, pk)
    return as_file(file_form_of(edition, request.GET.get("form", "")), kind)


def as_file(document: Document, kind: str) -> HttpResponse:
    _, media_type, make = MADE[kind]
    name = name_of_file(document.title, document.version, document.form, kind)
    answer = HttpResponse(make(document), content_type=media_type)
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer


@require_http_methods(["GET", "POST"])
@needs(Permission.WRITE_REPORT)
def template(request):
    """The Word template on which reports are built, and what it lacks."""
    form = TemplateForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        sent = form.cleaned_data["file"]
        try:
            upload_template(sent.name, sent.read(), by=request.user)
        except ValidationError as error:
            form.add_error("file", error.messages)
        else:
            messages.success(request, f"Reports in Word are built on “{sent.name}” from now on.")
            return redirect("editions:template")
    last = WordTemplate.objects.select_related("uploaded_by").first()
    return render(request, "editions/template.html", {"form": form, "template": last})
