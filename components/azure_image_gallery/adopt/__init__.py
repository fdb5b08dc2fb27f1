"""The other way: what Azure holds already comes into a stack."""
