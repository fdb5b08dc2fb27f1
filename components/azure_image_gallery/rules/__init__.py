"""What Azure allows: a catalogue of coded rules and their checks, pure functions over the spec."""
