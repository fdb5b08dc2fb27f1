"""What things cost, measured. Run by hand: `python -m benchmarks.validation`."""
