"""What a plain scalar of a stack file means to Pulumi.

Pulumi reads stack files with Go's yaml.v3, which is neither YAML 1.1 (PyYAML) nor 1.2: `on` and `12:30` are
text, `0123` is octal, `1_000` a number, an unquoted date a time. Values then travel to the program as JSON,
where a whole number is a whole number however it was written. This module states those rules and nothing
else; `tests/config/test_one_reading.py` holds them against the engine itself.

Sources: gopkg.in/yaml.v3 v3.0.1 resolve.go; github.com/pulumi/pulumi/sdk/v3 v3.259.0
go/common/resource/config/object.go; Go's strconv, time and encoding/json.
"""

import calendar
import re
from dataclasses import dataclass
from decimal import Decimal
from math import isnan
from typing import Final, TypeAlias


@dataclass(frozen=True, slots=True)
class Moment:
    """A date or a time, in the two forms in which Pulumi hands it on."""

    text: str
    """As Go prints it, which is what a program receives: `2028-04-30 00:00:00 +0000 UTC`."""
    iso: str
    """As JSON has it, which is what a default in Pulumi.yaml becomes: `2028-04-30T00:00:00Z`."""


Resolved: TypeAlias = str | bool | int | float | Moment | None

_WORDS: Final[dict[str, Resolved]] = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys((".nan", ".NaN", ".NAN"), float("nan")),
    **dict.fromkeys((".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"), float("inf")),
    **dict.fromkeys(("-.inf", "-.Inf", "-.INF"), float("-inf")),
}
_BASES = {"x": 16, "o": 8, "b": 2}
_PREFIXED = re.compile(r"([+-]?)0([xobXOB])([0-9A-Fa-f]+)")
_DECIMAL = re.compile(r"[+-]?(?:0|[1-9][0-9]*)")
_OCTAL = re.compile(r"([+-]?)0([0-7]+)")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
# Behind a leading dot Go's own grammar of numbers applies, in which an underscore stands between two digits.
_POINT = re.compile(r"\.[0-9](?:_?[0-9])*(?:[eE][-+]?[0-9](?:_?[0-9])*)?")
_DATE = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_TIME = re.compile(
    r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:([Tt])|[ ])"
    r"([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:[.,]([0-9]+))?(Z|[+-][0-9]{2}:[0-9]{2})?",
)
_INT64 = range(-(2**63), 2**63)
_UINT64_END = 2**64
_NANOSECONDS = 9
_MONTHS, _HOURS, _SIXTY = 12, 24, 60
# Beyond these Go's JSON writes an exponent.
_JSON_SMALL, _JSON_LARGE = 1e-6, 1e21
# Beyond these Go's `%v` does.
_V_SMALL, _V_LARGE = -4, 6


def resolve(text: str) -> Resolved:
    """The value of a plain scalar, as yaml.v3 resolves it."""
    if text in _WORDS:
        return _WORDS[text]
    if text[0] == ".":
        return _float(text.replace("_", "")) if _POINT.fullmatch(text) else text
    if text[0] not in "+-0123456789":
        return text
    moment = _moment(text)
    if moment is not None:
        return moment
    plain = text.replace("_", "")
    number = _integer(plain)
    if number is not None:
        return number
    return _float(plain, text) if _FLOAT.fullmatch(plain) else text


def json_number(value: float) -> int | float:
    """A number as the program sees it, once Pulumi has carried it through JSON."""
    if isinstance(value, int) and value in _INT64:
        return value
    number = float(value)
    if number == 0:
        return 0
    return int(Decimal(repr(number))) if number.is_integer() and abs(number) < _JSON_LARGE else number


def json_text(value: float) -> str:
    """A number as text: what Pulumi makes of one that stands right under a configuration key."""
    if isinstance(value, int):
        return str(value)
    if not value:  # a negative zero loses its sign on the way
        return "0"
    if _JSON_SMALL <= abs(value) < _JSON_LARGE:
        return _without_exponent(value)
    mantissa, exponent = _scientific(value)
    return f"{mantissa}e{exponent:+d}"


