"""A central made, opened, copied, proved whole, sealed anew; a person's data found and erased."""
