"""Examples of the rules about sources that fit their definition."""

from tests.rules.declarations import COMMUNITY, COMPUTE, DISK, IMAGE, MACHINE, VERSION, VHD, Changes
from tests.rules.rule_examples.example import APP, APP_1, AT_APP_1, AT_WEB_1, BASE, WEB, WEB_1, Wrong

WRONG: dict[str, list[Wrong]] = {
    "IMG013": [
        Wrong(
            {f"{APP_1}/source/architecture": "Arm64"},
            f"{AT_APP_1}.source.architecture",
            "the source is for Arm64, the definition 'app' for x64",
        ),
        Wrong(
            {f"{WEB}/architecture": "Arm64"},
            f"{AT_WEB_1}.source.managedImage",
            "the source is for x64, the definition 'web' for Arm64",
        ),
        Wrong(
            {
                f"{APP_1}/source": {"osDisk": {"disk": "os"}},
                "managedDisks/os": {"source": {"imageVersion": VERSION, "architecture": "Arm64"}},
            },
            f"{AT_APP_1}.source.osDisk.disk",
            "the source is for Arm64, as managedDisks.os.source.architecture says, the definition 'app' for x64",
        ),
    ],
    "SRC012": [
        Wrong(
            {f"{APP_1}/source": {"virtualMachine": MACHINE, "generalizedInAzure": True}},
            f"{AT_APP_1}.source.generalizedInAzure",
            "the machine is marked generalized, the definition 'app' is Specialized",
        ),
        Wrong(
            {f"{APP_1}/source/osState": "Generalized"},
            f"{AT_APP_1}.source.osState",
            "the source is Generalized, the definition 'app' is Specialized",
        ),
        Wrong(
            {f"{APP}/osState": "Generalized"},
            f"{AT_APP_1}.source.osState",
            "the source is Specialized, the definition 'app' is Generalized",
        ),
        Wrong(
            {f"{APP_1}/source": {"imageVersion": "imageVersions/web/1.0.0"}},
            f"{AT_APP_1}.source.imageVersion",
            "the source is Generalized, as imageDefinitions.web.osState says, the definition 'app' is Specialized",
        ),
        Wrong(
            {
                f"{APP_1}/source": {"imageVersion": "imageVersions/web/1.0.1"},
                "imageVersions/web/1.0.1": {"external": True},
            },
            f"{AT_APP_1}.source.imageVersion",
            "the source is Generalized, as imageDefinitions.web.osState says, the definition 'app' is Specialized",
        ),
        Wrong(
            {
                f"{APP_1}/source": {"snapshot": "os"},
                "snapshots/os": {"source": {"disk": DISK, "osState": "Generalized"}},
            },
            f"{AT_APP_1}.source.snapshot",
            "the source is Generalized, as snapshots.os.source.osState says, the definition 'app' is Specialized",
        ),
    ],
    "SRC013": [
        Wrong(
            {f"{WEB}/osState": "Specialized"},
            f"{AT_WEB_1}.source.managedImage",
            "a managed image is generalized, 'web' is Specialized",
        ),
        Wrong(
            {f"{APP_1}/source": {"managedImage": IMAGE}},
            f"{AT_APP_1}.source.managedImage",
            "a managed image is generalized, 'app' is Specialized",
        ),
    ],
    "SRC014": [
        Wrong(
            {f"{APP_1}/source/hyperVGeneration": "V1"},
            f"{AT_APP_1}.source.hyperVGeneration",
            "the source is of V1, the definition 'app' of V2",
        ),
        Wrong(
            {f"{BASE}/source/hyperVGeneration": "V1"},
            f"{AT_WEB_1}.source.managedImage",
            "the source is of V1, as managedImages.base.source.hyperVGeneration says, the definition 'web' of V2",
        ),
    ],
    "SRC037": [
        Wrong(
            {f"{WEB_1}/source/osState": "Specialized"},
            f"{AT_WEB_1}.source.osState",
            "a managed image is never Specialized",
        ),
    ],
}

RIGHT: dict[str, list[Changes]] = {
    "IMG013": [{f"{APP}/architecture": "Arm64", f"{APP_1}/source/architecture": "arm64"}],
    "SRC012": [
        {f"{APP}/osState": "Generalized", f"{APP_1}/source/osState": "generalized"},
        {f"{APP_1}/source": {"imageVersion": "dev"}, "galleries/dev": f"{COMPUTE}/galleries/dev"},
        {f"{APP_1}/source": {"communityImage": COMMUNITY, "osState": "Specialized"}},
        {f"{APP_1}/source": {"vhd": VHD, "osState": "Specialized"}},
    ],
    "SRC013": [{f"{WEB_1}/source/managedImage": IMAGE}],
    "SRC014": [{f"{APP}/hyperVGeneration": "V1", f"{APP_1}/source/hyperVGeneration": "V1"}],
    "SRC037": [{f"{WEB_1}/source/osState": "Generalized"}],
}
