"""The steps by which access is brought about, and what is kept when one of them fails."""

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pytest

from azure_image_gallery.azure.resource_id import ResourceId
from azure_image_gallery.provider.access import Access
from azure_image_gallery.provider.galleries import Galleries, Held
from azure_image_gallery.provider.gallery_sharing import GallerySharing, HalfDoneError, RefusedError
from azure_image_gallery.provider.patience import Patience
from azure_image_gallery.provider.settings import Settings

GALLERY = ResourceId("s", "rg", "Microsoft.Compute/galleries", "g")
A, B, C = (f"eeeeeeee-1000-4000-8000-00000000000{n}" for n in "abc")
Groups = Mapping[str, Sequence[str]]


class BrokenError(Exception):
    """What a step fails with here."""


@dataclass
class Fake(Galleries):
    """A gallery in memory, whose actions fail after so many."""

    settings: Settings = field(default_factory=lambda: Settings({}, {}))
    there: Held | None = None
    fails_after: int = 99
    calls: list[tuple[str, Groups]] = field(default_factory=list[tuple[str, Groups]])

    def held(self, gallery: ResourceId, patience: Patience) -> Held | None:  # noqa: ARG002  it never waits
        assert gallery is GALLERY
        return self.there

    def share(
        self,
        gallery: ResourceId,  # noqa: ARG002  there is one
        operation: str,
        patience: Patience,  # noqa: ARG002  as above
        groups: Groups | None = None,
    ) -> None:
        if len(self.calls) == self.fails_after:
            raise BrokenError(operation)
        assert self.there is not None
        self.calls.append((operation, groups or {}))
        ids = [id_ for name, id_ in self.there.access.subscriptions.items() if name]
        more = list((groups or {}).get("subscriptions", ()))
        kept = {"Add": [*ids, *more], "Remove": [i for i in ids if i not in more], "Reset": []}.get(
            operation, ids
        )
        community = operation == "EnableCommunity" or (self.there.access.community and operation != "Reset")
        permissions = "Private" if operation == "Reset" else self.there.permissions
        self.there = Held(permissions, Access({i: i for i in kept}, {}, community))


def sharing(fake: Fake, warnings: list[str] | None = None) -> GallerySharing:
    warn = (warnings if warnings is not None else []).append
    return GallerySharing(fake, GALLERY, Patience(60, threading.Event()), warn)


def holding(*ids: str, permissions: str = "Groups", fails_after: int = 99) -> Fake:
    return Fake(there=Held(permissions, Access({i: i for i in ids})), fails_after=fails_after)


def test_what_is_gone_is_removed_before_what_is_missing_is_added() -> None:
    fake = holding(A, B)
    wanted = Access({"a": A, "c": C})
    assert sharing(fake).bring_about(wanted, Access({"a": A, "b": B})) == wanted
    assert fake.calls == [("Remove", {"subscriptions": [B]}), ("Add", {"subscriptions": [C]})]


def test_ids_are_compared_without_regard_to_case() -> None:
    fake = holding(A)
    sharing(fake).bring_about(Access({"a": A.upper()}), Access({"a": A}))
    assert fake.calls == []


def test_what_is_gone_already_is_not_removed_again() -> None:
    fake = holding(A)
    sharing(fake).bring_about(Access({"a": A}), Access({"a": A, "b": B}))
    assert fake.calls == []


def test_who_was_added_by_somebody_else_is_left_alone_and_told() -> None:
    fake, warnings = holding(A, C), list[str]()
    sharing(fake, warnings).bring_about(Access({"a": A, "b": B}), Access({"a": A}))
    assert fake.calls == [("Add", {"subscriptions": [B]})]
    assert warnings == [f"{C} of subscriptions has access and is not declared; a refresh shows it"]


def test_what_is_half_done_is_told_as_it_stands() -> None:
    fake = holding(A, B, fails_after=1)
    with pytest.raises(HalfDoneError) as caught:
        sharing(fake).bring_about(Access({"a": A, "c": C}), Access({"a": A, "b": B}))
    assert caught.value.access == Access({"a": A})
    assert isinstance(caught.value.__cause__, BrokenError)


def test_a_failure_of_the_first_step_is_its_own_error() -> None:
    with pytest.raises(BrokenError):
        sharing(holding(A, B, fails_after=0)).bring_about(Access({"a": A}), Access({"a": A, "b": B}))


def test_a_community_is_enabled_once_and_reset() -> None:
    fake = holding(permissions="Community")
    public = Access(community=True)
    for _ in range(2):
        sharing(fake).bring_about(public, Access())
    sharing(fake).bring_about(Access(), public)
    assert [call[0] for call in fake.calls] == ["EnableCommunity", "Reset"]


@pytest.mark.parametrize(
    ("wanted", "permits"),
    [(Access({"a": A}), "Private"), (Access({"a": A}), "Community"), (Access(community=True), "Private")],
)
def test_a_gallery_that_does_not_permit_it_is_told_before_anything_is_done(
    wanted: Access, permits: str
) -> None:
    fake = holding(permissions=permits)
    with pytest.raises(RefusedError, match=f"permits {permits} and not"):
        sharing(fake).bring_about(wanted, Access())
    assert fake.calls == []


def test_a_gallery_that_is_gone() -> None:
    with pytest.raises(RefusedError, match="there is no gallery g in rg"):
        sharing(Fake()).bring_about(Access({"a": A}), Access())
    assert sharing(Fake()).read(Access()) is None
    sharing(Fake()).reset()


def test_a_reset_takes_everything_back_and_a_private_gallery_needs_none() -> None:
    fake = holding(A)
    for _ in range(2):
        sharing(fake).reset()
    assert fake.calls == [("Reset", {})]


def test_what_is_read_has_the_names_that_are_known() -> None:
    assert sharing(holding(A, B)).read(Access({"web": A.upper()})) == Access({"web": A.upper(), B: B})
