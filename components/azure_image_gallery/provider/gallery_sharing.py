"""The resource `GallerySharing`: the declared access to a gallery is brought about, step by step.

Whoever is declared and lacks access is added. Who had it by the last state and is declared no more is removed; who
was added by somebody else is left alone until a refresh has shown it, for a preview names everybody who loses access.
What is left half-done is told as it stands, so that the next preview names the rest.
"""

from collections.abc import Callable
from dataclasses import dataclass

from azure_image_gallery.azure.resource_id import ResourceId
from azure_image_gallery.provider.access import Access
from azure_image_gallery.provider.galleries import Galleries, Held
from azure_image_gallery.provider.patience import EndedError, Patience

_PRIVATE = "Private"


class RefusedError(Exception):
    """What Azure would refuse, or has no gallery for: one sentence for a person."""


class HalfDoneError(Exception):
    """Some of the steps were done before one failed; `access` is what Azure holds now."""

    def __init__(self, cause: Exception, access: Access) -> None:
        super().__init__(str(cause))
        self.access = access


@dataclass(frozen=True)
class GallerySharing:
    """One gallery's access, with the time there is for an operation."""

    galleries: Galleries
    gallery: ResourceId
    patience: Patience
    warn: Callable[[str], None]

    def read(self, known: Access) -> Access | None:
        """What Azure holds, with the names that are known; `None` where the gallery is gone."""
        held = self.galleries.held(self.gallery, self.patience)
        return held.access.named_by(known) if held else None

    def bring_about(self, wanted: Access, had: Access) -> Access:
        """Bring about what is wanted where another access was known; what Azure holds then.

        Raises HalfDoneError where some of it was done, else the error of the first step.
        """
        held = self._held()
        self._warn_of_others(held.access, wanted, had)
        try:
            self._steps(held, wanted, had)
        except Exception as error:
            now = self._now()
            if now is None or now == held.access:
                raise
            raise HalfDoneError(error, now.named_by(wanted, had)) from error
        return wanted

    def reset(self) -> None:
        """Take all access back and make the gallery private; one that is gone needs nothing."""
        held = self.galleries.held(self.gallery, self.patience)
        if held is not None and held.permissions != _PRIVATE:
            self.galleries.share(self.gallery, "Reset", self.patience)

    def _steps(self, held: Held, wanted: Access, had: Access) -> None:
        gone = held.access.common_with(had.missing_in(wanted))
        missing = wanted.missing_in(held.access)
        self._check_kind(held, wanted, needs_groups=bool(missing))
        if gone:  # first, for there is a limit to how many have access
            self.galleries.share(self.gallery, "Remove", self.patience, gone)
        if missing:
            self.galleries.share(self.gallery, "Add", self.patience, missing)
        if wanted.community and not held.access.community:
            self.galleries.share(self.gallery, "EnableCommunity", self.patience)
        if had.community and not wanted.community and held.access.community:
            self.galleries.share(self.gallery, "Reset", self.patience)

    def _check_kind(self, held: Held, wanted: Access, *, needs_groups: bool) -> None:
        """Say what to do about a gallery that does not permit what is wanted, before anything is done."""
        needed = "Community" if wanted.community else "Groups" if needs_groups else held.permissions
        if needed != held.permissions:
            raise RefusedError(
                f"the gallery {self.gallery.name} permits {held.permissions} and not {needed}: one that was reset is "
                "set so again by `pulumi up --refresh`, one that was made without it has to be made anew"
            )

    def _held(self) -> Held:
        held = self.galleries.held(self.gallery, self.patience)
        if held is None:
            raise RefusedError(f"there is no gallery {self.gallery.name} in {self.gallery.resource_group}")
        return held

    def _now(self) -> Access | None:
        """What Azure holds after a failure, in a short time of its own; `None` where that cannot be told."""
        from azure.core.exceptions import AzureError  # noqa: PLC0415  slow, and not needed to answer the engine

        try:
            held = self.galleries.held(self.gallery, Patience(10, self.patience.cancelled))
        except (AzureError, EndedError, OSError):
            return None
        return held.access if held else None

    def _warn_of_others(self, held: Access, wanted: Access, had: Access) -> None:
        for kind, ids in held.missing_in(wanted).items():
            for id_ in ids:
                if not had.has(kind, id_):
                    self.warn(f"{id_} of {kind} has access and is not declared; a refresh shows it")
