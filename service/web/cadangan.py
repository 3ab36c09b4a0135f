"""Backups on a page: when the last one was made, whether it was tried, one button to make one, and the way out of it.

In: nothing. Out: the list, newest first; while one is being made the page is asked again by the browser itself. Taking
an archive away is a form, not a link: it holds everything, so it is written into the activity log.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import cast

from flask import Blueprint, current_app, flash, redirect, render_template, send_file, url_for
from werkzeug.wrappers import Response

from service.actor import acting, note
from service.app import current_settings, current_store
from service.backup.keeping import OLD_AFTER, Keeper, last_hour, too_old
from service.errors import NotFound
from service.store import backups
from service.store.backups import Record

bp = Blueprint("cadangan", __name__, url_prefix="/cadangan")


@bp.get("")
def page() -> str:
    """When the last backup was made, and all that are remembered."""
    found = backups.records(current_store())
    newest = next((one for one in found if one.keadaan == "selesai"), None)
    now, at = datetime.now().astimezone(), current_settings().backup_at
    return render_template(
        "cadangan.html",
        daftar=found,
        terakhir=newest,
        terlalu_lama=too_old(newest, now),
        hari=(now - datetime.fromisoformat(newest.pada)).days if newest else 0,
        batas=OLD_AFTER.days,
        sejak=_keeper().since,
        ada={one.id for one in found if one.berkas and Path(one.berkas).is_file()},
        pukul=last_hour(at, now) if at else None,
        folder=current_settings().backup_dir,
        simpan=current_settings().backup_keep,
        sedisk=_same_disk(),
        gagal=_failed_since(found),
    )


@bp.post("")
def make() -> Response:
    """Begin a backup; pages go on meanwhile."""
    note(subjek=str(current_settings().backup_dir))
    if not _keeper().begin(acting()):
        flash("Cadangan sedang dibuat; tunggu sampai selesai.")
    return redirect(url_for("cadangan.page"), 303)


@bp.post("/<int:nomor>/unduh")
def download(nomor: int) -> Response:
    """The archive itself."""
    one = backups.one(current_store(), nomor)
    if one is None or not one.berkas or not Path(one.berkas).is_file():
        raise NotFound("Berkas cadangan itu tidak ada lagi.", "Unduh cadangan lain, atau buat yang baru.")
    note(subjek=one.berkas, sesudah={"sha256": one.sha256})
    return send_file(one.berkas, as_attachment=True, mimetype="application/zip")


def _keeper() -> Keeper:
    return cast(Keeper, current_app.extensions["backups"])


def _same_disk() -> bool:
    """Whether a broken disk would take the backups along."""
    settings = current_settings()
    folder = next(path for path in (settings.backup_dir, *settings.backup_dir.parents) if path.exists())
    return folder.stat().st_dev == settings.data.stat().st_dev


def _failed_since(found: Sequence[Record]) -> Record | None:
    """The last backup, if it failed."""
    return found[0] if found and found[0].keadaan != "selesai" else None
