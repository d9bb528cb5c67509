"""Form definitions, values, rules: pure, the same on desktop and central."""
