"""Examples of the rules about image definitions."""

from azure_image_gallery.rules.rule import Severity
from tests.rules.declarations import MACHINE, Changes
from tests.rules.rule_examples.example import ALPHABET, APP, APP_1, WEB, Wrong

WRONG: dict[str, list[Wrong]] = {
    "IMG001": [
        Wrong(
            {f"{WEB}/name": "a b"},
            "imageDefinitions.web.name",
            f"'a b' has other characters than {ALPHABET}",
        ),
        Wrong(
            {f"{WEB}/name": "a" * 81},
            "imageDefinitions.web.name",
            f"'{'a' * 79}…' has 81 characters, at most 80 are allowed",
        ),
        Wrong({f"{WEB}/name": "web-"}, "imageDefinitions.web.name", "'web-' ends with '-'"),
        Wrong({f"{WEB}/name": "_web"}, "imageDefinitions.web.name", "'_web' begins with '_'"),
        Wrong({f"{WEB}/name": ""}, "imageDefinitions.web.name", "an empty text is given, a name is wanted"),
    ],
    "IMG002": [
        Wrong(
            {f"{WEB}/identifier/publisher": "p."},
            "imageDefinitions.web.identifier.publisher",
            "'p.' ends with '.'",
        ),
        Wrong(
            {f"{WEB}/identifier/publisher": "p" * 129},
            "imageDefinitions.web.identifier.publisher",
            f"'{'p' * 79}…' has 129 characters, at most 128 are allowed",
        ),
    ],
    "IMG003": [
        Wrong(
            {f"{WEB}/identifier/offer": "o" * 65},
            "imageDefinitions.web.identifier.offer",
            f"'{'o' * 65}' has 65 characters, at most 64 are allowed",
        ),
    ],
    "IMG004": [
        Wrong(
            {f"{WEB}/identifier/sku": "24/04"},
            "imageDefinitions.web.identifier.sku",
            f"'24/04' has other characters than {ALPHABET}",
        ),
        Wrong(
            {f"{WEB}/identifier/sku": "s" * 65},
            "imageDefinitions.web.identifier.sku",
            f"'{'s' * 65}' has 65 characters, at most 64 are allowed",
        ),
    ],
    "IMG005": [
        Wrong(
            {f"{APP}/identifier/sku": "web"},
            "imageDefinitions.app.identifier",
            "'contoso/linux/web' identifies 'web' already",
        ),
        Wrong(
            {f"{APP}/identifier/sku": "WEB"},
            "imageDefinitions.app.identifier",
            "'contoso/linux/WEB' identifies 'web' already",
            Severity.WARNING,
        ),
    ],
    "IMG012": [
        Wrong(
            {
                f"{APP}/architecture": "Arm64",
                f"{APP}/hyperVGeneration": "V1",
                f"{APP_1}/source": {"virtualMachine": MACHINE},
            },
            "imageDefinitions.app.architecture",
            "Arm64 needs hyperVGeneration V2, V1 is given",
        ),
    ],
    "IMG014": [
        Wrong(
            {f"{WEB}/endOfLifeDate": "soon"},
            "imageDefinitions.web.endOfLifeDate",
            "the text 'soon' is not a date such as 2028-04-30",
        ),
        Wrong(
            {f"{WEB}/endOfLifeDate": "2028-02-30"},
            "imageDefinitions.web.endOfLifeDate",
            "the text '2028-02-30' is not a date such as 2028-04-30",
        ),
        Wrong(
            {f"{WEB}/endOfLifeDate": 20280430},
            "imageDefinitions.web.endOfLifeDate",
            "the number 20280430 is not a date such as 2028-04-30",
        ),
    ],
    "IMG015": [
        Wrong(
            {f"{WEB}/endOfLifeDate": "2026-09-01"},
            "imageDefinitions.web.endOfLifeDate",
            "2026-09-01 lies in the past, a new one is refused",
        ),
    ],
    "IMG017": [
        Wrong(
            {f"{WEB}/recommended/vCPUs": {"min": 4, "max": 2}},
            "imageDefinitions.web.recommended.vCPUs.min",
            "4 is above the maximum, 2",
        ),
    ],
    "IMG018": [
        Wrong(
            {f"{WEB}/recommended/memory": {"min": 2, "max": 1}},
            "imageDefinitions.web.recommended.memory.min",
            "2 is above the maximum, 1",
        ),
    ],
    "IMG019": [
        Wrong(
            {f"{WEB}/recommended/vCPUs": {"min": 0}},
            "imageDefinitions.web.recommended.vCPUs.min",
            "0 is below 1",
        ),
        Wrong(
            {f"{WEB}/recommended/memory": {"max": -1}},
            "imageDefinitions.web.recommended.memory.max",
            "-1 is below 1",
        ),
    ],
    "IMG020": [
        Wrong(
            {f"{WEB}/recommended/vCPUs": {"max": 129}},
            "imageDefinitions.web.recommended.vCPUs.max",
            "129 is above 128",
        ),
        Wrong(
            {f"{WEB}/recommended/memory": {"max": 4001}},
            "imageDefinitions.web.recommended.memory.max",
            "4001 is above 4000",
        ),
    ],
    "IMG021": [
        Wrong(
            {f"{WEB}/disallowed/diskTypes": ["Standard_LRS", "UltraSSD_LRS"]},
            "imageDefinitions.web.disallowed.diskTypes[1]",
            "whether Azure heeds 'UltraSSD_LRS' here is not known",
        ),
        Wrong(
            {f"{WEB}/disallowed/diskTypes": ["Premium"]},
            "imageDefinitions.web.disallowed.diskTypes[0]",
            "'Premium' is no kind of disk storage, did you mean 'Premium_LRS'?",
        ),
    ],
    "IMG025": [
        Wrong(
            {f"{WEB}/eula": ""},
            "imageDefinitions.web.eula",
            "an empty text is given, an address is wanted",
        ),
    ],
    "IMG024": [
        Wrong(
            {f"{WEB}/eula": "ftp://x"},
            "imageDefinitions.web.eula",
            "'ftp://x' is not an http or https address",
        ),
        Wrong(
            {f"{WEB}/releaseNoteUri": "notes"},
            "imageDefinitions.web.releaseNoteUri",
            "'notes' is not an http or https address",
        ),
        Wrong(
            {f"{WEB}/privacyStatementUri": ""},
            "imageDefinitions.web.privacyStatementUri",
            "'' is not an http or https address",
        ),
    ],
}

