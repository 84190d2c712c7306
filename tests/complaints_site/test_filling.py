"""Putting answers into a page that is drawn: the right boxes, and not a letter more."""

import pytest

from complaints_site.filling import fill


def filled(form: str, *typed, path="/a/") -> str:
    return fill(f'<p>é &amp; \u2028</p>\n<form method="post">{form}</form>', path, typed, str)


@pytest.mark.parametrize(
    ("box", "typed", "expected"),
    [
        ('<input name="a">', ("a", 'x "y" <z>'), 'value="x &quot;y&quot; &lt;z&gt;"'),
        ('<input type="text" name="a" value="old">', ("a", "new"), 'value="new"'),
        ('<input type="hidden" name="seen" value="9">', ("seen", "7"), 'value="7"'),
        (
            '<textarea name="a">\nold</textarea>',
            ("a", "1\n</textarea>"),
            ">\n1\n&lt;/textarea&gt;<",
        ),
        ('<input type="checkbox" name="a" value="1">', ("a", "1"), " checked>"),
        ('<input type="radio" name="a" value="é">', ("a", "é"), 'value="é" checked>'),
        ("<select name='a'><option value='1'>One</option></select>", ("a", "1"), " selected>"),
    ],
)
def test_an_answer_goes_into_its_box(box, typed, expected):
    assert expected in filled(box, typed)


@pytest.mark.parametrize(
    "box",
    [
        '<input type="password" name="a">',
        '<input type="file" name="a">',
        '<button name="a" value="">Look</button>',
        '<input type="hidden" name="csrfmiddlewaretoken" value="fresh">',
    ],
)
def test_what_is_no_box_for_an_answer_is_left_alone(box):
    page = filled(box, ("a", "new"), ("csrfmiddlewaretoken", "old"))

    assert box in page


def test_what_was_not_ticked_is_not_ticked_and_what_was_not_chosen_is_not_chosen():
    page = filled(
        '<input type="checkbox" name="a" value="1" checked>'
        '<select name="b"><option value="1" selected>One</option><option value="2">Two</option>'
        "</select>",
        ("b", "2"),
    )

    assert '<input type="checkbox" name="a" value="1">' in page
    assert '<option value="1">' in page
    assert '<option value="2" selected>' in page


def test_several_boxes_of_one_name_get_their_own_answers():
    page = filled('<input name="a"><input name="a">', ("a", "one"), ("a", "two"))

    assert '<input name="a" value="one"><input name="a" value="two">' in page


def test_an_answer_without_a_box_is_given_to_the_notice():
    left = []

    def notice(found):
        left.extend(found)
        return "<p>Back</p>"

    page = fill(
        '<form method="post"><input name="a"></form>', "/", [("a", "1"), ("b", "2")], notice
    )

    assert left == [("b", "2")]
    assert page.startswith('<p>Back</p><form method="post">')


@pytest.mark.parametrize(
    "form",
    [
        '<form method="get"><input name="a"></form>',
        '<form><input name="a"></form>',
        '<form method="post" action="/sign-out/"><input name="a"></form>',
        '<input name="a">',
    ],
)
def test_another_form_is_left_alone(form):
    assert fill(form, "/a/", [("a", "1")], str) == form


def test_all_else_of_the_page_stays_letter_by_letter():
    page = filled("<input name=\"a\">\n<b title='x'>A &lt; B</b>", ("a", "1"))

    assert page.startswith("<p>é &amp; \u2028</p>\n[]<form")
    assert page.endswith("\n<b title='x'>A &lt; B</b></form>")
