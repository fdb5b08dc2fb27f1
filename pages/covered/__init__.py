"""Which input property of azure-native's classes is reached from the declaration, and from where."""
