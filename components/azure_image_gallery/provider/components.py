"""The components, as programs in other languages reach them: described by a schema, constructed here.

Pulumi's own servicer does both; it is loaded when somebody asks, for it reads every component's source.
"""

from importlib.metadata import version
from typing import Any

PACKAGE = "azure-image-gallery"


def package_version() -> str:
    """The version of the installed package."""
    return version(PACKAGE)


def hosted(engine_address: str) -> Any:  # noqa: ANN401  Pulumi's servicer, which has no public type
    """Pulumi's servicer for the components."""
    from pulumi.provider.experimental.component import ComponentProvider  # noqa: PLC0415  slow, seldom needed
    from pulumi.provider.server import ProviderServicer  # noqa: PLC0415

    import azure_image_gallery as package  # noqa: PLC0415

    components = [getattr(package, name) for name in COMPONENTS]
    provider = ComponentProvider(components, PACKAGE, version=package_version())
    return ProviderServicer(provider, [], engine_address)


COMPONENTS = (
    "ImageGallery",
    "Gallery",
    "ImageDefinition",
    "ImageVersion",
    "ManagedImage",
    "ManagedDisk",
    "Snapshot",
    "DiskEncryptionSet",
    "Application",
    "ApplicationVersion",
    "GalleryAccess",
)
"""What is hosted, by name."""
