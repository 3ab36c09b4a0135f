"""Who may do what: the one table of roles and rights, and the right that every address asks for.

In: an actor, a right, a unit. Out: nothing, or `Forbidden` with who could do it. `ADDRESSES` names the right of every
route by its endpoint; one that is not in it is refused (and a test fails), so that nothing new is open by oversight.
"""

from __future__ import annotations

from typing import Literal

from service.actor import Actor, Role, acting, note
from service.errors import Forbidden

Right = Literal[
    "masuk",  # to sign in and to be told that something is not there: everybody
    "baca",  # read everything of the pemda
    "ekspor",  # take a file away; recorded
    "putuskan",  # decide about kinerja, documents and crosscutting, of own units
    "impor",  # bring a document in, withdraw, move it, of own units
    "jabatan",  # master data, of which a planner changes the positions of own units (`require_register`)
    "register",  # master data of the whole pemda
    "temuan",  # work on findings of the audit
    "konsol",  # ask free questions
    "catatan",  # read what everybody asked of the console, take back what was shared there
    "pribadi",  # own password, sessions, tokens
    "akun",  # accounts of others
    "kegiatan",  # read the activity log
    "cadangan",  # backup, restore, erase
]

LABELS: dict[Role, str] = {
    "administrator": "Administrator",
    "bappeda": "Bappeda (seluruh pemda)",
    "auditor": "Auditor",
    "perencana": "Perencana perangkat daerah",
    "analis": "Analis",
    "pembaca": "Pembaca",
}

READING: frozenset[Right] = frozenset({"masuk", "baca", "ekspor", "pribadi"})

ROLES: dict[Role, frozenset[Right]] = {
    "administrator": READING
    | {"putuskan", "impor", "jabatan", "register", "temuan", "konsol", "catatan", "akun", "kegiatan", "cadangan"},
    "bappeda": READING | {"putuskan", "impor", "jabatan", "register", "konsol", "kegiatan"},
    "auditor": READING | {"temuan", "kegiatan", "konsol"},
    "perencana": READING | {"putuskan", "impor", "jabatan"},
    "analis": READING | {"konsol"},
    "pembaca": READING,
}
"""Role -> what it may do."""

EVERY_UNIT: frozenset[Role] = frozenset({"administrator", "bappeda"})
"""Roles that write for every unit; a planner writes for the units of the account."""

