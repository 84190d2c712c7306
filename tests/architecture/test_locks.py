"""The locked dependencies install the same files everywhere, from whatever index is at hand."""

import re

import pytest
from django.conf import settings

LOCKS = ["requirements.txt", "requirements-dev.txt"]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_dependency_is_pinned_with_hashes(lock):
    text = (settings.BASE_DIR / lock).read_text()
    requirements = re.findall(r"^[a-z].*(?:\\\n.*)*", text, re.MULTILINE)

    assert len(requirements) > 10
    for requirement in requirements:
        assert re.match(r"[a-z0-9.-]+(\[[a-z]+\])?==\S+ ", requirement), requirement
        assert "--hash=sha256:" in requirement, requirement


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_index_and_no_folder(lock):
    text = (settings.BASE_DIR / lock).read_text()

    assert re.findall(r"https?://|file:|--index|--extra-index|--find-links", text) == []


def test_what_is_wanted_is_what_is_locked():
    for name in "requirements", "requirements-dev":
        wanted = re.findall(r"^[a-z0-9-]+", _text(f"{name}.in"), re.MULTILINE)
        locked = re.findall(r"^[a-z0-9.-]+", _text(f"{name}.txt"), re.MULTILINE)

        assert set(wanted) <= set(locked)


def test_every_dependency_has_its_reason_in_the_documentation():
    reasons = _text("docs/dependencies.md")

    for name in "requirements.in", "requirements-dev.in":
        for wanted in re.findall(r"^[a-z0-9-]+", _text(name), re.MULTILINE):
            assert f"| {wanted} |" in reasons, f"docs/dependencies.md says nothing of {wanted}"


def _text(name: str) -> str:
    return (settings.BASE_DIR / name).read_text()
