"""Configuration values as Pulumi hands them to a program: text, an object's JSON text included."""

import json
from typing import cast


def parse_value(text: str) -> object:
    """What a configuration value holds: the object whose JSON text it is, else the text itself.

    As `pulumi.Config.get_object`, except that text which is no object stays text: `get_object` would refuse
    `westeurope`, and make a number of a name like `2404`.
    """
    if not text.lstrip().startswith(("{", "[")):
        return text
    try:
        return cast("object", json.loads(text))
    except (ValueError, RecursionError):
        return text
