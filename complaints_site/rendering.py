"""How every form is drawn. A form says what it asks; nothing in it says how it looks.

``settings.FORM_RENDERER`` names :class:`PageRenderer`, so any Django form, anywhere, comes out in
GOV.UK markup: label, hint, error, field, tied together for screen readers. docs/design.md says what
a form may add (a width, the number of rows, a pound sign).
"""

from pathlib import Path

from django import forms
from django.conf import settings
from django.forms.boundfield import BoundField
from django.forms.renderers import DjangoTemplates
from django.forms.widgets import ChoiceWidget
from django.utils.functional import cached_property

# The first that fits decides: a kind stands before the kind it is made from
STYLES = (
    (forms.HiddenInput, ""),
    (forms.CheckboxSelectMultiple, "govuk-checkboxes"),
    (forms.RadioSelect, "govuk-radios"),
    (forms.CheckboxInput, "govuk-checkboxes__input"),
    (forms.Select, "govuk-select"),
    (forms.Textarea, "govuk-textarea"),
    (forms.FileInput, "govuk-file-upload"),
    (forms.DateInput, "govuk-input moj-js-datepicker-input"),
    (forms.PasswordInput, "govuk-input govuk-password-input__input govuk-js-password-input-input"),
    (forms.Widget, "govuk-input"),
)
REDDENED = {"govuk-input", "govuk-textarea", "govuk-select", "govuk-file-upload"}
WIDTHS = {forms.DateInput: "govuk-input--width-10", forms.NumberInput: "govuk-input--width-5"}
OUR_WIDGETS = {
    f"django/forms/widgets/{theirs}.html": f"forms/{ours}.html"
    for theirs, ours in {
        "checkbox_select": "checkboxes",
        "radio": "radios",
        "date": "date",
        "number": "number",
        "password": "password",
    }.items()
}
DATE_HINT = "For example, 4 9 2006"


class PageField(BoundField):
    """A field with its data, and how both are drawn."""

    def __init__(self, form, field, name):
        super().__init__(form, field, name)
        if isinstance(field.widget, forms.DateInput) and not self.help_text:
            self.help_text = DATE_HINT

    def build_widget_attrs(self, attrs, widget=None):
        widget = widget or self.field.widget
        attrs = super().build_widget_attrs(attrs, widget)
        attrs.pop("required", None)  # our own messages, not the browser's bubbles
        if css := self.css_class(widget):
            attrs["class"] = css
        if isinstance(widget, forms.DateInput):
            attrs["autocomplete"] = "off"
        if isinstance(widget, forms.Textarea) and widget.attrs.get("rows") == "10":
            attrs["rows"] = "5"  # 10 is Django's default, too tall for most questions
        return attrs

    def css_class(self, widget):
        style = next(css for kind, css in STYLES if isinstance(widget, kind))
        kind = style.split(" ")[0]
        red = f"{kind}--error" if self.errors and kind in REDDENED else ""
        own = widget.attrs.get("class") or WIDTHS.get(type(widget), "")
        return " ".join(filter(None, [style, red, own]))

    @property
    def first_id(self):
        """Where a link in the error summary lands: the field, or the first of its choices."""
        if isinstance(self.field.widget, forms.RadioSelect):
            return self.subwidgets[0].id_for_label if self.subwidgets else self.group_id
        return self.id_for_label or self.auto_id

    @property
    def group_id(self):
        return f"{self.auto_id}_group"

    @property
    def prefix(self):
        """What stands before the box, such as a pound sign: the widget's ``data-prefix``."""
        return self.field.widget.attrs.get("data-prefix", "")

    @property
    def shows_optional(self):
        """Whether the label says "(optional)": not in a form with ``mark_optional = False``."""
        may_be_empty = not self.field.required and not self.field.disabled
        return may_be_empty and getattr(self.form, "mark_optional", True)

    @cached_property
    def messages(self):
        """The errors, saying what to do even where the form left Django's own words standing."""
        return [said for error in self.errors.as_data() for said in self._in_our_words(error)]

    def _in_our_words(self, error):
        if error.message != django_words(self.field, error.code):
            return error.messages
        label = sentence_middle(self.label)
        if error.code == "required":
            return [f"{self._verb} {label}"]
        if error.code == "invalid" and isinstance(self.field, forms.DateField):
            return [f"Enter {label} as day, month and year, for example 4 9 2006"]
        if error.code == "invalid_choice":
            return [f"Choose {label} from the list"]
        return error.messages

    @property
    def _verb(self):
        return "Choose" if isinstance(self.field.widget, ChoiceWidget) else "Enter"


class PageRenderer(DjangoTemplates):
    """Our templates first, Django's own for what we leave as it is (a hidden field)."""

    form_template_name = "forms/form.html"
    formset_template_name = "forms/formset.html"
    field_template_name = "forms/field.html"
    bound_field_class = PageField

    def get_template(self, template_name):
        return super().get_template(OUR_WIDGETS.get(template_name, template_name))

    @cached_property
    def engine(self):
        folders = [settings.BASE_DIR / "templates", Path(forms.__path__[0]) / "templates"]
        return self.backend({"APP_DIRS": False, "DIRS": folders, "NAME": "forms", "OPTIONS": {}})


def django_words(field, code):
    """What Django says of an error of this kind, if the form does not say it better."""
    for kind in type(field).__mro__:
        words = vars(kind).get("default_error_messages", {})
        if code in words:
            return words[code] if kind.__module__.startswith("django.") else None
    return None


def sentence_middle(label):
    """A label as it reads inside a sentence.

    >>> sentence_middle("What was said"), sentence_middle("NHS number")
    ('what was said', 'NHS number')
    >>> sentence_middle("Date received")
    'the date received'
    """
    label = str(label)
    if label.startswith("Date "):
        return f"the d{label[1:]}"
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]