ADDRESSES: dict[str, Right] = {
    # in front of the door
    "static": "masuk",
    "sehat.page": "masuk",
    "masuk.page": "masuk",
    "masuk.enter": "masuk",
    "masuk.leave": "masuk",
    "masuk.invitation": "masuk",
    "masuk.accept": "masuk",
    # reading
    "start.start": "baca",
    "start.find": "baca",
    "unit.page": "baca",
    "unit.rows": "baca",
    "pohon.page": "baca",
    "pohon.file": "ekspor",
    "pohon_cetak.page": "baca",
    "pohon_cetak.paper": "baca",
    "kinerja.page": "baca",
    "indikator.page": "baca",
    "jabatan.page": "baca",
    "paspor.kinerja": "baca",
    "paspor.indikator": "baca",
    "tentang.page": "baca",
    "dokumen.page": "baca",
    "dokumen.row": "baca",
    "dokumen.original": "ekspor",
    "unduh.file": "ekspor",
    "rekonsiliasi.page": "baca",
    # the fictional examples
    "contoh.page": "baca",
    "contoh.remove": "cadangan",
    "contoh.load": "cadangan",
    # deciding
    "keputusan.page": "baca",
    "keputusan.level": "putuskan",
    "keputusan.follow": "putuskan",
    "keputusan.follow_on": "putuskan",
    "keputusan.parents": "putuskan",
    "keputusan.parent": "putuskan",
    "keputusan.accept_all": "putuskan",
    "keputusan.confirm": "putuskan",
    "keputusan.undo": "putuskan",
    "keputusan.undo_together": "putuskan",
    "putuskan.further_parent": "putuskan",
    "putuskan.main_parent": "putuskan",
    "putuskan.branch": "putuskan",
    "putuskan.owners": "putuskan",
    "putuskan.owner": "putuskan",
    "putuskan.measures": "putuskan",
    "putuskan.measure": "putuskan",
    "putuskan.matches": "putuskan",
    "putuskan.match": "putuskan",
    "menunggu.page": "baca",
    "api.open_decisions": "baca",
    # crosscutting
    "silang.page": "baca",
    "silang_berkas.file": "ekspor",
    "silang_mitra.bodies_page": "baca",
    "silang_mitra.bodies_file": "ekspor",
    "silang_mitra.page": "baca",
    "silang_mitra.file": "ekspor",
    "silang_lain.page": "baca",
    "silang_lain.file": "ekspor",
    "api.crosscut_matrix": "baca",
    "api.crosscut_bodies": "baca",
    "api.crosscut_body": "baca",
    "api.crosscut_sheet": "baca",
    "silang_unit.page": "baca",
    "silang_unit.file": "ekspor",
    "silang_matriks.page": "baca",
    "silang_matriks.file": "ekspor",
    "api.list_overlaps": "baca",
    "api.structural_overlaps": "baca",
    "api.repeats_within_units": "baca",
    "api.template_twins": "baca",
    "silang_pasangan.page": "baca",
    "silang_pasangan.say": "putuskan",
    "silang_baru.page": "putuskan",
    "silang_baru.add": "putuskan",
    "api.glossary_concepts": "baca",
    "api.glossary_concept": "baca",
    "api.preview_glossary": "register",
    "api.change_glossary": "register",
    "silang_glosarium.page": "baca",
    "silang_glosarium.one": "baca",
    "silang_glosarium.file": "ekspor",
    "silang_glosarium_ubah.change": "register",
    # the console
    "konsol.page": "konsol",
    "konsol.run": "konsol",
    "konsol.cancel": "konsol",
    "konsol.history": "konsol",
    "konsol_simpanan.page": "konsol",
    "konsol_simpanan.listed": "konsol",
    "konsol_simpanan.save": "konsol",
    "konsol_simpanan.change": "konsol",
    "konsol_simpanan.remove": "konsol",
    "konsol_simpanan.put_back": "konsol",
    "konsol_berkas.file": "ekspor",  # and konsol, which it asks for itself
    "konsol_kamus.schema": "konsol",
    "konsol_kamus.around": "konsol",
    "konsol_catatan.page": "catatan",
    "konsol_catatan.file": "catatan",
    "konsol_pertanyaan.listed": "baca",
    "konsol_pertanyaan.page": "baca",
    "konsol_pertanyaan.run": "baca",
    "konsol_pertanyaan.file": "ekspor",
    "konsol_pertanyaan.picked": "baca",
    "api.ask_console": "konsol",
    "api.list_questions": "baca",
    "api.answer_question": "baca",
    # documents
    "impor.start": "impor",
    "impor.upload": "impor",
    "impor.page": "impor",
    "impor.choose": "impor",
    "impor.apply": "impor",
    "impor.discard": "impor",
    "templat.empty": "baca",
    "templat.of_unit": "ekspor",
    "templat.of_upload": "impor",
    "dokumen.make_current": "putuskan",
    "nomenklatur.page": "baca",
    "nomenklatur.answer": "putuskan",
    "nomenklatur.accept_sure": "putuskan",
    "versi.page": "baca",
    "versi.compare": "baca",
    "versi.table": "ekspor",
    "versi.withdrawal": "baca",
    "versi.withdraw": "impor",
    "versi.removal": "impor",
    "versi.move": "impor",
    "versi.undo_move": "impor",
    "pekerjaan.page": "impor",
    "pekerjaan.one": "impor",
    "pekerjaan.cancel": "impor",
    "pekerjaan.apply": "impor",
    "pekerjaan.go_on": "impor",
    "api.list_of_jobs": "impor",
    "api.one_job": "impor",
    # register
    "register.start": "baca",
    "register.listed": "baca",
    "register.shown": "baca",
    "register.blank": "jabatan",
    "register.add": "jabatan",
    "register.change": "jabatan",
    "register.remove": "jabatan",
    "register.merge": "jabatan",
    # people
    "akun.own": "pribadi",
    "akun.password": "pribadi",
    "akun.end_session": "pribadi",
    "akun.end_others": "pribadi",
    "akun_semua.listed": "akun",
    "akun_semua.blank": "akun",
    "akun_semua.add": "akun",
    "akun_semua.one": "akun",
    "akun_semua.change": "akun",
    "akun_semua.invite": "akun",
    "akun_semua.disable": "akun",
    "akun_semua.enable": "akun",
    "token.page": "pribadi",
    "token.make": "pribadi",
    "token.revoke": "pribadi",
    "cadangan.page": "cadangan",
    "cadangan.make": "cadangan",
    "cadangan.download": "cadangan",
    "kegiatan.page": "kegiatan",
    "kegiatan.file": "kegiatan",
    # the API
    "api.description": "baca",
    "api.documentation": "baca",
    "api.health": "baca",
    "api.find": "baca",
    "api.list_units": "baca",
    "api.one_unit": "baca",
    "api.unit_tree": "baca",
    "api.one_document": "baca",
    "api.one_kinerja": "baca",
    "api.one_indicator": "baca",
    "api.one_position": "baca",
    "api.trace_kinerja": "baca",
    "api.trace_indicator": "baca",
    "api.passport_of_kinerja": "baca",
    "api.passport_of_indicator": "baca",
    "api.reconciliation": "baca",
    "api.versions_of_document": "baca",
    "api.nomenclature_proposals": "baca",
    "api.compared_versions": "baca",
    "api.list_of_decisions": "baca",
    "api.list_activities": "kegiatan",
    "api.register_entries": "baca",
    "api.register_entry": "baca",
    "api.make_decision": "putuskan",
    "api.undo_decision": "putuskan",
    "api.one_pair": "baca",
    "api.answer_pair": "putuskan",
    "api.undo_pair_answer": "putuskan",
    "api.import_document": "impor",
    "api.add_register_entry": "jabatan",
    "api.edit_register_entry": "jabatan",
    "api.preview_register_entry": "jabatan",
    "api.remove_register_entry": "jabatan",
    "api.merge_positions": "jabatan",
}
"""Endpoint -> the right that it asks for. One that nothing serves fails a test too."""

