"""Importing a case log: the format is described in ``docs/case-log.md``.

A log is read (``sheets``, ``values``, ``columns``), gathered by reference (``records``), made into
rows (``case_rows`` and what it calls) and written in bulk (``write``), all in one action
(``action``). Every fault is kept (``faults``); with one, nothing is written.
"""
