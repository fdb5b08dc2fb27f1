"""Answers to the engine that take more than one line to build."""

import grpc
from google.protobuf import any_pb2
from pulumi.runtime.proto import provider_pb2, status_pb2

from azure_image_gallery.provider.difference import Change
from azure_image_gallery.provider.wire import Values, encode

_KINDS = {
    Change.GAINED: provider_pb2.PropertyDiff.ADD,
    Change.LOST: provider_pb2.PropertyDiff.DELETE,
    Change.CHANGED: provider_pb2.PropertyDiff.UPDATE,
    Change.REPLACED: provider_pb2.PropertyDiff.UPDATE_REPLACE,
}


def diff_response(changes: dict[str, Change]) -> provider_pb2.DiffResponse:
    """What changes, place by place."""
    if not changes:
        return provider_pb2.DiffResponse(changes=provider_pb2.DiffResponse.DIFF_NONE)
    tops = dict.fromkeys(path.partition(".")[0].partition("[")[0] for path in changes)
    replaces = [path for path, change in changes.items() if change is Change.REPLACED]
    return provider_pb2.DiffResponse(
        changes=provider_pb2.DiffResponse.DIFF_SOME,
        replaces=replaces,
        deleteBeforeReplace=bool(replaces),
        diffs=list(tops),
        detailedDiff={
            path: provider_pb2.PropertyDiff(kind=_KINDS[change], inputDiff=False)
            for path, change in changes.items()
        },
        hasDetailedDiff=True,
    )


def half_done(id_: str, values: Values, reason: str) -> tuple[tuple[str, bytes]]:
    """Say, beside an error, what there is now: the engine keeps it, and goes on from it next time."""
    detail = provider_pb2.ErrorResourceInitFailed(
        id=id_, properties=encode(values), reasons=[reason], inputs=encode(values)
    )
    packed = any_pb2.Any()
    packed.Pack(detail)
    status = status_pb2.Status(code=grpc.StatusCode.UNKNOWN.value[0], message=reason, details=[packed])
    return (("grpc-status-details-bin", status.SerializeToString()),)
