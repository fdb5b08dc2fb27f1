"""Configuration values as Pulumi hands them to a program: text, an object's JSON text included."""

import json
from math import isfinite
from typing import cast

from azure_image_gallery.config.go_scalars import Moment, json_text
from azure_image_gallery.config.yaml_nodes import Node, Scalar
from azure_image_gallery.config.yaml_tree import YamlTree, meaning_of
from azure_image_gallery.spec.path import Path


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


def value_under_config(tree: YamlTree, node: Node, path: Path, *, iso_dates: bool) -> object:
    """What the program receives for an entry right under `config:`, where every scalar becomes text."""
    if isinstance(node, Scalar):
        return parse_value(_text_of(node, iso_dates=iso_dates))
    return tree.value(node, path, iso_dates=iso_dates)


def _text_of(node: Scalar, *, iso_dates: bool) -> str:
    meaning = meaning_of(node)
    if meaning is None:
        return ""
    if isinstance(meaning, bool):
        return "true" if meaning else "false"
    if isinstance(meaning, int | float):
        return json_text(meaning) if isfinite(meaning) else node.text
    if isinstance(meaning, Moment):
        return meaning.iso if iso_dates else meaning.text
    return meaning
