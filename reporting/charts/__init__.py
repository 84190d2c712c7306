"""Pictures of tables, as SVG that says in words what it shows: no script, no style sheet.

One picture serves a page, a file and a printed report. Widths are percentages, so that it fits a
telephone with its words as large as ever; what tells two things apart is never colour alone.
"""
