"""Pulumi hooks: what can only be judged once the engine has compared a resource with its state."""
