"""The resource types local Azure serves, one file a type."""
