"""Examples of the rules about tags, names of resource groups, subscriptions and regions: what Azure calls things."""

from typing import Any

from tests.rules.declarations import COMPUTE, SET, SUBSCRIPTION, Changes
from tests.rules.rule_examples.application import AGENT, AT_AGENT_1, application, version
from tests.rules.rule_examples.example import APP_1, AT_WEB_1, BASE, WEB, WEB_1, Wrong

OTHER = "other characters than letters, digits, dots, underscores, hyphens and parentheses"


def many(count: int, word: str = "t") -> dict[str, Any]:
    return {f"{word}{number}": "x" for number in range(count)}


WRONG: dict[str, list[Wrong]] = {
    "CFG024": [
        Wrong({"gallery/tags": many(51)}, "gallery.tags", "51 tags are given, at most 50 are allowed"),
        Wrong(
            {"gallery/tags": many(50), f"{WEB}/tags": {"team": "web"}},
            "imageDefinitions.web.tags",
            "51 tags with those of what it lies in, at most 50 are allowed",
        ),
        Wrong(
            {"gallery/tags": many(30), f"{WEB_1}/tags": many(21, "v")},
            f"{AT_WEB_1}.tags",
            "51 tags with those of what it lies in, at most 50 are allowed",
        ),
        Wrong(
            {"gallery/tags": many(50)} | application(tags={"team": "web"}),
            "applications.agent.tags",
            "51 tags with those of what it lies in, at most 50 are allowed",
        ),
        Wrong(
            {"gallery/tags": many(20)} | version(tags=many(21, "v")) | {AGENT: {"tags": many(10, "a")}},
            f"{AT_AGENT_1}.tags",
            "51 tags with those of what it lies in, at most 50 are allowed",
        ),
    ],
    "CFG025": [
        Wrong(
            {"gallery/tags": {"a<b?": "x"}},
            'gallery.tags["a<b?"]',
            "'a<b?' has < ? in it, which no key may have",
        ),
        Wrong(
            {"gallery/tags": {"k" * 513: "x"}},
            f"gallery.tags.{'k' * 513}",
            f"'{'k' * 79}…' has 513 characters, at most 512 are allowed",
        ),
        Wrong({"gallery/tags": {"": "x"}}, 'gallery.tags[""]', "an empty text is given, a key is wanted"),
        Wrong(
            {f"{BASE}/tags": {"team": "x" * 257}},
            "managedImages.base.tags.team",
            "the value has 257 characters, at most 256 are allowed",
        ),
        Wrong(
            {"resourceGroups/rg-images/tags": {"team": "a", "Team": "b"}},
            'resourceGroups["rg-images"].tags.Team',
            "'Team' and 'team' are the same key to Azure",
        ),
    ],
    "CFG026": [
        Wrong(
            {"resourceGroups/rg-spare": {"name": "a b"}},
            'resourceGroups["rg-spare"].name',
            f"'a b' has {OTHER}",
        ),
        Wrong({"resourceGroups/rg-spare.": {}}, 'resourceGroups["rg-spare."]', "'rg-spare.' ends with a dot"),
        Wrong(
            {"resourceGroups/rg-spare": {"name": "a" * 91}},
            'resourceGroups["rg-spare"].name',
            f"'{'a' * 79}…' has 91 characters, at most 90 are allowed",
        ),
        Wrong(
            {"resourceGroups/rg-spare": {"name": ""}},
            'resourceGroups["rg-spare"].name',
            "an empty text is given, a name is wanted",
        ),
    ],
    "CFG027": [
        Wrong(
            {f"{BASE}/resourceGroup": "RG-Images"},
            "managedImages.base.resourceGroup",
            "'RG-Images' is the group that is declared as 'rg-images'",
        ),
        Wrong(
            {"resourceGroups/spare": {"name": "rg-spare"}, f"{BASE}/resourceGroup": "rg-spare"},
            "managedImages.base.resourceGroup",
            "'rg-spare' is the group that is declared as 'spare'",
        ),
    ],
    "CFG028": [
        Wrong(
            {"galleries": {"dev": f"{COMPUTE}/galleries/dev".replace(SUBSCRIPTION, "production")}},
            "galleries.dev",
            "'production' stands for the subscription, its id, a GUID, is wanted",
        ),
        Wrong(
            {f"{APP_1}/source/virtualMachine": f"{COMPUTE}/virtualMachines/build".replace(SUBSCRIPTION, "s")},
            'imageVersions.app["1.0.0"].source.virtualMachine',
            "'s' stands for the subscription, its id, a GUID, is wanted",
        ),
        Wrong(
            {
                f"{APP_1}/targetRegions": [
                    {
                        "name": "westeurope",
                        "encryption": {"osDisk": {"diskEncryptionSet": SET.replace(SUBSCRIPTION, "s")}},
                    }
                ]
            },
            'imageVersions.app["1.0.0"].targetRegions[0].encryption.osDisk.diskEncryptionSet',
            "'s' stands for the subscription, its id, a GUID, is wanted",
        ),
    ],
    "CFG029": [
        Wrong(
            {"resourceGroups/rg-spare": {"location": "westeurop"}},
            'resourceGroups["rg-spare"].location',
            "'westeurop' is not a known region, did you mean 'westeurope'?",
        ),
        Wrong(
            {"regionSets/europe": [{"name": "westeurope"}, {"name": "zzz"}]},
            "regionSets.europe[1].name",
            "'zzz' is not a known region",
        ),
    ],
}

RIGHT: dict[str, list[Changes]] = {
    "CFG024": [
        {"gallery/tags": many(50)},
        {"gallery/tags": many(50), f"{WEB}/tags": {"T1": "web"}},
        {"gallery/tags": many(30), f"{WEB_1}/tags": many(20, "v")},
        {"gallery/tags": many(50)} | application(tags={"T1": "web"}),
        {"gallery/tags": many(20)} | version(tags=many(20, "v")) | {AGENT: {"tags": many(10, "a")}},
    ],
    "CFG025": [{"gallery/tags": {"k" * 512: "x" * 256, "hidden-title": "", "größe": "<>%&\\?/"}}],
    "CFG026": [
        {"resourceGroups/rg-spare": {"name": "(größe)_1.a"}},
        {"resourceGroups/rg": {"name": "a" * 90}},
    ],
    "CFG027": [{f"{BASE}/resourceGroup": "rg-images"}, {f"{BASE}/resourceGroup": "rg-elsewhere"}],
    "CFG028": [
        {"galleries": {"dev": f"{COMPUTE}/galleries/dev".replace(SUBSCRIPTION, SUBSCRIPTION.upper())}}
    ],
    "CFG029": [{"resourceGroups/rg-spare": {"location": "West US 3"}}],
}
