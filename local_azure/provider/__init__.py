"""The stand-in for the azure-native plugin: Pulumi's provider protocol on one side, ARM on the other."""
