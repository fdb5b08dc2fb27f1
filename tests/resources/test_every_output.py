"""Wherever a value may be an output: it is sent as the value itself would be, and waited for where it is not there.

The declaration below gives a value to every field that admits one; a field that is added to a model has to be
added to it.
"""

import copy
import typing
from collections.abc import Iterator
from types import NoneType, UnionType
from typing import Annotated, Any, Union, cast, get_args, get_origin

import pulumi
import pytest

from azure_image_gallery import DeclarationError, ImageGallery
from azure_image_gallery.spec.declaration import Declaration
from azure_image_gallery.spec.model import Model, azure_name
from azure_image_gallery.spec.path import Path, format_path
from azure_image_gallery.spec.unknown import FromOutside
from azure_image_gallery.spec.walk import replaced
from tests.resources.mocks import SUBSCRIPTION, Deploy
from tests.resources.test_outputs_as_inputs import unknown

COMPUTE = f"/subscriptions/{SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Compute"
STORAGE = f"/subscriptions/{SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.Storage/storageAccounts/vhds"
GALLERY = f"{COMPUTE}/galleries/other"
IDENTITY = COMPUTE.replace("Compute", "ManagedIdentity/userAssignedIdentities/builder")
SET = f"{COMPUTE}/diskEncryptionSets/there"
VHD = {"uri": "https://vhds.blob.core.windows.net/vhds/linux.vhd", "storageAccountId": STORAGE}
VAULT_KEYS = "https://images.vault.azure.net/keys"
PROVIDERS = f"/subscriptions/{SUBSCRIPTION}/resourceGroups/rg/providers"
VAULT = f"{PROVIDERS}/Microsoft.KeyVault/vaults"
IDENTITIES = f"{PROVIDERS}/Microsoft.ManagedIdentity/userAssignedIdentities"
PUBLIC = "/CommunityGalleries/public-00000000/Images/linux/Versions/1.0.0"
SHARED = f"/SharedGalleries/{SUBSCRIPTION}-CONTOSO/Images/linux/Versions/1.0.0"
PLATFORM = (
    f"/subscriptions/{SUBSCRIPTION}/Providers/Microsoft.Compute/Locations/westeurope/Publishers/contoso"
    "/ArtifactTypes/VMImage/Offers/linux/Skus/gen2/Versions/1.0.0"
)
SAN = (
    f"/subscriptions/{SUBSCRIPTION}/resourceGroups/rg/providers/Microsoft.ElasticSan/elasticSans/san"
    "/volumeGroups/data/snapshots/friday"
)
KEYS = f"{COMPUTE}/diskEncryptionSets/keys"
TAGS = {"team": "images"}
LOCK = {"level": "CanNotDelete", "notes": "Why"}
WEST = "westeurope"
HERE, THERE = (f"eeeeeeee-2000-4000-8000-00000000000{n}" for n in (1, 2))


def _disk(name: str) -> dict[str, Any]:
    return {"disk": f"{COMPUTE}/disks/{name}"}


def _placed(**more: Any) -> dict[str, Any]:
    return {"resourceGroup": "rg", "location": WEST, "tags": TAGS, **more}


