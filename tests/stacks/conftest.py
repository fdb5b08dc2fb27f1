"""The project's own stacks, as `image-gallery validate` reads them."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from azure_image_gallery.config.declaration import load_stack
from azure_image_gallery.config.examine import Examined, examine

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 11, 1, tzinfo=UTC)
STACKS = ("dev", "staging", "prod")


@pytest.fixture(scope="session")
def stacks() -> dict[str, Examined]:
    """By stack: its effective declaration, and what was found."""
    files = {stack: ROOT / f"stacks/Pulumi.{stack}.yaml" for stack in STACKS}
    return {stack: examine(load_stack(file), now=NOW) for stack, file in files.items()}
