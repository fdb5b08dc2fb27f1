"""Finds, installs or builds what the project runs on: uv, the Python packages, Pulumi's engine."""
