"""Papers: laid out once, painted alike as preview, picture and PDF (docs/printing.md)."""
