"""The JSON Schema of a stack's file, for editors. Made from the models, so that it cannot say anything else."""
