"""How values are spoken of in messages: shown, named by their kind, and compared with what is near.

Nothing here trusts a value: it may be of any size and any type, and none is printed beyond a line's worth.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from difflib import SequenceMatcher, get_close_matches
from types import NoneType

from azure_image_gallery.spec.unknown import Unknown

_SHOWN = 80
_COMPARED = 64
_LISTED = 20
_NAMES_COMPARED = 10_000
_BITS_SHOWN = 256
_KINDS: tuple[tuple[type, str], ...] = (
    (NoneType, "nothing"),
    (Unknown, "a value that is not known yet"),
    (Mapping, "a map"),
    (Sequence, "a list"),
)


def show(value: object) -> str:
    """A value as it was given: text in quotes, `true`, `83`; shortened where it is long."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return "a very large number" if _is_huge(value) else str(int(value))
    if isinstance(value, float):
        return repr(float(value))
    if isinstance(value, str):
        return f"'{value if len(value) <= _SHOWN else value[: _SHOWN - 1] + '…'}'"
    return given(value)


def given(value: object) -> str:
    """A value and its kind: `the number 83`, `the text 'yes'`, `a list`."""
    if isinstance(value, str):
        return f"the text {show(value)}"
    if isinstance(value, bool):
        return show(value)
    if isinstance(value, int | float):
        return show(value) if _is_huge(value) else f"the number {show(value)}"
    if isinstance(value, date):
        return f"the date {value.isoformat()}"
    return next(
        (words for kind, words in _KINDS if isinstance(value, kind)),
        f"a value of the type {type(value).__name__}",
    )


def _is_huge(value: float) -> bool:
    return isinstance(value, int) and value.bit_length() > _BITS_SHOWN


def listed(values: Iterable[str]) -> str:
    """`A, B or C`; the first twenty where there are more."""
    names = [show(value).strip("'") for value in values]
    if not names:
        return "none"
    if len(names) > _LISTED:
        return ", ".join(names[:_LISTED]) + f" and {len(names) - _LISTED} more"
    return " or ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def nearest(wanted: str, names: Iterable[str]) -> str | None:
    """The name that looks most like the one wanted, without regard to case; `None` where none does."""
    if len(wanted) > _COMPARED:
        return None
    folded = {name.casefold(): name for name in names if len(name) <= _COMPARED}
    close = get_close_matches(wanted.casefold(), list(folded), n=1)
    return folded[close[0]] if close else None


def by_nearness(wanted: str, names: Iterable[str]) -> list[str]:
    """The names, those that look most like the one wanted first; in their order where it is too long to compare."""
    every = list(names)
    if len(wanted) > _COMPARED:
        return every
    matcher = SequenceMatcher(b=wanted.casefold())
    return sorted(every, key=lambda name: -_likeness(matcher, name))


def _likeness(matcher: "SequenceMatcher[str]", name: str) -> float:
    matcher.set_seq1(name.casefold())
    return matcher.ratio()


def hint(wanted: str, names: Collection[str]) -> str:
    """What to say after a name that is not there: the nearest, else those there are."""
    near = nearest(wanted, names) if len(names) <= _NAMES_COMPARED else None
    if near is not None:
        return f"did you mean {show(near)}?"
    return f"there is {listed(sorted(names))}"
