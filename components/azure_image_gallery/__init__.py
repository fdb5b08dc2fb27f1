"""Golden Linux images on Azure, declared once.

Pulumi components for compute galleries, image definitions and versions, managed images and access. Every
declaration is checked against what Azure is known to refuse before anything is registered. Names are imported
when they are first used: checking a declaration needs no Pulumi.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from azure_image_gallery.resources.application import Application, ApplicationArgs
    from azure_image_gallery.resources.application_version import ApplicationVersion, ApplicationVersionArgs
    from azure_image_gallery.resources.args import ImageGalleryArgs
    from azure_image_gallery.resources.disk_encryption_set import (
        DiskEncryptionSet,
        DiskEncryptionSetArgs,
    )
    from azure_image_gallery.resources.errors import DeclarationError
    from azure_image_gallery.resources.gallery import Gallery, GalleryArgs
    from azure_image_gallery.resources.gallery_sharing import GallerySharing, SharingProvider
    from azure_image_gallery.resources.image_definition import ImageDefinition, ImageDefinitionArgs
    from azure_image_gallery.resources.image_gallery import ImageGallery
    from azure_image_gallery.resources.image_version import ImageVersion, ImageVersionArgs
    from azure_image_gallery.resources.managed_disk import ManagedDisk, ManagedDiskArgs
    from azure_image_gallery.resources.managed_image import ManagedImage, ManagedImageArgs
    from azure_image_gallery.resources.role_assignment import GalleryAccess, GalleryAccessArgs
    from azure_image_gallery.resources.snapshot import Snapshot, SnapshotArgs
    from azure_image_gallery.resources.stack import stack_declaration

_HOMES = {
    "Application": "application",
    "ApplicationArgs": "application",
    "ApplicationVersion": "application_version",
    "ApplicationVersionArgs": "application_version",
    "DeclarationError": "errors",
    "DiskEncryptionSet": "disk_encryption_set",
    "DiskEncryptionSetArgs": "disk_encryption_set",
    "Gallery": "gallery",
    "GalleryAccess": "role_assignment",
    "GalleryAccessArgs": "role_assignment",
    "GalleryArgs": "gallery",
    "GallerySharing": "gallery_sharing",
    "ImageDefinition": "image_definition",
    "ImageDefinitionArgs": "image_definition",
    "ImageGallery": "image_gallery",
    "ImageGalleryArgs": "args",
    "ImageVersion": "image_version",
    "ImageVersionArgs": "image_version",
    "ManagedDisk": "managed_disk",
    "ManagedDiskArgs": "managed_disk",
    "ManagedImage": "managed_image",
    "ManagedImageArgs": "managed_image",
    "SharingProvider": "gallery_sharing",
    "Snapshot": "snapshot",
    "SnapshotArgs": "snapshot",
    "stack_declaration": "stack",
}

__all__ = [
    "Application",
    "ApplicationArgs",
    "ApplicationVersion",
    "ApplicationVersionArgs",
    "DeclarationError",
    "DiskEncryptionSet",
    "DiskEncryptionSetArgs",
    "Gallery",
    "GalleryAccess",
    "GalleryAccessArgs",
    "GalleryArgs",
    "GallerySharing",
    "ImageDefinition",
    "ImageDefinitionArgs",
    "ImageGallery",
    "ImageGalleryArgs",
    "ImageVersion",
    "ImageVersionArgs",
    "ManagedDisk",
    "ManagedDiskArgs",
    "ManagedImage",
    "ManagedImageArgs",
    "SharingProvider",
    "Snapshot",
    "SnapshotArgs",
    "stack_declaration",
]


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"azure_image_gallery.resources.{_HOMES[name]}"), name)
