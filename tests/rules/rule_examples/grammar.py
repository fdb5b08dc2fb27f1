"""Examples of the rules about what the declaration's words come to together."""

from tests.rules.declarations import COMPUTE, SNAPSHOT, VERSION, VHD, Changes
from tests.rules.rule_examples.example import APP, APP_1, AT_APP_1, AT_WEB_1, BASE, WEB, WEB_1, Wrong

_NO_EFFECT = "has no effect"
_EXISTING: Changes = {
    "gallery/existing": True,
    "gallery/id": f"{COMPUTE}/galleries/contoso",
    "gallery/resourceGroup": "rg",
}

WRONG: dict[str, list[Wrong]] = {
    "CFG015": [
        Wrong(
            {
                f"{BASE}/source": {"snapshot": "a"},
                "snapshots": {"a": {"source": {"disk": "b"}}},
                "managedDisks": {"b": {"source": {"snapshot": "a"}}},
            },
            "managedDisks.b.source",
            "made from itself: snapshots/a from managedDisks/b from snapshots/a",
        ),
    ],
    "CFG016": [
        Wrong(
            {f"{WEB}/existing": True, f"{WEB}/disallowed/diskTypes": ["Standard_LRS"]},
            "imageDefinitions.web.disallowed",
            f"'disallowed' {_NO_EFFECT}: the definition exists already, and is never changed",
        ),
        Wrong(
            {f"{APP_1}/source": {"snapshot": SNAPSHOT, "powerState": "Running"}},
            f"{AT_APP_1}.source.powerState",
            "powerState is a fact about a virtualMachine, the source is a snapshot",
        ),
        Wrong(
            {f"{WEB_1}/source/diskStorage": ["Premium_LRS"]},
            f"{AT_WEB_1}.source.diskStorage",
            "diskStorage is a fact about a virtualMachine or disk, the source is a managedImage",
        ),
        Wrong(
            {f"{WEB}/guest/distribution": {"name": "debian", "like": "ubuntu"}},
            "imageDefinitions.web.guest.distribution.like",
            "like is for other, debian is given",
        ),
        Wrong(
            {f"{WEB}/guest/distribution": {"name": "other", "like": "other"}},
            "imageDefinitions.web.guest.distribution.like",
            "like names a distribution of the list, other is none",
        ),
        Wrong(
            {"gallery/id": f"{COMPUTE}/galleries/contoso"},
            "gallery.id",
            "'id' is given, and the gallery is not existing: it gets its id when it is made",
        ),
        Wrong(
            {"gallery/existing": True, "gallery/description": "x"},
            "gallery.description",
            f"'description' {_NO_EFFECT}: the gallery exists already, and is never changed",
        ),
        Wrong(
            {"gallery/existing": True, "gallery/options": {"protect": True}},
            "gallery.options",
            f"'options' {_NO_EFFECT}: the gallery exists already, and is never changed",
        ),
        Wrong(
            {f"{WEB}/existing": True, f"{WEB}/tags": {"a": "b"}},
            "imageDefinitions.web.tags",
            f"'tags' {_NO_EFFECT}: the definition exists already, and is never changed",
        ),
        Wrong(
            {f"{WEB}/existing": True, f"{WEB}/recommended": {}},
            "imageDefinitions.web.recommended",
            f"'recommended' {_NO_EFFECT}: the definition exists already, and is never changed",
        ),
        Wrong(
            {f"{APP_1}/external": True},
            f"{AT_APP_1}.source",
            f"'source' {_NO_EFFECT}: the version is external, made by something else",
        ),
        Wrong(
            {f"{APP}/externalVersions": True},
            f"{AT_APP_1}.source",
            f"'source' {_NO_EFFECT}: all versions of 'app' are external, made by something else",
        ),
        Wrong(
            {APP_1: {"external": True, "end_of_life_date": "2020-01-01"}},
            f"{AT_APP_1}.end_of_life_date",
            f"'endOfLifeDate' {_NO_EFFECT}: the version is external, made by something else",
        ),
        Wrong(
            {f"{APP}/externalVersions": True, APP_1: {"external": False}},
            f"{AT_APP_1}.external",
            "false is given, and all versions of 'app' are external",
        ),
        Wrong(
            {"managedDisks/os": {"source": {"snapshot": SNAPSHOT, "lun": 0}}},
            "managedDisks.os.source.lun",
            "'lun' is given, and no imageVersion or communityImage whose data disk it could be",
        ),
        Wrong(
            {"managedDisks/os": {"source": {"vhd": VHD}, "hyperVGeneration": "V2"}},
            "managedDisks.os.hyperVGeneration",
            "'hyperVGeneration' is given, and no osType: only an operating system disk has one",
        ),
        Wrong(
            {f"{BASE}/source": {"vhd": VHD}},
            "managedImages.base.source.vhd.storageAccountId",
            "a managed image takes a VHD by its uri alone",
        ),
    ],
    "CFG020": [
        Wrong(
            {"galleries/dev": "dev"},
            "galleries.dev",
            "'dev' is a name, the id of one of Microsoft.Compute/galleries is wanted",
        ),
        Wrong(
            {"galleries/dev": VERSION},
            "galleries.dev",
            "an id of 'Microsoft.Compute/galleries/images/versions' is given, Microsoft.Compute/galleries is wanted",
        ),
        Wrong(
            _EXISTING | {"gallery/id": SNAPSHOT},
            "gallery.id",
            "an id of 'Microsoft.Compute/snapshots' is given, Microsoft.Compute/galleries is wanted",
        ),
        Wrong(
            _EXISTING | {"gallery/name": "other"},
            "gallery.id",
            "the id has the name 'contoso', 'other' is declared",
        ),
        Wrong(
            _EXISTING | {"gallery/resourceGroup": "rg-images"},
            "gallery.id",
            "the id has the resource group 'rg', 'rg-images' is declared",
        ),
    ],
    "CFG021": [
        Wrong(
            {"gallery/description": {"stackOutput": "acme/images/dev"}},
            "gallery.description",
            "a stackOutput is given without the name of the output",
        ),
        Wrong(
            {f"{APP_1}/source": {"virtualMachine": {"stackOutput": "dev", "name": "id"}}},
            f"{AT_APP_1}.source.virtualMachine",
            "the text 'dev' stands as stackOutput, organization/project/stack is wanted",
        ),
        Wrong(
            {f"{APP_1}/location": {"stack_output": 5, "name": "region"}},
            f"{AT_APP_1}.location",
            "the number 5 stands as stack_output, organization/project/stack is wanted",
        ),
        Wrong(
            {"gallery/tags": {"team": {"stackOutput": "acme/images/dev", "name": ""}}},
            "gallery.tags.team",
            "the text '' stands as name, the name of an output is wanted",
        ),
        Wrong(
            {"galleries/dev": {"stackOutput": "acme/images/dev", "name": "id", "key": "x"}},
            "galleries.dev",
            "'key' stands beside stackOutput and name, which stand alone",
        ),
    ],
}

