"""Golden Linux images on Azure, declared once."""
