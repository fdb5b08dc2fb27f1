"""Rules about UEFI keys: which definitions take them, and which keys there have to be."""

import base64
import binascii
from collections.abc import Iterator, Sequence
from functools import partial

from azure_image_gallery.azure.regions import lacks_custom_uefi
from azure_image_gallery.rules.facts import Check, Facts, text
from azure_image_gallery.rules.rule import Evidence, Finding, Rule, Severity
from azure_image_gallery.rules.words import show
from azure_image_gallery.spec.enums import SecurityType, SignatureTemplate, UefiKeyType
from azure_image_gallery.spec.path import Path
from azure_image_gallery.spec.resolved import ResolvedVersion
from azure_image_gallery.spec.uefi import UefiKey, UefiSettings

_rule = partial(
    Rule,
    docs="https://learn.microsoft.com/azure/virtual-machines/trusted-launch-secure-boot-custom-uefi",
    evidence=Evidence.DOCUMENTATION,
)

DEFINITION = _rule(
    code="UEF001",
    title="keys of one's own are for a definition that supports Trusted Launch",
    why="Keys of one's own are part of Secure Boot, which a machine may be made with from such an image alone.",
    fix="set the definition's securityType to TrustedLaunchSupported, or leave uefiSettings out",
)
TEMPLATES = _rule(
    code="UEF002",
    title="a template of signatures is what UEFI settings begin with",
    why="The keys that are given are added to a template's, or stand alone with NoSignatureTemplate.",
    fix="give signatureTemplateNames: [MicrosoftUefiCertificateAuthorityTemplate], or [NoSignatureTemplate]",
)
ALONE = _rule(
    code="UEF003",
    title="`NoSignatureTemplate` stands alone",
    why="It means that only one's own keys are trusted, and any other template brings keys with it.",
    fix="keep NoSignatureTemplate, or the other templates",
    evidence=Evidence.INFERENCE,
    severity=Severity.WARNING,
)
OWN_KEYS = _rule(
    code="UEF004",
    title="with NoSignatureTemplate, pk, kek and db are given",
    why="Without a template there are no keys but those given, and a machine needs all three to boot.",
    fix="add what is missing under additionalSignatures",
)
NO_KEYS = _rule(
    code="UEF005",
    title="additionalSignatures has at least one of pk, kek, db and dbx",
    why="Without one of them nothing is added.",
    fix="add a key, or leave additionalSignatures out",
)
KEY = _rule(
    code="UEF006",
    title="a UEFI key is a certificate, or a digest of 32 bytes, in base64",
    why="The firmware reads them in these two forms.",
    fix="give type x509 or sha256, and under value the base64 of each certificate or digest",
)
DIGEST = _rule(
    code="UEF007",
    title="digests are for dbx, and the other keys are certificates",
    why="Azure's page shows sha256 for what is revoked, and nowhere else.",
    fix="give certificates with type x509",
    evidence=Evidence.INFERENCE,
    severity=Severity.WARNING,
)
REGION = _rule(
    code="UEF008",
    title="an image with UEFI keys is kept in regions that take them",
    why="Some regions of the public cloud, China and the US Government have no keys of one's own. A warning, for "
    "the list gets shorter.",
    fix="leave the region or the uefiSettings out",
    severity=Severity.WARNING,
)
RULES = (DEFINITION, ALONE, OWN_KEYS, NO_KEYS, DIGEST, REGION)
"""Without the two about closed sets of values too, which `enumerated` has."""

_SUPPORTED = (
    SecurityType.TRUSTED_LAUNCH_SUPPORTED,
    SecurityType.TRUSTED_LAUNCH_AND_CONFIDENTIAL_VM_SUPPORTED,
)
_REQUIRED = ("pk", "kek", "db")
_DIGEST_BYTES = 32


def settings(subject: ResolvedVersion, facts: Facts) -> Iterator[Finding]:
    """Everything about a version's UEFI settings."""
    profile = subject.spec.security_profile
    spec = profile.uefi_settings if profile else None
    if spec is None:
        return
    path = (*subject.path, "securityProfile", "uefiSettings")
    security: object = subject.definition.spec.security_type if subject.definition else None
    if isinstance(security, SecurityType) and security not in _SUPPORTED:
        yield Finding(
            DEFINITION, path, f"the definition is {security}, {_SUPPORTED[0]} is wanted", on_key=True
        )
    yield from _templates(spec, path, facts)
    yield from _signatures(spec, path, facts)
    for region in facts.regions(subject) or ():
        if lacks_custom_uefi(region.name):
            message = f"{show(region.name)} takes no UEFI keys of an image's own"
            at_location = region.path[-1] == "location"
            yield Finding(REGION, region.path if at_location else (*region.path, "name"), message)


def _templates(spec: UefiSettings, path: Path, facts: Facts) -> Iterator[Finding]:
    where = (*path, "signatureTemplateNames")
    if not facts.is_whole(*where):
        return
    names = spec.signature_template_names
    if not names:
        at = path if names is None else where
        yield Finding(TEMPLATES, at, "no signatureTemplateNames are given, at least one is wanted")
    elif SignatureTemplate.NONE in names and len(set(names)) > 1:
        message = f"{SignatureTemplate.NONE} is given beside other templates"
        yield Finding(ALONE, where, message)


def _signatures(spec: UefiSettings, path: Path, facts: Facts) -> Iterator[Finding]:
    where = (*path, "additionalSignatures")
    if not facts.is_whole(*path):
        return
    added = spec.additional_signatures
    keys = {} if added is None else {"pk": added.pk and [added.pk], "kek": added.kek, "db": added.db}
    missing = [name for name in _REQUIRED if not keys.get(name)]
    if SignatureTemplate.NONE in (spec.signature_template_names or ()) and missing:
        message = f"{SignatureTemplate.NONE} is given, and no {', '.join(missing)}"
        yield Finding(OWN_KEYS, where if added else path, message)
    elif added is not None and not any((*keys.values(), added.dbx)):
        yield Finding(NO_KEYS, where, "none of pk, kek, db and dbx is given")
    if added is not None:
        every: dict[str, Sequence[UefiKey] | None] = {**keys, "dbx": added.dbx}
        for name, given in every.items():
            for at, key in enumerate(given or ()):
                yield from _key(key, name, (*where, name) if name == "pk" else (*where, name, at))


def _key(key: UefiKey, name: str, path: Path) -> Iterator[Finding]:
    kind: object = key.type
    if not key.value:
        yield Finding(KEY, (*path, "value"), "no value is given, at least one is wanted")
    for at, value in enumerate(key.value):
        wrong = _wrong_value(text(value), kind)
        if wrong:
            yield Finding(KEY, (*path, "value", at), wrong)
    if kind is UefiKeyType.SHA256 and name != "dbx":
        yield Finding(DIGEST, (*path, "type"), f"a digest is given for {name}, a certificate is wanted")


def _wrong_value(value: str | None, kind: object) -> str | None:
    if value is None:
        return None
    try:
        content = base64.b64decode(value, validate=True)
    except (binascii.Error, ValueError):
        return f"{show(value)} is not base64"
    if not content:
        return "an empty text is given, base64 is wanted"
    if kind is UefiKeyType.SHA256 and len(content) != _DIGEST_BYTES:
        return f"a digest of {len(content)} bytes is given, {_DIGEST_BYTES} are wanted"
    return None


CHECKS = (Check(ResolvedVersion, settings),)