RIGHT: dict[str, list[Changes]] = {
    "CFG015": [
        {
            "snapshots": {"a": {"source": {"disk": "b"}}},
            "managedDisks": {"b": {"diskSizeGB": 32}},
        },
    ],
    "CFG016": [
        {"gallery/existing": True},
        _EXISTING,
        {f"{WEB}/existing": True},
        {APP_1: {"external": True}},
        {f"{APP}/externalVersions": True, APP_1: {}},
        {f"{APP}/externalVersions": True, APP_1: {"external": True}},
        {f"{APP_1}/external": False},
        {"managedDisks/os": {"source": {"vhd": VHD}, "osType": "Linux", "hyperVGeneration": "V2"}},
    ],
    "CFG020": [
        _EXISTING | {"gallery/id": f"{COMPUTE}/galleries/CONTOSO".lower()},
        {
            "gallery/existing": True,
            "gallery/id": f"{COMPUTE}/galleries/contoso",
            "resourceGroups/rg-images/name": "rg",
        },
        {"galleries/dev": f"{COMPUTE}/galleries/dev", f"{WEB_1}/source": {"imageVersion": "dev"}},
        {"galleries/dev": {"stackOutput": "acme/images/dev", "name": "galleryId"}},
    ],
    "CFG021": [
        {f"{APP_1}/source": {"virtualMachine": {"stackOutput": "acme/images/dev", "name": "machineId"}}},
        {"location": {"stack_output": "acme/images/dev", "name": "region"}},
    ],
}
