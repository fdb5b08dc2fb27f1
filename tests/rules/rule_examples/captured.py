"""Examples of the rules about the machine that an image is captured from."""

from tests.rules.declarations import DISK, IMAGE, MACHINE, SNAPSHOT, Changes
from tests.rules.rule_examples.example import APP, APP_1, AT_APP_1, AT_WEB_1, BASE, WEB_1, Wrong

_SOURCE, _AT = f"{APP_1}/source", f"{AT_APP_1}.source"
_OF_WEB: Changes = {f"{WEB_1}/source": {"virtualMachine": MACHINE, "generalizedInAzure": False}}

WRONG: dict[str, list[Wrong]] = {
    "SRC015": [
        Wrong(
            {f"{_SOURCE}/osType": "windows"},
            f"{_AT}.osType",
            "the source has Windows, the definition 'app' Linux",
        ),
        Wrong(
            {f"{BASE}/source/osType": "Windows"},
            f"{AT_WEB_1}.source.managedImage",
            "the source has Windows, as managedImages.base.source.osType says, the definition 'web' Linux",
        ),
    ],
    "SRC017": [
        Wrong(
            _OF_WEB,
            f"{AT_WEB_1}.source.generalizedInAzure",
            "the machine is not marked generalized, the definition 'web' is Generalized",
        ),
    ],
    "SRC018": [
        Wrong(
            {f"{_SOURCE}/powerState": "Running"},
            f"{_AT}.powerState",
            "the machine is running, what it has not written yet is not in the version",
        ),
    ],
    "SRC027": [
        Wrong(
            {f"{_SOURCE}/ephemeralOsDisk": True},
            f"{_AT}.ephemeralOsDisk",
            "a version cannot be made from an ephemeral operating system disk",
        ),
    ],
    "SRC030": [
        Wrong(
            {f"{_SOURCE}/managedDisks": False},
            f"{_AT}.managedDisks",
            "a version cannot be made from a machine without managed disks",
        ),
    ],
    "SRC031": [
        Wrong(
            {f"{_SOURCE}/scaleSetMode": "Uniform"},
            f"{_AT}.scaleSetMode",
            "a version cannot be made from an instance of a Uniform scale set",
        ),
    ],
    "SRC032": [
        Wrong(
            {f"{_SOURCE}/azureDiskEncryption": True},
            f"{_AT}.azureDiskEncryption",
            "the source is encrypted by Azure Disk Encryption",
        ),
        Wrong(
            {
                f"{_SOURCE}": {"snapshot": "os"},
                "snapshots/os": {"source": {"disk": DISK, "azureDiskEncryption": True}},
            },
            f"{_AT}.snapshot",
            "the source is encrypted by Azure Disk Encryption, as snapshots.os.source.azureDiskEncryption says",
        ),
    ],
    "SEC017": [
        Wrong(
            {f"{_SOURCE}/diskControllerType": "NVMe"},
            f"{_AT}.diskControllerType",
            "the source uses NVMe, the definition 'app' does not",
        ),
        Wrong(
            {
                f"{_SOURCE}": {"snapshot": SNAPSHOT, "diskControllerType": "NVMe"},
                f"{APP}/diskControllerTypes": "SCSI",
            },
            f"{_AT}.diskControllerType",
            "the source uses NVMe, the definition 'app' does not",
        ),
    ],
    "SEC019": [
        Wrong(
            {f"{APP}/acceleratedNetwork": True, f"{_SOURCE}/acceleratedNetwork": False},
            f"{_AT}.acceleratedNetwork",
            "the machine has no accelerated networking, the definition 'app' asks for it",
        ),
    ],
    "SEC021": [
        Wrong(
            {f"{_SOURCE}/hibernation": True},
            f"{_AT}.hibernation",
            "the machine can hibernate, machines made from 'app' cannot",
        ),
    ],
    "MIM002": [
        Wrong(
            {f"{BASE}/source/generalizedInAzure": False},
            "managedImages.base.source.generalizedInAzure",
            "the machine is not marked generalized",
        ),
        Wrong(
            {f"{BASE}/source/powerState": "Stopped"},
            "managedImages.base.source.powerState",
            "the machine is Stopped, Deallocated is wanted",
        ),
    ],
    "MIM006": [
        Wrong(
            {f"{BASE}/source/hibernation": True},
            "managedImages.base.source.hibernation",
            "a managed image cannot be made from a machine that can hibernate",
        ),
    ],
    "MIM022": [
        Wrong(
            {f"{BASE}/use/machinesAtOnce": 21},
            "managedImages.base.use.machinesAtOnce",
            "21 are given, a managed image serves 20",
        ),
    ],
    "MIM023": [
        Wrong(
            {f"{BASE}/use/scaleSetInstances": 601},
            "managedImages.base.use.scaleSetInstances",
            "601 are given, a managed image serves 600",
        ),
    ],
}
RIGHT: dict[str, list[Changes]] = {
    "SRC015": [{f"{_SOURCE}/osType": "Linux"}],
    "SRC017": [
        {f"{WEB_1}/source": {"virtualMachine": MACHINE, "generalizedInAzure": True}},
        {f"{_SOURCE}/generalizedInAzure": False},
    ],
    "SRC018": [{f"{_SOURCE}/powerState": "Stopped"}, {f"{_SOURCE}/powerState": "deallocated"}],
    "SRC027": [{f"{_SOURCE}/ephemeralOsDisk": False}],
    "SRC030": [{f"{_SOURCE}/managedDisks": True}],
    "SRC031": [{f"{_SOURCE}/scaleSetMode": "Flexible"}],
    "SRC032": [{f"{_SOURCE}/azureDiskEncryption": False}],
    "SEC017": [
        {f"{_SOURCE}/diskControllerType": "NVMe", f"{APP}/diskControllerTypes": "SCSI,NVMe"},
        {f"{_SOURCE}/diskControllerType": "SCSI", f"{APP}/diskControllerTypes": "SCSI,NVMe"},
        {f"{WEB_1}/source/managedImage": IMAGE},
    ],
    "SEC019": [
        {f"{APP}/acceleratedNetwork": True, f"{_SOURCE}/acceleratedNetwork": True},
        {f"{APP}/acceleratedNetwork": False, f"{_SOURCE}/acceleratedNetwork": False},
    ],
    "SEC021": [{f"{_SOURCE}/hibernation": True, f"{APP}/hibernation": True}],
    "MIM002": [{f"{BASE}/source/generalizedInAzure": True, f"{BASE}/source/powerState": "Deallocated"}],
    "MIM006": [{f"{BASE}/source/hibernation": False}],
    "MIM022": [{f"{BASE}/use/machinesAtOnce": 20}],
    "MIM023": [{f"{BASE}/use/scaleSetInstances": 600}],
}
