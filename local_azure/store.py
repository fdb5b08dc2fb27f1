"""
The state of a local Azure: one SQLite file, written in whole transactions.

It keeps resources and operations and knows nothing of what they mean. A file that cannot be read is set
aside beside the new one, never overwritten.
"""

import json
import sqlite3
from collections.abc import Generator, Iterable
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

Json = dict[str, Any]

_SCHEMA_VERSION = 1
_SCHEMA = """
CREATE TABLE IF NOT EXISTS resources (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL UNIQUE, id TEXT NOT NULL, type TEXT NOT NULL,
    body TEXT NOT NULL, private TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS resources_by_type ON resources (type, key);
CREATE TABLE IF NOT EXISTS operations (
    id TEXT PRIMARY KEY, target TEXT NOT NULL,
    open INTEGER NOT NULL, due REAL NOT NULL, document TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS operations_open ON operations (open, due);
CREATE TABLE IF NOT EXISTS tombstones (key TEXT PRIMARY KEY, id TEXT NOT NULL, until REAL NOT NULL);
CREATE TABLE IF NOT EXISTS facts (name TEXT PRIMARY KEY, value TEXT NOT NULL);
"""


@dataclass
class Resource:
    """A resource: `body` is what Azure shows beside id, name and type; `private` what it keeps to itself."""

    id: str
    type: str
    body: Json = field(default_factory=dict[str, Any])
    private: Json = field(default_factory=dict[str, Any])

    @property
    def key(self) -> str:
        """The id for comparing."""
        return self.id.lower()

    @property
    def name(self) -> str:
        """The last name in the id."""
        return self.id.rsplit("/", 1)[1]

    @property
    def properties(self) -> Json:
        """The body's `properties`."""
        return self.body.setdefault("properties", {})

    @property
    def location(self) -> str:
        """The region's short name."""
        return self.body.get("location", "")


