"""Purchase plans: how the marketplace sells an image, which goes with everything that is made from it."""

from azure_image_gallery.spec.model import Model


class PurchasePlan(Model):
    """The plan of a marketplace image, as the machine that was made from it carries it."""

    name: str
    """The plan's name."""
    publisher: str | None = None
    """Who publishes the image."""
    product: str | None = None
    """The product, which is the marketplace's offer."""
