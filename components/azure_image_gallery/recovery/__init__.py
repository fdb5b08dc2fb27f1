"""The way back after a run that was killed: what the engine left open is settled, by its own commands."""
