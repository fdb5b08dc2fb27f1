"""What all seeds have in common: their mark, and ids that are the same in every state."""

import uuid

SEEDED = "seeded"
"""The private mark of what was there from the beginning."""

_NAMES = uuid.UUID("eeeeeeee-0000-4000-8000-000000000001")


def guid(text: str) -> str:
    """Return the GUID that stands for a text, always the same."""
    return str(uuid.uuid5(_NAMES, text.lower()))
