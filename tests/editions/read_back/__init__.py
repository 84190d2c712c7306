"""Files of a report read back: what a reader finds in each, beside what the document says."""
