"""What a person may declare: frozen pydantic models, one file a resource. No Pulumi, no I/O."""
