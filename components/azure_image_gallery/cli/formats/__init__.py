"""How `image-gallery validate` says what was found: one file a format."""
