"""The package's own plugin process: it hosts the components, and serves resources that Azure has as actions only.

Azure offers direct and community sharing as the `share` action of a gallery, which azure-native does not serve.
The plugin speaks Pulumi's provider protocol on one side, and on the other Azure's own client library, with the real
Azure as with a local one. It is installed as `pulumi-resource-azure-image-gallery`, by which name engines find it.
"""
