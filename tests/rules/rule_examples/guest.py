"""Examples of the rules about the guest operating system."""

from tests.rules.declarations import Changes
from tests.rules.rule_examples.example import APP, WEB, Wrong

WRONG: dict[str, list[Wrong]] = {
    "LNX001": [
        Wrong(
            {f"{WEB}/guest/provisioning": "none"},
            "imageDefinitions.web.guest.provisioning",
            "a Generalized image needs a provisioning agent, none is given",
        ),
        Wrong(
            {f"{WEB}/guest": {"provisioning": "azure-linux-agent", "linuxAgent": {"installed": False}}},
            "imageDefinitions.web.guest.linuxAgent.installed",
            "the Azure Linux Agent is to provision the image, false is given",
        ),
    ],
    "LNX002": [
        Wrong(
            {f"{WEB}/guest/provisioning": "custom"},
            "imageDefinitions.web.guest.provisioning",
            "a custom provisioner has to report ready to Azure by itself",
        ),
    ],
    "LNX005": [
        Wrong(
            {f"{WEB}/guest/prepared/deprovisioned": False},
            "imageDefinitions.web.guest.prepared.deprovisioned",
            "a Generalized image is deprovisioned, false is given",
        ),
        Wrong(
            {f"{APP}/guest/prepared/deprovisioned": True},
            "imageDefinitions.app.guest.prepared.deprovisioned",
            "a Specialized image is not deprovisioned, true is given",
        ),
    ],
    "LNX008": [
        Wrong(
            {f"{APP}/guest/prepared/hyperVDrivers": False},
            "imageDefinitions.app.guest.prepared.hyperVDrivers",
            "the Hyper-V drivers are needed to boot, false is given",
        ),
    ],
}

RIGHT: dict[str, list[Changes]] = {
    "LNX001": [
        {f"{WEB}/guest/provisioning": "cloud-init"},
        {f"{APP}/guest/provisioning": "none"},
        {f"{WEB}/guest": {}},
    ],
    "LNX002": [{f"{APP}/guest/provisioning": "custom"}],
    "LNX005": [{f"{WEB}/guest/prepared/deprovisioned": True, f"{APP}/guest/prepared/deprovisioned": False}],
    "LNX008": [{f"{WEB}/guest/prepared/hyperVDrivers": True}],
}
