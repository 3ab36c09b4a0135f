"""What Neo4j remarks about a statement that it would run, as sentences: kind of remark -> ours.

A remark that asks for nothing (a plan that was made anew, a cache) has no sentence and is not shown.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Remark:
    """One kind of remark."""

    kode: str
    """End of Neo4j's code."""
    pola: re.Pattern[str]
    """What its text must hold."""
    pesan: str
    saran: str = ""
    ganti: str = ""
    """What could stand at its place; a group of `pola` may fill it."""


def remark(kode: str, pola: str, pesan: str, saran: str = "", ganti: str = "") -> Remark:
    return Remark(kode, re.compile(pola, re.DOTALL), pesan, saran, ganti)


REMARKS: tuple[Remark, ...] = (
    remark(
        "CartesianProduct",
        r"identifiers? (?:is|are): \((?P<nama>.+?)\)",
        "Pola `{nama}` tidak terhubung dengan pola lainnya, jadi setiap hasil dipasangkan dengan setiap hasil lain.",
        "Hubungkan keduanya, misalnya `(k:Kinerja)-[:OWNED_BY]->(s:SKPD)`; abaikan bila memang itu maksudnya.",
    ),
    remark(
        "UnboundedVariableLengthPattern",
        r"",
        "Panjang jalur tidak dibatasi; pencarian dapat lama.",
        "Beri batas, misalnya `*1..10`.",
    ),
    remark(
        "ExhaustiveShortestPath",
        r"",
        "Jalur terpendek dengan syarat ini memeriksa semua jalur; pencarian dapat lama.",
        "Beri batas, misalnya `*..10`, atau pindahkan syaratnya.",
    ),
    remark(
        "RepeatedRelationshipReference",
        r"Relationship `(?P<nama>.+?)` was repeated",
        "Hubungan `{nama}` dipakai dua kali dalam satu pola, jadi tidak akan ada hasil.",
        "Beri nama yang berbeda.",
    ),
    remark(
        "RepeatedVarLengthRelationshipReference",
        r"",
        "Satu hubungan dipakai dua kali dalam satu pola, jadi tidak akan ada hasil.",
        "Beri nama yang berbeda.",
    ),
    remark(
        "SubqueryVariableShadowing",
        r"shadowing variable: (?P<nama>\w+)",
        "`{nama}` di dalam anak pertanyaan bukan `{nama}` yang di luar.",
        "Tulis `CALL ({nama}) {{ … }}` untuk memakai yang di luar, atau beri nama lain.",
    ),
    remark(
        "SubqueryVariableShadowing",
        r"",
        "Sebuah nama di dalam anak pertanyaan bukan nama yang sama di luar.",
        "Sebut dalam kurung sesudah CALL untuk memakai yang di luar, atau beri nama lain.",
    ),
    remark(
        "FeatureDeprecationWarning",
        r"deprecated function: `id`",
        "`id(…)` usang: nomor itu milik basis data dan berubah saat graf dipulihkan.",
        "Pakai kunci sendiri: `k.id`, `s.kode`.",
    ),
    remark(
        "FeatureDeprecationWarning",
        r"Use (?P<ganti>CALL \(.*?\)) \{",
        "Anak pertanyaan tanpa daftar nama usang.",
        "Tulis `{ganti} {{ … }}`.",
    ),
    remark(
        "FeatureDeprecationWarning",
        r"Please use '(?P<ganti>.+?)' instead",
        "Titik dua setelah `|` usang.",
        "Tulis `{ganti}`.",
    ),
    remark(
        "FeatureDeprecationWarning",
        r"`(?P<nama>.+?)`(?:.*Please use `(?P<ganti>.+?)`)?",
        "`{nama}` usang dan akan hilang dari Neo4j.",
    ),
    remark(
        "DynamicProperty",
        r"",
        "Nama sifat yang dihitung tidak dapat memakai indeks; pencarian dapat lama.",
    ),
    remark(
        "HintedIndexNotFound",
        r"index is: (?P<nama>.+?)\)?$",
        "Indeks yang disebut sesudah USING tidak ada.",
        "Hapus USING; Neo4j memilih indeks sendiri.",
    ),
    remark(
        "RedundantOptionalProcedure|RedundantOptionalSubquery",
        r"",
        "OPTIONAL di sini tidak berpengaruh.",
        "Hapus OPTIONAL.",
    ),
    remark(
        "ParameterizedShortestPath|NoApplicableIndex|EagerOperator",
        r"",
        "Pertanyaan ini dapat memakan banyak ingatan.",
        "Saring lebih awal, atau tambahkan LIMIT.",
    ),
)
"""The first that fits is told."""

SILENT = ("ParameterNotProvided", "CodeGenerationFailed", "RuntimeUnsupported", "RuntimeExperimental")
"""Said elsewhere (a missing parameter is a fault), or of no use to a person."""