class Store:
    """An open state file. One writer; every change happens inside `transaction`."""

    def __init__(self, path: Path) -> None:
        self._connection = sqlite3.connect(path, isolation_level=None, timeout=5)
        try:
            self._prepare()
        except BaseException:
            self._connection.close()
            raise

    def _prepare(self) -> None:
        for pragma in ("journal_mode = WAL", "synchronous = NORMAL"):
            self._connection.execute(f"PRAGMA {pragma}")
        if self._connection.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("the file fails SQLite's own check")
        (version,) = self._connection.execute("PRAGMA user_version").fetchone()
        if version not in (0, _SCHEMA_VERSION):
            raise sqlite3.DatabaseError(f"it was written by another release (layout {version})")
        self._connection.executescript(_SCHEMA)
        self._connection.execute(f"PRAGMA user_version = {_SCHEMA_VERSION}")

    def close(self) -> None:
        """Close the file; everything committed is in it."""
        self._connection.close()

    @contextmanager
    def transaction(self) -> Generator[None]:
        """All of the changes made inside, or none of them."""
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            self._connection.execute("ROLLBACK")
            raise
        self._connection.execute("COMMIT")

    def find(self, key: str) -> Resource | None:
        """Return the resource with this id, in any spelling."""
        found = self._resources("key = ?", key.lower())
        return found[0] if found else None

    def of_type(self, kind: str, under: str = "") -> list[Resource]:
        """All resources of a type, below an id, oldest first."""
        first, last = _below(under)
        return self._resources("type = ? AND key > ? AND key < ?", kind.lower(), first, last)

    def page(self, kind: str, under: str, after: str, size: int) -> list[Resource]:
        """Return so many resources of a type below an id, by id, beginning after a key."""
        first, last = _below(under)
        rows = self._connection.execute(
            "SELECT id, type, body, private FROM resources WHERE type = ? AND key > ? AND key < ? "
            "ORDER BY key LIMIT ?",
            (kind.lower(), max(first, after.lower()), last, size),
        )
        return _read(rows)

    def below(self, under: str) -> list[Resource]:
        """Everything whose id begins with this one, itself excepted."""
        return self._resources("key > ? AND key < ?", *_below(under))

    def _resources(self, where: str, *values: str) -> list[Resource]:
        query = f"SELECT id, type, body, private FROM resources WHERE {where}"  # noqa: S608  constants
        return _read(self._connection.execute(f"{query} ORDER BY sequence", values))

    def save(self, resource: Resource) -> None:
        """Add a resource, or replace the one with its id."""
        body, private = json.dumps(resource.body), json.dumps(resource.private)
        self._connection.execute(
            "INSERT INTO resources (key, id, type, body, private) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (key) DO UPDATE SET body = excluded.body, private = excluded.private",
            (resource.key, resource.id, resource.type.lower(), body, private),
        )

    def remove(self, key: str) -> None:
        """Forget a resource, and all that lies below it or lay there, role assignments included."""
        bounds = (key.lower(), *_below(key))
        for table in ("resources", "tombstones"):
            self._connection.execute(
                f"DELETE FROM {table} WHERE key = ? OR (key > ? AND key < ?)",  # noqa: S608  constants
                bounds,
            )

    def save_operation(self, number: str, target: str, *, open_: bool, due: float, document: Json) -> None:
        """Add an operation, or replace the one with its number."""
        self._connection.execute(
            "INSERT OR REPLACE INTO operations VALUES (?, ?, ?, ?, ?)",
            (number, target.lower(), open_, due, json.dumps(document)),
        )

    def find_operation(self, number: str) -> Json | None:
        """Return an operation's document."""
        row = self._connection.execute("SELECT document FROM operations WHERE id = ?", (number,)).fetchone()
        return json.loads(row[0]) if row else None

    def open_operations(self, target: str = "", due: float | None = None) -> list[Json]:
        """Documents of what still runs: on one resource, or all that is due by a moment; earliest first."""
        query = (
            "SELECT document FROM operations WHERE open = 1 AND ? IN ('', target) AND (? IS NULL OR due <= ?)"
        )
        rows = self._connection.execute(f"{query} ORDER BY due", (target.lower(), due, due))
        return [json.loads(document) for (document,) in rows]

    def forget_operations(self, before: float) -> None:
        """Drop what ended long ago."""
        self._connection.execute("DELETE FROM operations WHERE open = 0 AND due < ?", (before,))
        self._connection.execute("DELETE FROM tombstones WHERE until < ?", (before,))

    def bury(self, id_: str, until: float) -> None:
        """Remember a deleted resource for a while."""
        self._connection.execute(
            "INSERT OR REPLACE INTO tombstones VALUES (?, ?, ?)", (id_.lower(), id_, until)
        )

    def buried_below(self, under: str, now: float) -> list[str]:
        """Ids of resources deleted a short while ago."""
        query = "SELECT id FROM tombstones WHERE key > ? AND key < ? AND until > ?"
        return [id_ for (id_,) in self._connection.execute(query, (*_below(under), now))]

    def fact(self, name: str) -> str | None:
        """Return a value kept about the state as a whole."""
        row = self._connection.execute("SELECT value FROM facts WHERE name = ?", (name,)).fetchone()
        return row[0] if row else None

    def set_fact(self, name: str, value: str) -> None:
        """Keep a value about the state as a whole."""
        self._connection.execute("INSERT OR REPLACE INTO facts VALUES (?, ?)", (name, value))


def _read(rows: Iterable[tuple[str, str, str, str]]) -> list[Resource]:
    return [Resource(id_, kind, json.loads(body), json.loads(private)) for id_, kind, body, private in rows]


def _below(under: str) -> tuple[str, str]:
    """Return the bounds of keys below an id: `0` is the character after `/`."""
    under = under.lower().rstrip("/")
    return f"{under}/", f"{under}0"


def open_store(path: Path) -> tuple[Store, str]:
    """Open a state file, and say what happened to it, if anything did; a damaged one is set aside."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        return Store(path), ""
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise
        aside = _free_name(path)
        for suffix in ("", "-wal", "-shm"):
            part = path.with_name(path.name + suffix)
            if part.exists():
                part.rename(aside.with_name(aside.name + suffix))
        return Store(
            path
        ), f"the state file could not be read ({error}); it is kept as {aside}, and a new one begun"


def _free_name(path: Path) -> Path:
    number = 1
    while (aside := path.with_name(f"{path.name}.damaged-{number}")).exists():
        number += 1
    return aside
