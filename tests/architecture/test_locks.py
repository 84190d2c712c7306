"""The locked dependencies install the same files everywhere, from whatever index is at hand."""

import re

import pytest
from django.conf import settings

LOCKS = ["requirements.txt", "requirements-dev.txt"]


@pytest.mark.parametrize("lock", LOCKS)
def test_every_dependency_is_pinned_with_hashes(lock):
    requirements = re.split(r"\n(?=\S)", _text(lock).strip())

    assert len(requirements) > 10
    for requirement in requirements:
        assert re.match(r"[a-z0-9-]+(\[[a-z]+\])?==[\w.]+ ", requirement), requirement
        assert "--hash=sha256:" in requirement, requirement


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_index_and_no_folder(lock):
    assert re.findall(r"https?://|file:|--index|--extra-index|--find-links", _text(lock)) == []


@pytest.mark.parametrize("name", ["requirements", "requirements-dev"])
def test_what_is_wanted_is_what_is_locked(name):
    assert set(_wanted(f"{name}.in")) <= set(re.findall(r"^[a-z0-9-]+", _text(f"{name}.txt"), re.M))


@pytest.mark.parametrize("name", ["requirements.in", "requirements-dev.in"])
def test_every_dependency_has_its_reason_in_the_documentation(name):
    reasons = re.findall(r"^\| ([a-z0-9-]+) \|", _text("docs/dependencies.md"), re.M)

    assert set(_wanted(name)) <= set(reasons)


def _wanted(name: str) -> list[str]:
    return re.findall(r"^[a-z][a-z0-9-]*", _text(name), re.M)


def _text(name: str) -> str:
    return (settings.BASE_DIR / name).read_text()
