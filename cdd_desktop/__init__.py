"""CDD Desktop: offline reporting for Thailand's Community Development Department."""

__version__ = "0.1.0"
