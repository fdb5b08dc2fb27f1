"""Examples of the rules about the agent, the kernel and the settings of a guest."""

from typing import Any

from tests.rules.declarations import VHD, Changes
from tests.rules.rule_examples.example import APP, NVME, WEB, WEB_1, Wrong

_AT, _AT_APP = "imageDefinitions.web.guest", "imageDefinitions.app.guest"


def _guest(place: str, value: object) -> Changes:
    return {f"{WEB}/guest/{place}": value}


def _udf(**more: Any) -> Changes:
    return {f"{WEB}/guest": {"kernel": {"udf": False}, **more}}


def _kernel(version: str, **more: Any) -> Changes:
    return {f"{WEB}/guest": {"kernel": {"version": version, "commandLine": "console=ttyS0"}, **more}}


def _runtime(**runtime: object) -> Changes:
    return _guest("linuxAgent/runtime", runtime)


WRONG: dict[str, list[Wrong]] = {
    "LNX003": [
        Wrong(
            {f"{APP}/guest/linuxAgent/provisioning": True},
            f"{_AT_APP}.linuxAgent.provisioning",
            "the agent is to provision a Specialized image, which is set up already",
        ),
    ],
    "LNX004": [
        Wrong(
            _guest("linuxAgent/installed", False),
            f"{_AT}.linuxAgent.installed",
            "without the agent, machines have to be made with provisionVMAgent: false",
        ),
        Wrong(
            {f"{APP}/guest": {"provisioning": "azure-linux-agent", "linuxAgent": {"installed": False}}},
            f"{_AT_APP}.linuxAgent.installed",
            "without the agent, machines have to be made with provisionVMAgent: false",
        ),
    ],
    "LNX006": [
        Wrong(
            _guest("prepared/lastAccountRemoved", False),
            f"{_AT}.prepared.lastAccountRemoved",
            "the account that built the image stays in every machine made from it",
        ),
    ],
    "LNX007": [
        Wrong(_guest("kernel/vfat", False), f"{_AT}.kernel.vfat", "VFAT is needed, false is given"),
        Wrong(
            _udf(cloudInit={"version": "21.1"}),
            f"{_AT}.kernel.udf",
            "UDF is needed with cloud-init before 21.2, false is given",
        ),
        Wrong(
            _udf(cloudInit={"version": "21.2", "customData": True}),
            f"{_AT}.kernel.udf",
            "UDF is needed with custom data, false is given",
        ),
        Wrong(
            _udf(login={"sshKeysOnly": False}),
            f"{_AT}.kernel.udf",
            "UDF is needed with passwords, false is given",
        ),
        Wrong(
            _udf(provisioning="azure-linux-agent"),
            f"{_AT}.kernel.udf",
            "UDF is needed with the Azure Linux Agent, false is given",
        ),
    ],
    "LNX009": [
        Wrong(
            _guest("disk/swap", True), f"{_AT}.disk.swap", "a swap partition is on the operating system disk"
        ),
        Wrong(_guest("disk/lvm", True), f"{_AT}.disk.lvm", "the operating system disk has logical volumes"),
    ],
    "LNX010": [
        Wrong(
            _guest("kernel/commandLine", "root=UUID=1 console=tty0"),
            f"{_AT}.kernel.commandLine",
            "console=ttyS0 is not among the kernel's parameters",
        ),
        Wrong(
            _guest("kernel/commandLine", "console=ttyS0,115200n8 quiet splash"),
            f"{_AT}.kernel.commandLine",
            "quiet and splash hide what the kernel does as it starts",
        ),
        Wrong(
            _guest("kernel/commandLine", "")
            | {f"{WEB}/architecture": "Arm64", f"{WEB_1}/source": {"vhd": VHD}},
            f"{_AT}.kernel.commandLine",
            "console=ttyAMA0 is not among the kernel's parameters",
        ),
    ],
    "LNX011": [
        Wrong(
            _guest("disk/mountedByUuid", False),
            f"{_AT}.disk.mountedByUuid",
            "/etc/fstab names disks that other machines do not have",
        ),
    ],
    "LNX012": [
        Wrong(
            NVME | _guest("prepared/nvmeDrivers", False),
            f"{_AT}.prepared.nvmeDrivers",
            "the NVMe drivers are needed to boot, false is given",
        ),
        Wrong(
            NVME | _guest("kernel/commandLine", "console=ttyS0 nvme_core.io_timeout=30"),
            f"{_AT}.kernel.commandLine",
            "nvme_core.io_timeout=240 is not among the kernel's parameters",
        ),
    ],
    "LNX013": [
        Wrong(
            _kernel("2.6.36-1-generic"),
            f"{_AT}.kernel.commandLine",
            "numa=off is not among the parameters of the kernel '2.6.36-1-generic'",
        ),
        Wrong(
            _kernel("2.6.32-503.el6.x86_64"),
            f"{_AT}.kernel.commandLine",
            "numa=off is not among the parameters of the kernel '2.6.32-503.el6.x86_64'",
        ),
        Wrong(
            _kernel("2.6.32-431", distribution={"name": "rhel"}),
            f"{_AT}.kernel.commandLine",
            "numa=off is not among the parameters of the kernel '2.6.32-431'",
        ),
    ],
    "LNX014": [
        Wrong(
            _guest("login/sshServer", False),
            f"{_AT}.login.sshServer",
            "no SSH server starts with the machine",
        ),
    ],
    "LNX015": [
        Wrong(
            _guest("cloudInit/datasources", ["Azure", "NoCloud"]),
            f"{_AT}.cloudInit.datasources",
            "cloud-init looks at 'Azure' and 'NoCloud', 'Azure' alone is wanted",
        ),
        Wrong(
            _guest("cloudInit/datasources", []),
            f"{_AT}.cloudInit.datasources",
            "cloud-init looks at nothing, 'Azure' alone is wanted",
        ),
    ],
    "LNX016": [
        Wrong(
            _runtime(python="2.5"),
            f"{_AT}.linuxAgent.runtime.python",
            "'2.5' is given, the agent needs 2.6 or newer",
        ),
        Wrong(
            _runtime(openssl="0.9.8zh"),
            f"{_AT}.linuxAgent.runtime.openssl",
            "'0.9.8zh' is given, the agent needs 1.0 or newer",
        ),
        Wrong(
            _runtime(openssh="5.2p1"),
            f"{_AT}.linuxAgent.runtime.openssh",
            "'5.2p1' is given, the agent needs 5.3 or newer",
        ),
        Wrong(
            _runtime(missingTools=["parted", "sudo"]),
            f"{_AT}.linuxAgent.runtime.missingTools",
            "the agent calls 'parted', 'sudo'",
        ),
    ],
    "LNX027": [
        Wrong(
            _guest("kernel/unsignedModules", True) | {f"{WEB}/securityType": "TrustedLaunchSupported"},
            f"{_AT}.kernel.unsignedModules",
            "the modules are not loaded with Secure Boot, and TrustedLaunchSupported machines have Secure Boot "
            "on unless told otherwise",
        ),
        Wrong(
            _guest("kernel/unsignedModules", True) | _guest("secureBoot", True),
            f"{_AT}.kernel.unsignedModules",
            "the modules are not loaded with Secure Boot, and secureBoot is true",
        ),
    ],
}
RIGHT: dict[str, list[Changes]] = {
    "LNX003": [
        {f"{APP}/guest/linuxAgent/provisioning": False},
        _guest("linuxAgent/provisioning", True),
    ],
    "LNX004": [
        _guest("linuxAgent/installed", True),
    ],
    "LNX006": [
        _guest("prepared/lastAccountRemoved", True),
        {f"{APP}/guest/prepared/lastAccountRemoved": False},
    ],
    "LNX007": [
        _udf(),
        _udf(cloudInit={"version": "21.2", "customData": False}, login={"sshKeysOnly": True}),
        {f"{APP}/guest/kernel/udf": False, f"{APP}/guest/login/sshKeysOnly": False},
    ],
    "LNX009": [
        _guest("disk", {"swap": False, "lvm": False}),
    ],
    "LNX010": [
        _guest("kernel/commandLine", "console=tty0 console=ttyS0,115200"),
        _guest("kernel/commandLine", "console=ttyAMA0")
        | {f"{WEB}/architecture": "Arm64", f"{WEB_1}/source": {"vhd": VHD}},
    ],
    "LNX011": [
        _guest("disk/mountedByUuid", True),
    ],
    "LNX012": [
        NVME
        | _guest("prepared/nvmeDrivers", True)
        | _guest("kernel/commandLine", "console=ttyS0 nvme_core.io_timeout=240"),
        _guest("prepared/nvmeDrivers", False),
    ],
    "LNX013": [
        _kernel("2.6.37"),
        _kernel("2.6.32-504.el6"),
        _kernel("2.6.32", distribution={"name": "centos"}),
        _guest("kernel", {"version": "2.6.36", "commandLine": "console=ttyS0 numa=off"}),
        _guest("kernel", {"version": "2.6.36"}),
        _kernel("unknown"),
    ],
    "LNX014": [
        _guest("login/sshServer", True),
    ],
    "LNX015": [
        _guest("cloudInit/datasources", ["azure"]),
    ],
    "LNX016": [
        _runtime(python="2.6", openssl="1", openssh="5.3", missingTools=[]),
        _guest("linuxAgent", {"installed": True, "runtime": {"python": "none"}}),
    ],
    "LNX027": [
        _guest("kernel/unsignedModules", True),
        _guest("kernel/unsignedModules", True)
        | _guest("secureBoot", False)
        | {f"{WEB}/securityType": "TrustedLaunchSupported"},
    ],
}