DISK_SETTINGS: dict[str, Any] = {
    "networkAccessPolicy": "AllowPrivate",
    "diskAccessId": f"{COMPUTE}/diskAccesses/private",
    "encryption": {"diskEncryptionSet": KEYS},
    "extendedLocation": {"name": "microsoftlosangeles1"},
}
OS_DISK: dict[str, Any] = {
    "source": {"vhd": VHD, "securityDataUri": "https://vhds.blob.core.windows.net/vhds/vmgs.vhd"},
    "osType": "Linux",
    "hyperVGeneration": "V2",
    "securityProfile": {
        "securityType": "ConfidentialVM_DiskEncryptedWithCustomerKey",
        "diskEncryptionSet": KEYS,
    },
    "purchasePlan": {"name": "plan", "publisher": "contoso", "product": "linux", "promotionCode": "free"},
}
IMAGES: dict[str, Any] = {
    "version": {"source": {"imageVersion": f"{GALLERY}/images/linux/versions/1.0.0"}},
    "community": {"source": {"communityImage": PUBLIC}},
    "shared": {"source": {"sharedImage": SHARED}},
    "platform": {"source": {"platformImage": PLATFORM}},
    "san": {"source": {"elasticSanSnapshot": SAN}},
}
ACTIONS: dict[str, Any] = {
    "restart": {
        "script": "systemctl restart agent",
        "description": "Restarts it",
        "parameters": {"unit": {"defaultValue": "agent", "description": "What"}},
    },
}
DECLARATION: dict[str, Any] = {
    "location": WEST,
    "resourceGroups": {
        "rg-images": {
            "location": WEST,
            "tags": TAGS,
            "lock": LOCK,
            "managedBy": f"{COMPUTE}/virtualMachines/build",
        }
    },
    "gallery": _placed(
        name="contoso",
        description="Images",
        tenantId=HERE,
        identity={"type": "UserAssigned", "userAssignedIdentities": [IDENTITY]},
    ),
    "galleries": {"staging": GALLERY},
    "imageDefinitions": {
        name: {
            "identifier": {"publisher": "contoso", "offer": name, "sku": "1"},
            "osState": state,
            "hyperVGeneration": "V2",
            "location": WEST,
            "description": "An image",
            "endOfLifeDate": "2099-01-01T00:00:00+00:00",
            "eula": "https://contoso.example/eula",
            "privacyStatementUri": "https://contoso.example/privacy",
            "releaseNoteUri": "https://contoso.example/notes",
            "tags": TAGS,
        }
        for name, state in (("linux", "Generalized"), ("clone", "Specialized"))
    }
    | {
        security: {
            "identifier": {"publisher": "contoso", "offer": security, "sku": "1"},
            "osState": "Specialized",
            "hyperVGeneration": "V2",
            "securityType": security,
        }
        for security in ("ConfidentialVM", "TrustedLaunchSupported")
    },
    "imageVersions": {
        "linux": {
            "1.0.0": {
                "source": {"managedImage": f"{COMPUTE}/images/base", "location": WEST},
                "location": WEST,
                "endOfLifeDate": "2099-01-01T00:00:00+00:00",
                "tags": TAGS,
            },
            "1.0.1": {"source": {"virtualMachine": f"{COMPUTE}/virtualMachines/build"}},
            "1.0.2": {"source": {"imageVersion": f"{GALLERY}/images/linux/versions/1.0.0", "tenantId": HERE}},
            "1.0.3": {"source": {"communityImage": PUBLIC}},
            "1.0.4": {"source": {"vhd": VHD}},
        },
        "clone": {
            "1.0.0": {"source": _disk("app")},
            "1.0.1": {"source": {"snapshot": f"{COMPUTE}/snapshots/app"}},
            "1.0.2": {
                "source": {"osDisk": _disk("app"), "dataDisks": {"0": _disk("data")}},
                "targetRegions": [
                    {
                        "name": WEST,
                        "encryption": {
                            "osDisk": {"diskEncryptionSet": SET},
                            "dataDisks": {"0": {"diskEncryptionSet": SET}},
                        },
                    }
                ],
            },
            "1.0.3": {
                "source": {
                    "osDisk": {"snapshot": f"{COMPUTE}/snapshots/app"},
                    "dataDisks": {"0": {"vhd": VHD}},
                }
            },
        },
        "ConfidentialVM": {
            "1.0.0": {
                "source": _disk("secret"),
                "targetRegions": [
                    {
                        "name": WEST,
                        "encryption": {
                            "osDisk": {
                                "securityProfile": {
                                    "confidentialVMEncryptionType": "EncryptedWithCmk",
                                    "secureVMDiskEncryptionSet": SET,
                                }
                            }
                        },
                    }
                ],
            },
        },
        "TrustedLaunchSupported": {
            "1.0.0": {
                "source": {"vhd": VHD},
                "securityProfile": {
                    "uefiSettings": {
                        "signatureTemplateNames": ["MicrosoftUefiCertificateAuthorityTemplate"],
                        "additionalSignatures": {"db": [{"type": "x509", "value": ["MIIB"]}]},
                    }
                },
            },
        },
    },
    "managedImages": {
        "machine": _placed(
            source={"virtualMachine": f"{COMPUTE}/virtualMachines/build", "location": WEST},
            extendedLocation={"name": "microsoftlosangeles1"},
        ),
        "disk": {"source": _disk("ready")},
        "snapshot": {"source": {"snapshot": f"{COMPUTE}/snapshots/ready"}},
        "vhd": {"source": {"vhd": {"uri": VHD["uri"]}}},
        "disks": {
            "source": {
                "osDisk": {**_disk("ready"), "diskEncryptionSet": KEYS},
                "dataDisks": {"0": {"snapshot": f"{COMPUTE}/snapshots/data"}},
            }
        },
    },
    "managedDisks": {
        "disk": _placed(source={**_disk("app"), "location": WEST}, **DISK_SETTINGS),
        "snapshot": {"source": {"snapshot": f"{COMPUTE}/snapshots/app"}},
        "vhd": {"source": {"vhd": VHD}},
        "secure": OS_DISK,
        **IMAGES,
        "backup": {
            "source": {
                "restorePoint": f"{COMPUTE}/restorePointCollections/c/restorePoints/p/diskRestorePoints/d"
            }
        },
    },
    "snapshots": {
        "disk": _placed(source={**_disk("app"), "location": WEST}, **DISK_SETTINGS),
        "snapshot": {"source": {"snapshot": f"{COMPUTE}/snapshots/app"}},
        "vhd": {"source": {"vhd": VHD}},
        "secure": OS_DISK,
        **IMAGES,
    },
    "diskEncryptionSets": {
        "key": _placed(
            activeKey={"keyUrl": f"{VAULT_KEYS}/images/1a2b", "sourceVault": f"{VAULT}/images"},
            identity={"userAssignedIdentities": [f"{IDENTITIES}/keys"]},
            federatedClientId="eeeeeeee-3000-4000-8000-000000000001",
        ),
        "there": {"id": f"{COMPUTE}/diskEncryptionSets/there", "location": WEST},
    },
    "applications": {
        "agent": {
            "location": WEST,
            "description": "An agent",
            "endOfLifeDate": "2099-01-01T00:00:00+00:00",
            "eula": "https://contoso.example/eula",
            "privacyStatementUri": "https://contoso.example/privacy",
            "releaseNoteUri": "https://contoso.example/notes",
            "customActions": ACTIONS,
            "tags": TAGS,
        },
    },
    "applicationVersions": {
        "agent": {
            "1.0.0": {
                "source": {
                    "mediaLink": "https://vhds.blob.core.windows.net/packages/agent",
                    "defaultConfigurationLink": "https://vhds.blob.core.windows.net/packages/agent.conf",
                },
                "manageActions": {"install": "x", "remove": "y", "update": "z"},
                "settings": {"packageFileName": "agent", "configFileName": "agent.conf"},
                "advancedSettings": {"a": "b"},
                "customActions": ACTIONS,
                "location": WEST,
                "endOfLifeDate": "2099-01-01T00:00:00+00:00",
                "tags": TAGS,
            },
        },
    },
    "principals": {
        "web": {
            "principalId": "eeeeeeee-9000-4000-8000-000000000001",
            "principalType": "Group",
            "tenantId": HERE,
            "application": {"tenants": {"partner": THERE}},
        },
    },
    "sharing": {
        "direct": {
            "subscriptions": {"web": "eeeeeeee-1000-4000-8000-000000000001"},
            "tenants": {"partner": THERE},
        },
        "roleAssignments": {
            "readers": {
                "role": "Reader",
                "principals": ["web"],
                "scopes": ["gallery"],
                "description": "Why",
                "condition": "@Resource[x] StringEquals 'y'",
                "conditionVersion": "2.0",
                "delegatedManagedIdentityResourceId": IDENTITY,
            },
        },
    },
}
COMMUNITY = {
    "publicNamePrefix": "contosolinux",
    "publisherUri": "https://contoso.example",
    "publisherContact": "images@contoso.example",
    "eula": "https://contoso.example/eula",
}
# Only of a gallery that exists, whose test is with the engine.
ELSEWHERE = {"Gallery.id"}
# Of a gallery that is not shared directly, whose test is below.
PUBLIC_FIELDS = {
    f"CommunitySharing.{name}"
    for name in ("public_name_prefix", "publisher_uri", "publisher_contact", "eula")
}


