"""Plain frozen values of the reporting domain. No rules, no input or output."""
