"""Pulumi component resources: a spec becomes azure-native resources."""
