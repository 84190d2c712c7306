"""The settings the figures are taken under: a laptop's database, and otherwise as in production.

Production refuses the embedded database, so the pages' settings are set here one by one.
"""

import os
import tempfile
from pathlib import Path

os.environ["DEBUG"] = "1"
from complaints_site.settings import *  # noqa: F403
from complaints_site.settings import BASE_DIR, DATABASES, STORAGES, TEMPLATES

DEBUG = DEMONSTRATION = False
ROOT_URLCONF = "bench.urls"
ALLOWED_HOSTS = ["localhost"]
TEMPLATES[0]["DIRS"].append(BASE_DIR / "bench" / "templates")

# Connections are kept and looked at before each request, as in production
DATABASES["default"] |= {"CONN_MAX_AGE": 600, "CONN_HEALTH_CHECKS": True}
if name := os.environ.get("BENCH_DATABASE"):
    DATABASES["default"]["NAME"] = name

# Files under hashed names, collected once
STATIC_ROOT = Path(tempfile.gettempdir()) / f"complaints-bench-static-{os.getuid()}"
STORAGES["staticfiles"] = {
    "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage",
}
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False  # no proxy stands before it
