"""Examples of the rules about distributions."""

from tests.rules.declarations import Changes
from tests.rules.rule_examples.example import NVME, WEB, Wrong

_AT = "imageDefinitions.web.guest"
_TRUSTED: Changes = {f"{WEB}/securityType": "TrustedLaunchSupported"}


def _guest(place: str, value: object) -> Changes:
    return {f"{WEB}/guest/{place}": value}


def _is(name: str, version: str | None = None) -> Changes:
    return _guest("distribution", {"name": name} | ({"version": version} if version else {}))


def _like(name: str, version: str | None = None) -> Changes:
    like = {"name": "other", "version": "1", "like": name}
    return _guest("distribution", like | ({"likeVersion": version} if version else {}))


WRONG: dict[str, list[Wrong]] = {
    "SEC018": [
        Wrong(
            NVME | _is("ubuntu", "24.10"),
            f"{_AT}.distribution.version",
            "ubuntu 24.10 is not on the list for NVMe",
        ),
        Wrong(NVME | _is("opensuse"), f"{_AT}.distribution.name", "opensuse is not on the list for NVMe"),
        Wrong(
            NVME | _is("rhel", "8.5"), f"{_AT}.distribution.version", "rhel 8.5 is not on the list for NVMe"
        ),
        Wrong(
            NVME | _is("sles", "15 SP3"),
            f"{_AT}.distribution.version",
            "sles 15 SP3 is not on the list for NVMe",
        ),
        Wrong(
            NVME | _like("oracle", "8.4"),
            f"{_AT}.distribution.likeVersion",
            "oracle 8.4 is not on the list for NVMe",
        ),
    ],
    "LNX020": [
        Wrong(
            _is("centos", "7.9"),
            f"{_AT}.distribution.version",
            "centos 7.9 has had no updates since 2024-06-30",
        ),
        Wrong(
            _is("centos", "5.11"),
            f"{_AT}.distribution.version",
            "centos 5.11 has had no updates since 2017-03-31",
        ),
    ],
    "LNX021": [
        Wrong(
            _is("debian", "12") | _guest("prepared/fromAzureImage", False),
            f"{_AT}.prepared.fromAzureImage",
            "the image is not built with Debian's own for Azure",
        ),
        Wrong(
            _is("debian") | _guest("prepared/hyperVDaemons", False),
            f"{_AT}.prepared.hyperVDaemons",
            "the Hyper-V daemons are not installed",
        ),
        Wrong(
            _like("debian") | _guest("provisioning", "azure-linux-agent"),
            f"{_AT}.provisioning",
            "Debian is provisioned by cloud-init, azure-linux-agent is given",
        ),
    ],
    "LNX022": [
        Wrong(
            _is("flatcar") | _guest("prepared/fromAzureImage", False),
            f"{_AT}.prepared.fromAzureImage",
            "the image is not built from Flatcar's own for Azure",
        ),
    ],
    "LNX023": [
        Wrong(_is("oracle", "6.10"), f"{_AT}.distribution.version", "oracle 6.10 is at its end of life"),
        Wrong(
            _is("oracle", "7") | _guest("network/networkManager", False),
            f"{_AT}.network.networkManager",
            "Oracle Linux keeps NetworkManager from version 7 on",
        ),
        Wrong(
            _is("oracle", "7.1") | _guest("kernel/version", "2.6.39-400.215.el7uek"),
            f"{_AT}.kernel.version",
            "'2.6.39-400.215.el7uek' is the second UEK, which Azure does not support",
        ),
    ],
    "LNX024": [
        Wrong(_is("rhel", "6.10"), f"{_AT}.distribution.version", "rhel 6.10 is not covered, 7 to 10 are"),
        Wrong(_is("rhel", "11.0"), f"{_AT}.distribution.version", "rhel 11.0 is not covered, 7 to 10 are"),
        Wrong(
            _is("rhel") | _guest("prepared/growRoot", False),
            f"{_AT}.prepared.growRoot",
            "the root partition does not grow at first boot",
        ),
        Wrong(
            _is("rhel") | _guest("prepared/hyperVDaemons", False),
            f"{_AT}.prepared.hyperVDaemons",
            "the Hyper-V daemons are not installed",
        ),
    ],
    "LNX025": [
        Wrong(
            _is("opensuse") | _guest("network/leftoversRemoved", False),
            f"{_AT}.network.leftoversRemoved",
            "network settings of the build machine are left in the image",
        ),
        Wrong(
            _is("sles", "15.6") | _guest("network/leftoversRemoved", False),
            f"{_AT}.network.leftoversRemoved",
            "network settings of the build machine are left in the image",
        ),
    ],
    "LNX026": [
        Wrong(
            _is("ubuntu") | _guest("prepared/fromAzureImage", False),
            f"{_AT}.prepared.fromAzureImage",
            "the image is not built from Canonical's own for Azure",
        ),
        Wrong(
            _is("ubuntu") | _guest("network/leftoversRemoved", False),
            f"{_AT}.network.leftoversRemoved",
            "netplan files of the build machine are left in the image",
        ),
        Wrong(
            _is("ubuntu") | _guest("kernel/version", "6.8.0-45-generic"),
            f"{_AT}.kernel.version",
            "'6.8.0-45-generic' is not the kernel of linux-azure",
        ),
        Wrong(
            _is("ubuntu") | _guest("provisioning", "cloud-init") | _guest("linuxAgent/provisioning", True),
            f"{_AT}.linuxAgent.provisioning",
            "cloud-init provisions, and the agent is to provision too",
        ),
        Wrong(
            _is("ubuntu") | _guest("disk/efiFallback", False),
            f"{_AT}.disk.efiFallback",
            "no boot loader is where the firmware of generation V2 tries unasked",
        ),
    ],
    "LNX028": [
        Wrong(
            _TRUSTED | _is("debian", "13"),
            f"{_AT}.distribution.version",
            "debian 13 is not on the list for Trusted Launch",
        ),
        Wrong(
            _TRUSTED | _is("almalinux", "9.1"),
            f"{_AT}.distribution.version",
            "almalinux 9.1 is not on the list for Trusted Launch",
        ),
        Wrong(
            _TRUSTED | _is("flatcar", "4230.2"),
            f"{_AT}.distribution.name",
            "flatcar is not on the list for Trusted Launch",
        ),
        Wrong(
            _TRUSTED | _is("rhel", "8.5"),
            f"{_AT}.distribution.version",
            "rhel 8.5 is not on the list for Trusted Launch",
        ),
    ],
}
RIGHT: dict[str, list[Changes]] = {
    "SEC018": [
        NVME | _is("ubuntu", "24.04"),
        NVME | _is("ubuntu"),
        NVME | _is("rhel", "8.6"),
        NVME | _is("rhel", "7.9"),
        NVME | _is("rhel", "8"),
        NVME | _is("sles", "15-SP4"),
        NVME | _is("other"),
        _is("ubuntu", "24.10"),
        NVME | _like("oracle"),
    ],
    "LNX020": [
        _is("centos", "9"),
        _is("centos") | _guest("network/networkManager", True),
        _is("centos", "stream"),
    ],
    "LNX021": [
        _is("debian", "12") | _guest("prepared", {"fromAzureImage": True, "hyperVDaemons": True}),
    ],
    "LNX022": [
        _is("flatcar") | _guest("prepared/fromAzureImage", True),
    ],
    "LNX023": [
        _is("oracle", "7") | _guest("network/networkManager", True),
        _is("oracle", "9.4") | _guest("kernel/version", "5.15.0-300.el9uek"),
    ],
    "LNX024": [
        _is("rhel", "7"),
        _is("rhel", "10.1") | _guest("prepared", {"growRoot": True, "hyperVDaemons": True}),
    ],
    "LNX025": [
        _is("sles") | _guest("network/leftoversRemoved", True),
        _is("azurelinux") | _guest("network/leftoversRemoved", False),
    ],
    "LNX026": [
        _is("ubuntu", "24.04")
        | _guest("kernel/version", "6.8.0-1021-azure")
        | _guest("disk/efiFallback", True),
        _is("ubuntu") | _guest("provisioning", "azure-linux-agent") | _guest("linuxAgent/provisioning", True),
    ],
    "LNX028": [
        _TRUSTED | _is("debian", "12.9"),
        _TRUSTED | _is("almalinux", "9"),
        _TRUSTED | _is("rhel", "9.6"),
        _TRUSTED | _is("rhel", "8.6"),
        _TRUSTED | _is("azurelinux", "3.0"),
        _is("debian", "13"),
    ],
}
