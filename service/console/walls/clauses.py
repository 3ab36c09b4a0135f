"""Wall `klausa`: what changes data, schema, accounts or the server, and what reads files or other people's work.

In: a statement. Out: nothing, or `Refused`. `CLAUSES` holds every opening that the parser of Neo4j 5.26.30 knows and
that does not only read; a test asks the real server for its list. A word is one of them only where what follows can be
its body, so that variables, properties and labels may be called as they like.
"""

from __future__ import annotations

from dataclasses import dataclass

from service.console.refusal import refused
from service.console.tokens import NUMBER, PARAMETER, WORD, Token
from service.console.walls.written import Written

CHANGES = "Konsol hanya membaca. Ganti dengan MATCH … RETURN; perubahan dibuat lewat halaman keputusan dan impor."
SCHEMA = "Indeks, batasan, dan akun server diatur oleh pengelola, bukan dari konsol."
SERVER = "Label, hubungan, dan properti terlihat di panel skema; `CALL db.labels()` juga boleh."
FILES = "Data masuk lewat halaman Impor."
LOOP = "Pakai UNWIND untuk mengulang, atau [x IN daftar | …] untuk menghitung."

PATTERN, TARGET, ANYTHING = "pola", "sasaran", "apa saja"
"""Bodies: `(` or `p =` · what can be set or taken away · an expression."""
KINDS = (
    "ALIAS COMPOSITE CONSTRAINT DATABASE IMMUTABLE INDEX BTREE FULLTEXT LOOKUP POINT RANGE TEXT VECTOR OR "
    "ROLE USER SERVER CURRENT UNIQUE"
)
LISTS = (
    "ALIAS ALIASES ALL BTREE BUILT COMPOSITE CONSTRAINT CONSTRAINTS CURRENT DATABASE DATABASES DEFAULT EXIST EXISTENCE "
    "EXISTS FULLTEXT FUNCTION FUNCTIONS HOME INDEX INDEXES KEY LOOKUP NODE POINT POPULATED PRIVILEGE PRIVILEGES "
    "PROCEDURE PROCEDURES PROPERTY RANGE REL RELATIONSHIP ROLE ROLES SERVER SERVERS SETTING SETTINGS SUPPORTED TEXT "
    "TRANSACTION TRANSACTIONS UNIQUE UNIQUENESS USER USERS VECTOR"
)


@dataclass(frozen=True)
class Clause:
    """One opening that is refused."""

    word: str
    follows: str
    """Words that may come next, or a kind of body."""
    does: str
    """In Indonesian, behind the word."""
    instead: str


CLAUSES = (
    Clause("CREATE", f"{PATTERN} {KINDS}", "membuat simpul, hubungan, indeks, atau akun", CHANGES),
    Clause("INSERT", PATTERN, "membuat simpul dan hubungan", CHANGES),
    Clause("MERGE", PATTERN, "membuat apa yang belum ada", CHANGES),
    Clause("SET", TARGET, "mengubah properti atau label", CHANGES),
    Clause("REMOVE", TARGET, "menghapus properti atau label", CHANGES),
    Clause("DETACH", "DELETE", "menghapus simpul beserta hubungannya", CHANGES),
    Clause("NODETACH", "DELETE", "menghapus simpul", CHANGES),
    Clause("DELETE", ANYTHING, "menghapus simpul atau hubungan", CHANGES),
    Clause("FOREACH", "(", "mengubah data berulang-ulang", LOOP),
    Clause("LOAD", "CSV", "membaca berkas atau alamat jaringan", FILES),
    Clause("USING", "PERIODIC", "menyimpan sedikit demi sedikit", FILES),
    Clause("DROP", KINDS, "menghapus indeks, batasan, atau akun", SCHEMA),
    Clause("ALTER", KINDS, "mengubah akun atau basis data", SCHEMA),
    Clause("RENAME", "ROLE SERVER USER", "mengganti nama akun", SCHEMA),
    Clause("GRANT", ANYTHING, "memberi hak", SCHEMA),
    Clause("DENY", ANYTHING, "menolak hak", SCHEMA),
    Clause("REVOKE", ANYTHING, "mencabut hak", SCHEMA),
    Clause("START", "DATABASE", "menjalankan basis data", SCHEMA),
    Clause("STOP", "DATABASE", "menghentikan basis data", SCHEMA),
    Clause("ENABLE", "SERVER", "mengatur server", SCHEMA),
    Clause("DRYRUN", "DEALLOCATE REALLOCATE", "mengatur server", SCHEMA),
    Clause("DEALLOCATE", "DATABASE DATABASES", "mengatur server", SCHEMA),
    Clause("REALLOCATE", "DATABASE DATABASES", "mengatur server", SCHEMA),
    Clause("SHOW", LISTS, "memperlihatkan pengaturan server, akun, atau pertanyaan orang lain", SERVER),
    Clause("TERMINATE", "TRANSACTION TRANSACTIONS", "menghentikan pertanyaan orang lain", SERVER),
)
BY_WORD = {clause.word: clause for clause in CLAUSES}

SETTERS = frozenset({".", ":", "=", "+=", "[", "IS", "("})
BATCHES = frozenset({"TRANSACTION", "TRANSACTIONS"})


def check_clauses(written: Written) -> None:
    """Wall `klausa`."""
    for place in written.words(*BY_WORD):
        clause = BY_WORD[written.at(place).upper]
        if _is_body(written, place + 1, clause.follows):
            token, behind = written.at(place), written.at(place + 1)
            two = behind.kind == WORD and behind.upper in clause.follows.split()
            what = f"{token.upper} {behind.upper}" if two else token.upper
            said = f"{what} tidak diizinkan: {clause.does}."
            raise refused("klausa", said, _hint(clause, token), token, behind if two else None)
    _check_batches(written)


def _is_body(written: Written, place: int, follows: str) -> bool:
    first, second = written.at(place), written.at(place + 1)
    if first.text == "":
        return False
    if ANYTHING in follows or first.upper in follows.split():
        return True
    if TARGET in follows:
        return second.upper in SETTERS if first.is_name else True
    return PATTERN in follows and (first.upper == "(" or (first.is_name and second.upper == "="))


def _hint(clause: Clause, token: Token) -> str:
    return f"{clause.instead} Bila `{token.text}` di sini nama, tulis di antara tanda `."


def _check_batches(written: Written) -> None:
    """`CALL (..) { .. } IN [n] [CONCURRENT] TRANSACTIONS`."""
    for close in written.pairs.values():
        place = close + 1
        if written.at(close).upper != "}" or written.at(place).upper != "IN":
            continue
        while (ahead := written.at(place + 1)).kind in (NUMBER, PARAMETER) or ahead.upper == "CONCURRENT":
            place += 1
        if ahead.upper in BATCHES:
            raise refused(
                "klausa",
                "IN TRANSACTIONS tidak diizinkan: menjalankan banyak transaksi.",
                "Hapus bagian itu; subkueri CALL sendiri boleh.",
                written.at(close + 1),
                ahead,
            )
