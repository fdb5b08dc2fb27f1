"""`image-gallery rules`: the catalogue, for a person and for other programs."""