def arms(hint: Any) -> Iterator[Any]:
    """The types that a hint speaks of, without `Optional` and `Annotated`."""
    origin, parts = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        for part in parts:
            yield from arms(part)
    elif origin is Annotated and not is_outside(hint):
        yield from arms(parts[0])
    elif hint is not NoneType:
        yield hint


def is_outside(hint: Any) -> bool:
    return get_origin(hint) is Annotated and any(isinstance(part, FromOutside) for part in get_args(hint))


def outside(value: Any, hint: Any, path: Path = (), field: str = "") -> Iterator[tuple[Path, str]]:
    """Every value that may be an output, with the name of its field."""
    (kind,) = arms(hint)
    if is_outside(kind):
        yield path, field
    elif get_origin(kind) is dict:
        for key, item in value.items():
            yield from outside(item, get_args(kind)[1], (*path, key), field)
    elif get_origin(kind) is list:
        for at, item in enumerate(value):
            yield from outside(item, get_args(kind)[0], (*path, at), field)
    elif isinstance(kind, type) and issubclass(kind, Model):
        for name, inner in typing.get_type_hints(kind, include_extras=True).items():
            key = azure_name(name)
            if name in kind.model_fields and key in value:
                yield from outside(value[key], inner, (*path, key), f"{kind.__name__}.{name}")


