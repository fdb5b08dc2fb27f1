"""The command `image-gallery`."""
