"""What is written in a paper, as the search finds it. Read from the file by the worker."""

from django.db import models

from cases.models import Case
from cases.models.searched import joins_search

from .document import Document


class DocumentText(models.Model):
    """Of a paper that is there. Made anew from the file whenever it is missing, so it is in no
    trail; ``text`` is empty where nothing can be read, and while it is being read."""

    document = models.OneToOneField(Document, models.PROTECT, related_name="text_read")
    case = models.ForeignKey(Case, models.PROTECT, related_name="+")
    text = models.TextField(blank=True)

    class Meta:
        triggers = [joins_search("documents_documenttext", "text", names_people=True)]

    def __str__(self) -> str:
        return f"Text of document {self.document_id}"
