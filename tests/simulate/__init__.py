"""The whole system in one process: offices, province, department and central; virtual time, line and disk.

Real code of store, operations, sync engine and central runs in it (docs/simulator.md).
"""
