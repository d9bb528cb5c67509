"""Alembic's entry: runs on the connection and in the transaction that ``store.upgrade`` has begun."""

from alembic import context

from cdd_desktop.store.columns import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    transactional_ddl=True,
    on_version_apply=context.config.attributes["applied"],
)
context.run_migrations()
