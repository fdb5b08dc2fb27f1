"""The program: a stack's configuration becomes a gallery with its images and access."""

import pulumi

from azure_image_gallery import ImageGallery, stack_declaration

gallery = ImageGallery(pulumi.get_project(), stack_declaration())

for name, value in gallery.stack_outputs().items():
    pulumi.export(name, value)
