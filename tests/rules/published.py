"""The rules that Azure's documentation and answers give, by what decides them.

The catalogue has an entry for each; what is not checked in the declaration says who decides it instead.
"""

from collections.abc import Iterator, Mapping

DECLARATION = {
    "GAL": "1-5 7-10 13-18",
    "IMG": "1-12 14-22 24-25 29-30",
    "SEC": "1-6 11-16 20 22 26 28",
    "VER": "1-7 9-15 17 19-20",
    "SRC": "1-9 13 19-23 37-38",
    "REP": "1-9 12-16 19-24 27-28",
    "ENC": "1 3-7 9 12-17 23",
    "UEF": "1-8 10",
    "SAF": "1-4 6 10 12-13 15-16 20-21",
    "RBA": "1-10 12-13 16-20",
    "DIR": "3-10 13-17",
    "COM": "2-9 12-16",
    "XTN": "4",
    "MIM": "1 7-14 17-21 24-26 28",
    "DSK": "1 7-10",
    "VMC": "11-15 17",
    "ACP": "1-9",
    "APP": "1-7 9 12-13",
    "LNX": "2-4 6 20-26 28",
    "QTA": "1-3",
    "CHG": "9-10",
}
"""The declaration alone decides."""
FACT = {
    "SEC": "18",
    "ENC": "2",
    "MIM": "5 22-23",
    "DSK": "4",
    "LNX": "1 5 7-16 27",
}
"""A fact decides that the declaration may hold."""
REFERENCE = {
    "IMG": "13 23 27",
    "SEC": "7-10 17 19 21 23-24",
    "VER": "8",
    "SRC": "10-12 14-18 24-34 36 39",
    "REP": "11 17-18 26",
    "ENC": "8 10-11 18-22",
    "UEF": "9",
    "SAF": "5 14",
    "RBA": "11",
    "DIR": "1 12",
    "COM": "1",
    "XTN": "1-3 5-6",
    "MIM": "2-4 6 16 27",
    "DSK": "2-3 5-6 11-14 16",
    "VMC": "1-10 16 18",
    "APP": "8 10",
    "CHG": "1-8",
}
"""What is referred to decides, which may be declared beside it."""
AZURE = {
    "GAL": "6 11-12",
    "IMG": "26 28",
    "SEC": "25 27",
    "VER": "16 18",
    "SRC": "35",
    "REP": "10 25",
    "SAF": "11 17-19",
    "RBA": "14-15",
    "DIR": "2 11",
    "COM": "10-11 17",
    "XTN": "7",
    "MIM": "15",
    "DSK": "15",
    "APP": "11",
    "QTA": "4",
}
"""Azure alone decides."""


def codes(table: Mapping[str, str]) -> Iterator[str]:
    """The codes of a table, whose numbers are given as ranges."""
    for group, numbers in table.items():
        for each in numbers.split():
            first, _, last = each.partition("-")
            for number in range(int(first), int(last or first) + 1):
                yield f"{group}{number:03}"
