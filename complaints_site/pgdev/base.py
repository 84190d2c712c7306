"""Django's PostgreSQL backend, with the private server started at the first connection.

Not at import: ``manage.py check`` and the type checker need no server.
"""

from pathlib import Path

from django.db.backends.postgresql import base

from complaints_site import devdb


class DatabaseWrapper(base.DatabaseWrapper):
    def get_connection_params(self):
        host = devdb.start(Path(self.settings_dict["HOST"]))
        return super().get_connection_params() | {"host": str(host)}
