"""The JSON Schema of a stack's file, and of a file that one includes.

What is required of a whole declaration, its `gallery`, is not required of a file: it may stand in another one that
is included, or in Pulumi.yaml.
"""

import re

from azure_image_gallery.cli.schema.models import Definitions, Schema, reference
from azure_image_gallery.config.namespace import CONFIG, INCLUDE
from azure_image_gallery.rules.catalogue import RULES
from azure_image_gallery.spec.declaration import Declaration
from azure_image_gallery.spec.rule_settings import RuleSetting

_DRAFT = "http://json-schema.org/draft-07/schema#"
_INCLUDE: Schema = {
    "type": "array",
    "items": {"type": "string", "minLength": 1},
    "description": "Files with the same keys: patterns relative to the folder of Pulumi.yaml, images/*.yaml.",
}
_PULUMI: dict[str, Schema] = {
    "secretsprovider": {"type": "string", "description": "Pulumi: what encrypts this stack's secrets."},
    "encryptedkey": {"type": "string", "description": "Pulumi: the key of the secrets provider, encrypted."},
    "encryptionsalt": {"type": "string", "description": "Pulumi: the salt of this stack's passphrase."},
    "environment": {"description": "Pulumi: environments of Pulumi ESC that this stack takes values from."},
}
_AZURE = {
    "azure-native:location": "The region of everything that names none.",
    "azure-native:subscriptionId": "The subscription.",
    "azure-native:tenantId": "The tenant.",
}


def stack_schema(namespace: str) -> Schema:
    """The schema of a stack's file in the project of a name."""
    definitions = Definitions()
    keys = {**_declared(definitions), "include": (INCLUDE, _INCLUDE)}
    ours = re.escape(namespace)
    config: Schema = {
        "type": ["object", "null"],
        "description": "Pulumi: the stack's configuration, and in it what the stack declares.",
        "properties": {
            **{f"{namespace}:{key}": schema for key, (_, schema) in keys.items()},
            **{key: _setting(text) for key, text in _AZURE.items()},
        },
        "patternProperties": {
            **{f"^({ours}:)?(config:)?({key}|{name})$": schema for key, (name, schema) in keys.items()},
            f"^(?!{ours}:)[^:]+:.+$": {},
        },
        "additionalProperties": False,
    }
    return {
        "$schema": _DRAFT,
        "title": f"A stack of {namespace}",
        "type": "object",
        "properties": {**_PULUMI, CONFIG: config},
        "additionalProperties": False,
        "definitions": definitions.made,
    }


def included_schema() -> Schema:
    """The schema of a file that a stack includes: the same keys, without a namespace, and no secrets."""
    definitions = Definitions()
    keys = _declared(definitions)
    definitions.made["secret"] = {"not": {}, "description": "A secret stands in a stack's file."}
    return {
        "$schema": _DRAFT,
        "title": "An included file",
        "type": "object",
        "properties": {key: schema for key, (_, schema) in keys.items()},
        "patternProperties": {f"^{name}$": schema for key, (name, schema) in keys.items() if key != name},
        "additionalProperties": False,
        "definitions": definitions.made,
    }


def _declared(definitions: Definitions) -> dict[str, tuple[str, Schema]]:
    """The keys of a declaration, each with Python's spelling and its schema."""
    keys = {field.key: (field.name, schema) for field, schema in definitions.fields_of(Declaration)}
    keys["rules"] = ("rules", _rules(definitions, keys["rules"][1]["description"]))
    return keys


def _rules(definitions: Definitions, description: str) -> Schema:
    """An editor offers every code, with what it stands for."""
    setting = definitions.of(RuleSetting)
    return {
        "type": "object",
        "description": description,
        "properties": {rule.code: {"allOf": [setting], "description": rule.title} for rule in RULES},
        "patternProperties": {"^[A-Za-z]{3}[0-9]{3}$": setting},
        "additionalProperties": False,
    }


def _setting(text: str) -> Schema:
    return {"anyOf": [{"type": "string"}, reference("secret")], "description": text}