API_RIGHTS: tuple[Right, ...] = ("baca", "ekspor", "putuskan", "impor", "jabatan", "register", "konsol", "kegiatan")
"""Rights that addresses under /api ask for: what a token may be limited to. Accounts, passwords and backups are for
people who have signed in."""


def may(right: Right, actor: Actor | None = None) -> bool:
    """Whether `actor` (default: who acts) has `right`."""
    one = actor or acting()
    return right in ROLES[one.peran] and (one.cakupan is None or right in one.cakupan or right == "masuk")


def may_write(unit: str, actor: Actor | None = None) -> bool:
    """Whether `actor` may change what belongs to `unit` (kode of an SKPD)."""
    one = actor or acting()
    return one.peran in EVERY_UNIT or (one.peran == "perencana" and unit in one.unit)


def require(right: Right) -> None:
    """Raises Forbidden when who acts has not this right."""
    if not may(right):
        who = ", ".join(LABELS[role] for role, rights in ROLES.items() if right in rights)
        raise Forbidden("Akun Anda tidak berhak melakukan ini. Tidak ada yang diubah.", f"Yang berhak: {who}.")


def require_unit(unit: str, nama: str = "") -> None:
    """Raises Forbidden when who acts may not write for `unit`; called inside every write, where the unit is known."""
    note(unit=unit)
    if not may_write(unit):
        raise Forbidden(
            f"Akun Anda tidak menulis untuk {nama or unit}. Tidak ada yang diubah.",
            "Minta perencana perangkat daerah itu, atau Bappeda, melakukannya.",
        )


def is_own(akun: str, actor: Actor | None = None) -> bool:
    """Whether `actor` may go on with what `akun` began and nobody has written yet: an upload, a job. Empty:
    anybody's."""
    one = actor or acting()
    return akun in ("", one.akun) or one.peran in EVERY_UNIT


def require_own(akun: str, what: str) -> None:
    """Raises Forbidden when who acts may not go on with `what`, which `akun` began."""
    if not is_own(akun):
        raise Forbidden(f"{what} milik akun {akun}. Tidak ada yang diubah.", "Minta akun itu atau Bappeda.")


def may_register(jenis: str, unit: str = "", actor: Actor | None = None) -> bool:
    """Whether `actor` may change an entry of the register: kind and, for a position, the kode of its unit."""
    return may("register", actor) or (jenis == "jabatan" and may("jabatan", actor) and may_write(unit, actor))


def require_register(jenis: str, unit: str = "") -> None:
    """Raises Forbidden when who acts may not change such an entry."""
    if not may_register(jenis, unit):
        raise Forbidden(
            "Akun Anda tidak mengubah entri register ini. Tidak ada yang diubah.",
            "Register diubah oleh Bappeda; perencana mengubah jabatan di perangkat daerahnya sendiri.",
        )
