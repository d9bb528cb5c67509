"""Made-up contents that obey the form definitions, from a seed: for the demo, the benchmarks and the tests.

Nobody in them exists: citizen ids carry 0099 where a real one has its registry, and pass the check digit.
"""
