"""The migrations make the tables that the program declares, and opening a store again changes nothing."""

from __future__ import annotations

from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from service.config import Settings
from service.store import MIGRATIONS, open_store, versions
from service.store.tables import Base


def test_migrations_and_tables_say_the_same(settings: Settings) -> None:
    store = open_store(settings)
    with store.engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []
    store.close()


def test_a_store_is_opened_again_as_it_was_left(settings: Settings) -> None:
    for _ in range(2):
        store = open_store(settings)
        store.ping()
        store.close()
    assert sorted(path.name for path in settings.data.iterdir()) == ["aplikasi.db"]


def test_the_files_of_the_migrations_begin_with_their_versions() -> None:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    walked = ScriptDirectory.from_config(config).walk_revisions()
    assert versions() == [script.revision for script in walked][::-1]