RIGHT: dict[str, list[Changes]] = {
    "IMG001": [{f"{WEB}/name": "a" * 80}, {f"{WEB}/name": "ubuntu-24.04_lts"}],
    "IMG002": [{f"{WEB}/identifier/publisher": "p" * 128}, {f"{WEB}/identifier/publisher": "p-"}],
    "IMG003": [{f"{WEB}/identifier/offer": "o" * 64}],
    "IMG004": [{f"{WEB}/identifier/sku": "s" * 64}, {f"{WEB}/identifier/sku": "24_04-lts.1"}],
    "IMG005": [{f"{APP}/identifier/offer": "other", f"{APP}/identifier/sku": "web"}],
    "IMG012": [{f"{APP}/architecture": "Arm64", f"{APP_1}/source": {"virtualMachine": MACHINE}}],
    "IMG014": [
        {f"{WEB}/endOfLifeDate": "2028-04-30 00:00:00 +0000 UTC"},
        {f"{WEB}/endOfLifeDate": "2028-04-30"},
    ],
    "IMG015": [{f"{WEB}/endOfLifeDate": "2026-09-01T00:00:01Z"}],
    "IMG017": [{f"{WEB}/recommended/vCPUs": {"min": 2, "max": 2}}],
    "IMG018": [{f"{WEB}/recommended/memory": {"min": 2, "max": 2}}],
    "IMG019": [{f"{WEB}/recommended/memory": {"min": 1}}],
    "IMG020": [
        {f"{WEB}/recommended": {"vCPUs": {"min": 128, "max": 128}, "memory": {"min": 4000, "max": 4000}}},
    ],
    "IMG021": [
        {f"{WEB}/disallowed/diskTypes": ["Standard_LRS", "Premium_LRS"]},
        {f"{WEB}/disallowed": {}},
    ],
    "IMG025": [{f"{WEB}/eula": "http://example.com/eula"}],
    "IMG024": [{f"{WEB}/eula": "HTTPS://example.com/eula"}],
}
