"""Rules about versions that something else makes: nothing but their number is said of them."""

from collections.abc import Iterator

from azure_image_gallery.rules.facts import Check, Facts
from azure_image_gallery.rules.grammar import MEANINGLESS
from azure_image_gallery.rules.rule import Finding
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.model import azure_name
from azure_image_gallery.spec.resolved import Resolved, ResolvedVersion

_EXTERNAL = "external"


def external(subject: Resolved, _: Facts) -> Iterator[Finding]:
    """Every external version."""
    for version in subject.external_versions:
        yield from _nothing_else(version)


def _nothing_else(version: ResolvedVersion) -> Iterator[Finding]:
    definition = version.definition
    all_of_them = definition is not None and definition.spec.external_versions is True
    if all_of_them and version.spec.external is False and _EXTERNAL in version.spec.model_fields_set:
        message = f"false is given, and all versions of {show(version.definition_key)} are external"
        yield Finding(MEANINGLESS, (*version.path, _EXTERNAL), message)
    why = f"all versions of {show(version.definition_key)} are" if all_of_them else "the version is"
    for field in type(version.spec).model_fields:
        if field != _EXTERNAL and field in version.spec.model_fields_set:
            key = azure_name(field)
            message = f"{show(key)} has no effect: {why} external, made by something else"
            yield Finding(MEANINGLESS, (*version.path, key), message, on_key=True)


CHECKS = (Check(Resolved, external),)
