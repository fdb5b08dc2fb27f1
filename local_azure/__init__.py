"""An Azure for one machine: an HTTPS ARM service, and the stand-in for the azure-native plugin."""
