"""Descriptions that a file backend keeps beside its files, and that a kill can cut off.

`file://` backends write `dev.json.attrs` in place before `dev.json` itself is put into its place as a whole
(gocloud.dev's blob/fileblob). Killed in between, the engine reads the stack no more: "failed to load
checkpoint: EOF". Nothing needs the description, so it may go. With `file://…?metadata=skip` there is none.
"""

import json
from pathlib import Path
from urllib.parse import unquote

_SCHEME = "file://"


def cut_off(backend: str) -> list[Path]:
    """Return the descriptions of a backend that are no JSON; none for a backend that is not in files."""
    if not backend.startswith(_SCHEME):
        return []
    folder = Path(unquote(backend.removeprefix(_SCHEME).split("?")[0])).expanduser() / ".pulumi"
    return sorted(file for file in folder.rglob("*.attrs") if not _is_whole(file))


def _is_whole(file: Path) -> bool:
    try:
        json.loads(file.read_bytes())
    except ValueError:
        return False
    return True
