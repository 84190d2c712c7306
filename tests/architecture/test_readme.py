"""What the README says of the project is so."""

import re

from django.conf import settings
from django.core.management import get_commands

from complaints_site import demo_people

README = (settings.BASE_DIR / "README.md").read_text()


def test_the_list_of_folders_is_the_list_of_folders():
    said = set(re.findall(r"^([a-z_]+)/ ", README, re.MULTILINE))
    tracked = {path.parent.name for path in settings.BASE_DIR.glob("*/*") if path.is_file()}
    made_on_the_way = {"staticfiles", "build"}

    there = {name for name in tracked if name[0] not in "._"} - made_on_the_way
    # A folder of folders only has no file directly in it
    assert there <= said
    assert all((settings.BASE_DIR / name).is_dir() for name in said)


def test_the_log_ins_are_those_of_the_demonstration():
    said = re.findall(r"^\| `(\S+@\S+)` \|", README, re.MULTILINE)

    assert said == [demo_people.email_of(role) for role in demo_people.NAMES]
    assert f"`{demo_people.PASSWORD}`" in README


def test_every_command_it_names_is_there():
    makefile = (settings.BASE_DIR / "Makefile").read_text()

    for target in re.findall(r"`make ([a-z-]+)", README):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), target

    assert set(re.findall(r"manage\.py ([a-z_]+)", README)) <= set(get_commands())


def test_every_file_it_points_to_is_there():
    for path in re.findall(r"\]\(([^)#:]+)\)", README):
        assert (settings.BASE_DIR / path).exists(), path
