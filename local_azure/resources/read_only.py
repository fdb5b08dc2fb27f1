"""
Resource types that can be read and be sources, and nothing more.

They are there from the beginning (see `local_azure.seeds`). What another provider does, or a backup, is
outside this project; on Azure they can be written, and here a write is refused in so many words.
"""

from typing import NoReturn

from local_azure import errors
from local_azure.resources.base import Call, ComputeType, Outcome


class ReadOnlyType(ComputeType):
    """A type without writes."""

    def put(self, call: Call) -> Outcome:
        """405."""
        self._refuse(call, "PUT")

    def patch(self, call: Call) -> Outcome:
        """405."""
        self._refuse(call, "PATCH")

    def delete(self, call: Call) -> Outcome:
        """405."""
        self._refuse(call, "DELETE")

    def _refuse(self, call: Call, method: str) -> NoReturn:
        self._require_parents(call, "write")
        raise errors.served_for_reading(method, self.type)
