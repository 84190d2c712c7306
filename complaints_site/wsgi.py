"""What gunicorn runs."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "complaints_site.settings")
try:
    application = get_wsgi_application()
except ImproperlyConfigured as error:
    sys.stderr.write(f"{error}\n")
    sys.exit(3)  # tells gunicorn not to try again