def fields(hint: Any, seen: set[type], field: str = "") -> Iterator[str]:
    """Every field of the models that admits an output; an inherited one is its heir's."""
    for kind in arms(hint):
        if is_outside(kind):
            yield field
        elif get_origin(kind) in (dict, list):
            yield from fields(get_args(kind)[-1], seen, field)
        elif isinstance(kind, type) and issubclass(kind, Model) and kind not in seen:
            seen.add(kind)
            hints = typing.get_type_hints(kind, include_extras=True)
            for name in kind.model_fields:
                yield from fields(hints[name], seen, f"{kind.__name__}.{name}")


PLACES = list(outside(DECLARATION, Declaration))
# Nothing confidential or encrypted may be shared directly: what is tried all at once is shared by roles alone.
PRIVATE: dict[str, Any] = {
    **DECLARATION,
    "sharing": {key: value for key, value in DECLARATION["sharing"].items() if key != "direct"},
}


def around(path: Path) -> Any:
    """As little of the declaration as a value at a path has to do with, for the sake of time."""
    kept: dict[str, Any] = {key: DECLARATION[key] for key in ("location", "gallery", "galleries")}
    kind, *keys = path
    definition = keys[0] if kind in ("imageDefinitions", "imageVersions") else "linux"
    number = keys[1] if kind == "imageVersions" else "1.0.1"
    if kind in ("location", "gallery", "galleries", "imageDefinitions", "imageVersions"):
        number = number if number in DECLARATION["imageVersions"][definition] else "1.0.0"
        version = DECLARATION["imageVersions"][definition][number]
        kept["imageDefinitions"] = {definition: DECLARATION["imageDefinitions"][definition]}
        kept["imageVersions"] = {definition: {number: version}}
    elif kind in ("applications", "applicationVersions"):
        kept |= {key: DECLARATION[key] for key in ("applications", "applicationVersions")}
    elif kind in ("principals", "sharing"):
        kept |= {key: DECLARATION[key] for key in ("principals", "sharing")}
    else:
        kept[str(kind)] = {keys[0]: DECLARATION[str(kind)][keys[0]]}
    return copy.deepcopy(kept)


def put(path: Path, value: object) -> Any:
    declaration = around(path)
    at: Any = declaration
    for segment in path[:-1]:
        at = at[segment]
    at[path[-1]] = value
    return declaration


def value_at(path: Path) -> Any:
    at: Any = DECLARATION
    for segment in path:
        at = at[segment]
    return at


def test_every_field_that_admits_an_output_has_a_value_here() -> None:
    assert {field for _, field in PLACES} == set(fields(Declaration, set())) - ELSEWHERE - PUBLIC_FIELDS


