"""What import-linter cannot see: relations named in strings, and who answers for a change."""

import importlib
import inspect
import pkgutil
from importlib.util import find_spec

import pytest
from django.apps import apps
from django.conf import settings


def relations():
    for app in settings.OUR_APPS:
        for model in apps.get_app_config(app).get_models():
            for field in model._meta.get_fields():
                if field.is_relation and not field.auto_created and field.related_model:
                    yield pytest.param(app, field.related_model, id=f"{app}.{field}")


def actions():
    for app in settings.OUR_APPS:
        if find_spec(f"{app}.actions") is None:
            continue
        package = importlib.import_module(f"{app}.actions")
        inside = pkgutil.iter_modules(getattr(package, "__path__", []), f"{package.__name__}.")
        for name in [package.__name__, *(module.name for module in inside)]:
            for function in vars(importlib.import_module(name)).values():
                if _is_public_function(function, name):
                    yield pytest.param(function, id=f"{name}.{function.__name__}")


def _is_public_function(thing, module: str) -> bool:
    here = inspect.isfunction(thing) and thing.__module__ == module
    return here and not thing.__name__.startswith("_")


@pytest.mark.parametrize(("app", "related"), list(relations()))
def test_a_relation_points_to_an_app_below_or_to_its_own(app, related):
    other = related._meta.app_label
    if other in settings.OUR_APPS:
        assert settings.OUR_APPS.index(other) <= settings.OUR_APPS.index(app)


@pytest.mark.parametrize("function", list(actions()))
def test_every_action_is_one_transaction_by_somebody(function):
    assert getattr(function, "is_action", False), "decorate it with accounts.trail.action"
    assert inspect.signature(function).parameters["by"].kind is inspect.Parameter.KEYWORD_ONLY
