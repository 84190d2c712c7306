"""A list of cases as a file: exactly those of the list, with its filter written in it.

``query`` puts the one statement together, ``csv_file`` and ``xlsx_file`` write its rows in constant
memory however many they are.
"""