@pytest.mark.parametrize("key", COMMUNITY)
def test_what_is_told_of_a_publisher_may_be_an_output(deploy: Deploy, key: str) -> None:
    def declared(value: object) -> Any:
        shared = {"community": {**COMMUNITY, key: value}}
        return {"location": WEST, "gallery": DECLARATION["gallery"], "sharing": shared}

    plain = deploy(lambda: ImageGallery("images", declared(COMMUNITY[key])) and None)
    made = deploy(lambda: ImageGallery("images", declared(pulumi.Output.from_input(COMMUNITY[key]))) and None)
    sent = {r.name: r.inputs for r in made.registered}
    assert sent == {r.name: r.inputs for r in plain.registered}
    profile = sent["images/contoso"]["sharingProfile"]
    assert profile == {"permissions": "Community", "communityGalleryInfo": COMMUNITY}


@pytest.mark.parametrize(("path", "field"), [pytest.param(*p, id=format_path(p[0])) for p in PLACES])
def test_an_output_is_sent_as_its_value_would_be(deploy: Deploy, path: Path, field: str) -> None:
    plain = deploy(lambda: ImageGallery("images", around(path)) and None)

    def program() -> None:
        ImageGallery("images", put(path, pulumi.Output.from_input(value_at(path))))

    made = deploy(program)
    assert {(r.type, r.name): r.inputs for r in made.registered} == {
        (r.type, r.name): r.inputs for r in plain.registered
    }, field


def test_all_of_them_at_once(deploy: Deploy) -> None:
    plain = deploy(lambda: ImageGallery("images", cast("Any", PRIVATE)) and None)

    def program() -> None:
        places = [path for path, _ in outside(PRIVATE, Declaration)]
        given = {path: pulumi.Output.from_input(value_at(path)) for path in places}
        ImageGallery("images", cast("Any", replaced(PRIVATE, given)))

    made = deploy(program)
    assert {(r.type, r.name): r.inputs for r in made.registered} == {
        (r.type, r.name): r.inputs for r in plain.registered
    }


@pytest.mark.parametrize("path", [pytest.param(p[0], id=format_path(p[0])) for p in PLACES])
def test_what_is_not_there_yet_stops_no_preview(deploy: Deploy, path: Path) -> None:
    plain = deploy(lambda: ImageGallery("images", around(path)) and None, preview=True)
    made = deploy(lambda: ImageGallery("images", put(path, unknown())) and None, preview=True)
    assert {(r.type, r.name) for r in made.registered} == {(r.type, r.name) for r in plain.registered}


def test_a_name_cannot_arrive(deploy: Deploy) -> None:
    declaration = copy.deepcopy(PRIVATE)
    source = {"imageVersion": pulumi.Output.from_input("staging")}
    declaration["imageVersions"]["linux"]["1.0.5"] = {"source": source}
    with pytest.raises(DeclarationError) as caught:
        deploy(lambda: ImageGallery("images", cast("Any", declaration)) and None)
    assert (
        "error[CFG010] imageVersions.linux[\"1.0.5\"].source.imageVersion: 'staging' arrived, and only an id "
        "may come from another resource"
    ) in str(caught.value)


WRONG: list[tuple[Path, str, str]] = [
    (("managedDisks", "disk", "source", "disk"), f"{COMPUTE}/snapshots/app", "SRC004"),
    (("snapshots", "snapshot", "source", "snapshot"), f"{COMPUTE}/disks/app", "SRC004"),
    (("managedImages", "machine", "source", "virtualMachine"), f"{COMPUTE}/disks/app", "SRC003"),
    (("imageVersions", "linux", "1.0.0", "source", "location"), "northeurope", "SRC009"),
    (("principals", "web", "principalId"), "web-team", "RBA006"),
]


@pytest.mark.parametrize(("path", "value", "code"), WRONG, ids=[format_path(w[0]) for w in WRONG])
def test_what_arrives_wrong_is_refused_as_if_it_had_been_said(
    deploy: Deploy, path: Path, value: str, code: str
) -> None:
    said: list[str] = []
    for given in (value, pulumi.Output.from_input(value)):
        with pytest.raises(DeclarationError) as caught:
            deploy(lambda given=given: ImageGallery("images", put(path, given)) and None)
        said.append(str(caught.value))
    assert said[0] == said[1]
    assert f"error[{code}] {format_path(path)}" in said[0]
