"""While a file comes in: what is too large is dropped on the way, and the rest of the form goes on.

Django would write all of it to the disc first. The page then says which file it was.
"""

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, SkipFile
from django.http import HttpRequest

from documents.names import plain_name


class DropsTooLarge(FileUploadHandler):
    """Stands first among the handlers, and keeps nothing itself."""

    def new_file(self, *args, **kwargs):
        super().new_file(*args, **kwargs)
        self.came = 0

    def receive_data_chunk(self, raw_data, start):
        self.came += len(raw_data)
        if self.came > most_bytes():
            dropped(self.request).append(plain_name(self.file_name))
            raise SkipFile
        return raw_data

    def file_complete(self, file_size):
        return None


def most_bytes() -> int:
    return settings.DOCUMENT_MAX_MEGABYTES * 1024**2


def dropped(request: HttpRequest) -> list[str]:
    """The names of the files of a request that were too large."""
    if not hasattr(request, "dropped_files"):
        request.dropped_files = []
    return request.dropped_files
