"""Scalars by Pulumi's rules. What stands here was seen from Pulumi's own reader."""

import pytest

from azure_image_gallery.config.go_scalars import Moment, json_number, json_text, key_text, resolve


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *(
            (text, text)
            for text in ("on", "off", "yes", "No", "y", "n", "12:30", "1:2:3", "tRue", "nULL", "a", "-")
        ),
        *((text, None) for text in ("", "~", "null", "Null", "NULL")),
        *((text, True) for text in ("true", "True", "TRUE")),
        *((text, False) for text in ("false", "False", "FALSE")),
        ("0123", 83),
        ("-0123", -83),
        ("0o17", 15),
        ("0O17", 15),
        ("0x1F", 31),
        ("0X1f", 31),
        ("-0x1F", -31),
        ("0b101", 5),
        ("+0b11", 3),
        ("0b2", "0b2"),
        ("0x", "0x"),
        ("1_000", 1000),
        ("1_", 1),
        ("_1", "_1"),
        ("089", 89.0),
        ("1.10", 1.1),
        ("1.", 1.0),
        (".5", 0.5),
        (".1_0", 0.1),
        ("._1", "._1"),
        ("1_0.5", 10.5),
        ("1e3", 1000.0),
        ("1e1_0", 1e10),
        ("1e400", "1e400"),
        ("1e-400", 0.0),
        ("9223372036854775807", 2**63 - 1),
        ("18446744073709551615", 2**64 - 1),
        ("18446744073709551616", 2.0**64),
        ("-9223372036854775809", -(2.0**63)),
        (".inf", float("inf")),
        ("-.INF", float("-inf")),
        ("24_04-lts", "24_04-lts"),
        ("1.0.0", "1.0.0"),
    ],
)
def test_a_plain_scalar_means_what_it_means_to_yaml_v3(text: str, value: object) -> None:
    resolved = resolve(text)
    assert (type(resolved), resolved) == (type(value), value)


@pytest.mark.parametrize(
    ("text", "printed", "iso"),
    [
        ("2028-04-30", "2028-04-30 00:00:00 +0000 UTC", "2028-04-30T00:00:00Z"),
        ("2028-4-3", "2028-04-03 00:00:00 +0000 UTC", "2028-04-03T00:00:00Z"),
        ("2028-02-29", "2028-02-29 00:00:00 +0000 UTC", "2028-02-29T00:00:00Z"),
        ("0000-01-01", "0000-01-01 00:00:00 +0000 UTC", "0000-01-01T00:00:00Z"),
        ("2001-12-14 21:59:43.10", "2001-12-14 21:59:43.1 +0000 UTC", "2001-12-14T21:59:43.1Z"),
        ("2001-12-14 1:2:3,5", "2001-12-14 01:02:03.5 +0000 UTC", "2001-12-14T01:02:03.5Z"),
        ("2028-04-30t10:20:30-00:00", "2028-04-30 10:20:30 +0000 UTC", "2028-04-30T10:20:30Z"),
        ("2028-04-30T10:20:30+02:00", "2028-04-30 10:20:30 +0200 +0200", "2028-04-30T10:20:30+02:00"),
        ("2028-04-30T10:20:30+02:60", "2028-04-30 10:20:30 +0300 +0300", "2028-04-30T10:20:30+03:00"),
    ],
)
def test_a_date_becomes_what_go_prints(text: str, printed: str, iso: str) -> None:
    assert resolve(text) == Moment(printed, iso)


@pytest.mark.parametrize(
    "text",
    [
        "2027-02-29",
        "2028-13-01",
        "2028-04-30T24:00:00Z",
        "2028-04-30T10:20:60Z",
        "2028-04-30T10:20:30",
        "2028-04-30 10:20:30Z",
        "2028-04-30T10:20:30z",
        "2028-04-30T10:20:30+25:00",
        "28-04-30",
    ],
)
def test_what_is_no_date_to_go_stays_text(text: str) -> None:
    assert resolve(text) == text


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("1.10", "1.1"),
        ("20.04", "20.04"),
        ("1.0", "1"),
        ("1e6", "1e+06"),
        ("123456.0", "123456"),
        ("1234567.0", "1.234567e+06"),
        ("1e-5", "1e-05"),
        ("0.0001", "0.0001"),
        ("-0.0", "0"),
        ("0x1F", "31"),
        ("True", "true"),
        ("~", "<nil>"),
        (".inf", "+Inf"),
        (".nan", "NaN"),
        ("2028-04-30", "2028-04-30 00:00:00 +0000 UTC"),
    ],
)
def test_a_key_becomes_text_as_go_prints_it(text: str, key: str) -> None:
    assert key_text(resolve(text)) == key


@pytest.mark.parametrize(
    ("number", "seen", "text"),
    [
        (1000.0, 1000, "1000"),
        (1.1, 1.1, "1.1"),
        (-0.0, 0, "0"),
        (1e20, 10**20, "100000000000000000000"),
        (1e21, 1e21, "1e+21"),
        (1e-7, 1e-7, "1e-7"),
        (0.000001, 1e-6, "0.000001"),
        (2**64 - 1, 18446744073709552000, "18446744073709551615"),
        (2**63 - 1, 2**63 - 1, "9223372036854775807"),
    ],
)
def test_a_number_travels_through_json(number: float, seen: float, text: str) -> None:
    assert (type(json_number(number)), json_number(number)) == (type(seen), seen)
    assert json_text(number) == text