def key_text(value: Resolved) -> str:
    """A key as text: Go's `%v` of what the key was resolved to."""
    if value is None:
        return "<nil>"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _go_float(value)
    return value.text if isinstance(value, Moment) else str(value)


def _integer(plain: str) -> int | None:
    prefixed = _PREFIXED.fullmatch(plain)
    octal = _OCTAL.fullmatch(plain)
    if prefixed:
        sign, letter, digits = prefixed.groups()
        base = _BASES[letter.lower()]
    elif octal:
        (sign, digits), base = octal.groups(), 8
    elif _DECIMAL.fullmatch(plain):
        sign, digits, base = plain[: plain[0] in "+-"], plain.lstrip("+-"), 10
    else:
        return None
    try:
        magnitude = int(digits, base)
    except ValueError:
        return None
    value = -magnitude if sign == "-" else magnitude
    unsigned = sign == "" and value < _UINT64_END
    return value if value in _INT64 or unsigned else None


def _float(plain: str, text: str | None = None) -> float | str:
    """The number, or the text where no 64 bits hold it."""
    number = float(plain)
    return (text or plain) if number in (float("inf"), float("-inf")) else number


def _moment(text: str) -> Moment | None:
    day_only = _DATE.fullmatch(text)
    if day_only:
        return _written_moment(*day_only.groups())
    match = _TIME.fullmatch(text)
    if not match:
        return None
    year, month, day, letter, hour, minute, second, fraction, zone = match.groups()
    if bool(letter) != bool(zone):  # a letter asks for a zone, a space forbids one
        return None
    if int(hour) >= _HOURS or int(minute) >= _SIXTY or int(second) >= _SIXTY:
        return None
    clock = f"{int(hour):02}:{int(minute):02}:{int(second):02}"
    digits = (fraction or "")[:_NANOSECONDS].rstrip("0")
    return _written_moment(year, month, day, f"{clock}.{digits}" if digits else clock, zone or "Z")


def _written_moment(
    year: str, month: str, day: str, clock: str = "00:00:00", zone: str = "Z"
) -> Moment | None:
    if not 1 <= int(month) <= _MONTHS:
        return None
    # The calendar repeats every 400 years; Go knows a year 0, Python does not.
    last = calendar.monthrange(int(year) % 400 + 400, int(month))[1]
    if not 1 <= int(day) <= last:
        return None
    hours, minutes = (0, 0) if zone == "Z" else (int(zone[1:3]), int(zone[4:]))
    if hours > _HOURS or minutes > _SIXTY:
        return None
    date = f"{year}-{int(month):02}-{int(day):02}"
    if not hours and not minutes:
        return Moment(f"{date} {clock} +0000 UTC", f"{date}T{clock}Z")
    hours, minutes = divmod(hours * _SIXTY + minutes, _SIXTY)  # Go takes 02:60 for 03:00
    offset, colon = f"{zone[0]}{hours:02}{minutes:02}", f"{zone[0]}{hours:02}:{minutes:02}"
    return Moment(f"{date} {clock} {offset} {offset}", f"{date}T{clock}{colon}")


def _go_float(value: float) -> str:
    if isnan(value):
        return "NaN"
    if value in (float("inf"), float("-inf")):
        return "+Inf" if value > 0 else "-Inf"
    if not value:  # a negative zero loses its sign on the way
        return "0"
    mantissa, exponent = _scientific(value)
    if _V_SMALL <= exponent < _V_LARGE:
        return _without_exponent(value)
    return f"{mantissa}e{exponent:+03d}"


def _without_exponent(value: float) -> str:
    text = format(Decimal(repr(value)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _scientific(value: float) -> tuple[str, int]:
    sign, digits, _ = Decimal(repr(value)).normalize().as_tuple()
    numerals = "".join(map(str, digits))
    mantissa = numerals[0] + ("." + numerals[1:] if len(numerals) > 1 else "")
    return ("-" if sign else "") + mantissa, Decimal(repr(value)).adjusted()
