"""Findings about a declaration, with their places in its files and with what was written there."""

from collections.abc import Iterable
from dataclasses import replace

from azure_image_gallery.config.declaration import LoadedDeclaration
from azure_image_gallery.config.namespace import INCLUDE
from azure_image_gallery.config.reading import Found
from azure_image_gallery.config.yaml_tree import meaning_of
from azure_image_gallery.rules.configuration import TEXT_EXPECTED, UNKNOWN_KEY
from azure_image_gallery.rules.rule import Finding
from azure_image_gallery.rules.shape import keys
from azure_image_gallery.rules.structure import meant, unknown
from azure_image_gallery.spec.declaration import Declaration


def locate(loaded: LoadedDeclaration, findings: Iterable[Finding]) -> list[Found]:
    """Each finding with its place, or with none where the files do not say what is in use.

    Where text was wanted and Pulumi read a number, the finding says what was written. The rules know nothing
    of `include`, which is a key of files alone: it is among those that are named here.
    """
    return [
        (_as_meant(_as_written(loaded, f)), loaded.places.find(f.path, on_key=f.on_key)) for f in findings
    ]


def _as_written(loaded: LoadedDeclaration, finding: Finding) -> Finding:
    if finding.rule is not TEXT_EXPECTED:
        return finding
    scalar = loaded.places.written(finding.path, on_key=finding.on_key)
    if scalar is None or isinstance(meaning_of(scalar), str):
        return finding
    message = finding.message
    if scalar.text not in message:
        message += f"; {scalar.text} is written"
    return replace(finding, message=message, fix=f'write "{scalar.text}" in quotes')


def _as_meant(finding: Finding) -> Finding:
    is_unknown = finding.rule is UNKNOWN_KEY and len(finding.path) == 1 and meant(finding.path) is None
    if not is_unknown:
        return finding
    return replace(finding, message=unknown(str(finding.path[0]), (*keys(Declaration), INCLUDE)))
