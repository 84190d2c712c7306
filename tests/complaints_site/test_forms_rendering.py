"""Any Django form, drawn by PageRenderer: what a person sees, and what a screen reader is told."""

from datetime import date
from html.parser import HTMLParser

import pytest
from django import forms
from django.template import Context, Template
from django.template.loader import render_to_string

from cases.cursor import focus_first


class Elements(HTMLParser):
    """The start tags of a piece of HTML: each a dictionary of attributes with its "tag"."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(str(html))

    def handle_starttag(self, tag, attrs):
        self.found.append({"tag": tag, **dict(attrs)})

    def all(self, **wanted):
        return [found for found in self.found if wanted.items() <= found.items()]

    def one(self, **wanted):
        (found,) = self.all(**wanted)
        return found


class ComplaintForm(forms.Form):
    received_on = forms.DateField(label="Date received")
    came_by = forms.ChoiceField(
        label="How it came",
        choices=[("telephone", "Telephone"), ("letter", "Letter")],
        widget=forms.RadioSelect,
    )
    said = forms.CharField(
        label="What was said", help_text="In their own words", widget=forms.Textarea
    )
    area = forms.ChoiceField(label="Service area", choices=[("", ""), ("cin", "Children in Need")])
    needs = forms.MultipleChoiceField(
        label="Adjustments",
        choices=[("large", "Large print")],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    offer = forms.DecimalField(
        label="Amount", required=False, widget=forms.NumberInput(attrs={"data-prefix": "£"})
    )
    days = forms.IntegerField(
        label="NHS days", widget=forms.NumberInput(attrs={"class": "govuk-input--width-2"})
    )
    restricted = forms.BooleanField(
        label="Restricted", required=False, help_text="Only people named on it"
    )
    token = forms.CharField(widget=forms.HiddenInput, required=False)


class PointForm(forms.Form):
    point = forms.CharField(label="Point", error_messages={"required": "Enter what went wrong"})


PointFormSet = forms.formset_factory(PointForm, extra=0)

EMPTY = ComplaintForm({})
BLANK = ComplaintForm()


def summary(**context):
    return render_to_string("components/error_summary.html", context)


def linked(html):
    """The ids that an error summary leads to."""
    return [found["href"].removeprefix("#") for found in Elements(html).all(tag="a")]


def test_a_label_names_its_field():
    page = Elements(BLANK)

    assert page.one(tag="label", **{"for": "id_said"})["class"] == "govuk-label govuk-label--s"
    assert page.one(id="id_said")["class"] == "govuk-textarea"
    assert page.one(id="id_area")["class"] == "govuk-select"


def test_a_hint_is_read_out_before_the_error():
    page = Elements(EMPTY)

    assert page.one(id="id_said")["aria-describedby"] == "id_said_helptext id_said_error"
    assert page.one(id="id_said_helptext")["class"] == "govuk-hint"
    assert page.one(id="id_said_error")["tag"] == "div"
    assert page.one(id="id_said")["aria-invalid"] == "true"
    assert page.one(id="id_said")["class"] == "govuk-textarea govuk-textarea--error"


def test_choices_stand_in_a_fieldset_that_carries_the_error():
    page = Elements(EMPTY)

    assert page.one(id="id_came_by_group")["tag"] == "fieldset"
    assert page.one(id="id_came_by_group")["aria-describedby"] == "id_came_by_error"
    assert [found["id"] for found in page.all(type="radio")] == ["id_came_by_0", "id_came_by_1"]
    assert page.one(id="id_needs_0")["class"] == "govuk-checkboxes__input"


def test_what_was_chosen_stays_chosen():
    page = Elements(ComplaintForm({"came_by": "letter", "needs": ["large"], "restricted": "on"}))

    assert "checked" not in page.one(id="id_came_by_0")
    assert "checked" in page.one(id="id_came_by_1")
    assert "checked" in page.one(id="id_needs_0")
    assert "checked" in page.one(id="id_restricted")


def test_a_tick_box_alone_has_its_label_and_hint_beside_it():
    page = Elements(BLANK)

    assert page.one(id="id_restricted")["class"] == "govuk-checkboxes__input"
    assert page.one(id="id_restricted")["aria-describedby"] == "id_restricted_helptext"
    assert page.one(tag="label", **{"for": "id_restricted"})


def test_only_a_question_that_may_be_left_says_optional():
    assert str(BLANK).count("(optional)") == 2  # adjustments, amount; not beside a tick box


def test_a_filter_form_does_not_say_optional():
    class Filters(PointForm):
        mark_optional = False

    form = Filters()
    form.fields["point"].required = False

    assert "(optional)" not in str(form)


def test_a_date_is_one_box_that_says_how_to_type_it():
    page = Elements(BLANK)
    box = page.one(id="id_received_on")

    assert box["type"] == "text"
    assert box["class"] == "govuk-input moj-js-datepicker-input govuk-input--width-10"
    assert "For example, 4 9 2006" in str(BLANK)
    assert page.one(**{"data-module": "moj-date-picker"})


def test_a_date_that_stands_already_is_shown_as_it_may_be_typed():
    page = Elements(ComplaintForm(initial={"received_on": date(2006, 9, 4)}))

    assert page.one(id="id_received_on")["value"] == "04/09/2006"


def test_a_number_is_typed_as_text_and_keeps_its_own_width():
    page = Elements(BLANK)

    assert page.one(id="id_days")["type"] == "text"
    assert page.one(id="id_days")["inputmode"] == "numeric"
    assert page.one(id="id_days")["class"] == "govuk-input govuk-input--width-2"
    assert page.one(id="id_offer")["inputmode"] == "decimal"
    assert page.one(**{"class": "govuk-input__prefix"})


def test_the_browser_raises_no_bubbles_of_its_own():
    assert not [found for found in Elements(BLANK).found if "required" in found]


def test_a_hidden_field_has_no_label():
    assert not Elements(BLANK).all(tag="label", **{"for": "id_token"})


def test_django_s_own_words_become_what_to_do():
    form = ComplaintForm({"received_on": "31 2 2006", "area": "moon"})

    assert form["received_on"].messages == [
        "Enter the date received as day, month and year, for example 4 9 2006"
    ]
    assert form["came_by"].messages == ["Choose how it came"]
    assert form["said"].messages == ["Enter what was said"]
    assert form["area"].messages == ["Choose service area from the list"]
    assert form["days"].messages == ["Enter NHS days"]


def test_a_form_s_own_words_stay():
    assert PointForm({})["point"].messages == ["Enter what went wrong"]


def test_every_link_of_the_error_summary_lands_on_a_field():
    page = Elements(EMPTY)
    targets = linked(summary(form=EMPTY))

    assert targets == ["id_received_on", "id_came_by_0", "id_said", "id_area", "id_days"]
    assert [page.one(id=target)["tag"] for target in targets] == [
        "input",
        "input",
        "textarea",
        "select",
        "input",
    ]


def test_the_error_summary_covers_several_forms_and_formsets():
    formset = PointFormSet(
        {"form-TOTAL_FORMS": "2", "form-INITIAL_FORMS": "2", "form-0-point": "Cold meals"}
    )
    html = summary(form=EMPTY, forms=[PointForm({}, prefix="first")], formsets=[formset])

    assert linked(html)[-2:] == ["id_first-point", "id_form-1-point"]


def test_an_error_of_the_whole_form_has_no_link():
    form = PointForm({"point": "x"})
    form.add_error(None, "The two dates cross")

    assert "<li>The two dates cross</li>" in summary(form=form)


@pytest.mark.parametrize("form", [None, BLANK])
def test_nothing_wrong_means_no_summary(form):
    assert summary(form=form).strip() == ""


def test_what_was_typed_cannot_become_markup():
    form = ComplaintForm({"said": "</textarea><script>", "area": "<b>"})

    assert "<script>" not in str(form)
    assert "<b>" not in summary(form=form)


@pytest.mark.parametrize(
    "typed",
    [
        "4 9 2006",
        "4/9/2006",
        "04/09/2006",
        "4-9-2006",
        "4.9.2006",
        "2006-09-04",
        "4 September 2006",
        "4 Sep 2006",
        "4 9 06",
        " 4  9 2006 ",
    ],
)
def test_a_date_is_read_as_people_write_it(typed):
    assert forms.DateField().clean(typed) == date(2006, 9, 4)


@pytest.mark.parametrize("typed", ["31 2 2006", "9 2006", "tomorrow", "4 9", "2006"])
def test_what_is_not_a_date_is_refused(typed):
    with pytest.raises(forms.ValidationError):
        forms.DateField().clean(typed)


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        ("{{ on|day }}", "4 September 2006"),
        ("{{ on|short_day }}", "4 Sep 2006"),
        ("{{ none|day }}", ""),
        ("{{ 1484.14|pounds }}", "£1,484.14"),
        ("{{ 3|plural_days }}", "3 days"),
        ('{{ 1|plural_days:"working" }}', "1 working day"),
        ("{{ 3|late }}", "3 working days late"),
    ],
)
def test_dates_money_and_days_read_the_same_on_every_page(shown, expected):
    template = Template("{% load pages %}" + shown)

    assert template.render(Context({"on": date(2006, 9, 4)})) == expected


@pytest.mark.parametrize(
    ("days_late", "met_on", "words"),
    [(3, None, "3 working days late"), (0, date(2006, 9, 15), "done 15 Sep 2006")],
)
def test_a_due_date_says_in_words_how_it_stands(days_late, met_on, words):
    html = render_to_string(
        "components/due_date.html",
        {
            "due_on": date(2006, 9, 18),
            "met_on": met_on,
            "today": date(2006, 9, 21),
            "days_late": days_late,
            "reasons_url": "/why/",
        },
    )

    assert words in html
    assert "18 September 2006" in html
    assert Elements(html).one(tag="a")["href"] == "/why/"


@pytest.mark.parametrize("name", ["400", "403", "404", "500"])
def test_an_error_page_needs_nothing_but_itself(name):
    assert 'href="/"' in render_to_string(f"{name}.html")


# Where the cursor stands


class HowForm(forms.Form):
    token = forms.CharField(widget=forms.HiddenInput, initial="kept")
    urgent = forms.BooleanField(required=False)
    how = forms.ChoiceField(choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect)
    why = forms.CharField()


def test_the_cursor_stands_at_the_first_choice_where_that_is_asked_first():
    form = HowForm()
    focus_first(form)

    (focused,) = [found for found in Elements(form).found if "autofocus" in found]
    assert focused["id"] == "id_how_0"


def test_it_passes_what_is_answered_already():
    form = HowForm(initial={"how": "b"})
    focus_first(form)

    (focused,) = [found for found in Elements(form).found if "autofocus" in found]
    assert focused["id"] == "id_why"
