"""What a person changed in a worksheet that this program printed, told from what it printed there.

In: the claims of such a worksheet, and what lives of its unit and year. Out: the same claims with one voice. A sentence
and a level are printed in three stages; the one that was changed counts, the others follow it. A level or a parent that
nobody changed stays what the document before it says, so that what a person decided stays a decision, and what was
taken from the order of rows stays that. Without anything that lives, the rows say what they say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from service.bahasa.wording import tidy
from service.lembar.labels import labels_of
from service.model import TEMPLATE, Cascade, Claim, Edge, Issue
from service.remarks import remark


@dataclass(frozen=True, slots=True)
class Printed:
    """What a worksheet prints of a kinerja, and what its document says."""

    uraian: str
    tingkat: str
    tingkat_dokumen: str
    """As the rows propose it."""
    label: str
    """Word of stage 3 for its level."""
    induk: str
    """Its parents as they are read again, the main one first; "": none."""
    dicetak: bool
    """The main one has this program's mark behind it, and so does none at all."""
    induk_dokumen: str
    """Those that the document itself has."""
    urutan: bool
    """The main one comes from the order of rows."""


def printed_of(live: Cascade, alone: Cascade, claims: Sequence[Claim]) -> dict[str, Printed]:
    """Id -> what is printed of it; `alone`: the cascade of the document without any decision."""
    labels = labels_of(live, claims)
    up, own = _above(live), _above(alone)
    return {
        k.id: Printed(
            uraian=k.uraian,
            tingkat=k.tingkat,
            tingkat_dokumen=k.tingkat_usul,
            label=labels[k.tingkat],
            induk=_read_again(up[k.id]),
            dicetak=_marked(up[k.id]),
            induk_dokumen="\n".join(edge.akibat for edge in own[k.id]),
            urutan=not own[k.id] or own[k.id][0].asal == "urutan",
        )
        for k in live.kinerja
    }


def _above(cascade: Cascade) -> defaultdict[str, list[Edge]]:
    """Id -> its ways up, the main one first."""
    found: defaultdict[str, list[Edge]] = defaultdict(list)
    for edge in sorted(cascade.edges, key=lambda edge: not edge.utama):
        found[edge.sebab].append(edge)
    return found


def _read_again(edges: Sequence[Edge]) -> str:
    """The main one, and further ones without a mark (`parse/lembar_cells.with_parents`)."""
    return "\n".join(edge.akibat for n, edge in enumerate(edges) if n == 0 or edge.asal == "tersurat")


def _marked(edges: Sequence[Edge]) -> bool:
    return not edges or edges[0].asal != "tersurat"


def follow_edits(claims: Sequence[Claim], printed: Mapping[str, Printed]) -> tuple[tuple[Claim, ...], list[Issue]]:
    """`claims` with one voice for each kinerja, and an issue where a change was made in one stage only."""
    spoken: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.id_tertulis and claim.tahap != TEMPLATE:
            spoken.setdefault(claim.id_tertulis, []).append(claim)
    levels = _levels_of_labels(printed)
    changed: dict[int, Claim] = {}
    issues: list[Issue] = []
    for key, rows in spoken.items():
        was = printed.get(key)
        said = [_parent(row, was) for row in _one_level(_one_sentence(rows, was, issues), was, levels, issues)]
        changed |= {id(row): now for row, now in zip(rows, said, strict=True)}
    return tuple(changed.get(id(claim), claim) for claim in claims), issues


def _one_sentence(rows: Sequence[Claim], was: Printed | None, issues: list[Issue]) -> list[Claim]:
    words = list(dict.fromkeys(row.uraian for row in rows))
    edited = [text for text in words if was and tidy(text) != was.uraian]
    if not edited or len(words) == 1:
        return list(rows)
    issues.append(_in_one_place(rows, "Kalimat", next(r for r in rows if r.uraian == edited[0]), edited[0]))
    return [replace(row, uraian=edited[0]) for row in rows]


def _one_level(
    rows: Sequence[Claim], was: Printed | None, levels: Mapping[str, str], issues: list[Issue]
) -> list[Claim]:
    """Stages 4 and 5 name the level, stage 3 a word for it."""
    named = {row.tahap: row.tingkat for row in rows if row.jenis == "kinerja" and row.tahap in (4, 5) and row.tingkat}
    if not named:
        return list(rows)
    level = next(iter(named.values()))
    if was:
        named |= {row.tahap: levels.get(row.label, row.tingkat) for row in rows if _other_word(row, was)}
        edited = {stage: said for stage, said in named.items() if said != was.tingkat}
        level = next(iter(edited.values()), was.tingkat_dokumen or was.tingkat)
        if edited and len(edited) < len([row for row in rows if row.jenis == "kinerja"]):
            where = next(row for row in rows if row.tahap == next(iter(edited)))
            issues.append(_in_one_place(rows, "Tingkat", where, level))
    return [replace(row, tingkat=level) if row.jenis == "kinerja" else row for row in rows]


def _other_word(row: Claim, was: Printed) -> bool:
    return row.tahap == 3 and row.jenis == "kinerja" and row.label not in (was.label, "")


def _levels_of_labels(printed: Mapping[str, Printed]) -> dict[str, str]:
    """Word of stage 3 -> the level that it is most often printed for."""
    counts: dict[str, dict[str, int]] = {}
    for one in printed.values():
        of = counts.setdefault(one.label, {})
        of[one.tingkat] = of.get(one.tingkat, 0) + 1
    return {label: max(of, key=lambda level: of[level]) for label, of in counts.items()}


def _parent(row: Claim, was: Printed | None) -> Claim:
    """Parents that nobody edited are what the document has; a main one that kept its mark, though others were edited,
    is the document's main one."""
    if was is None or not (row.induk or row.induk_urutan):
        return row
    if (row.induk, row.induk_urutan) == (was.induk, was.dicetak):
        return replace(row, induk=was.induk_dokumen, induk_urutan=was.urutan)
    if not row.induk_urutan:
        return row
    main, *further = row.induk.split("\n")
    if not main:  # a person wrote that it is a top
        return row
    own = was.induk_dokumen.split("\n")[0]
    if main not in (was.induk.split("\n")[0], own):
        return replace(row, induk_urutan=False)
    return replace(row, induk="\n".join([own, *further]), induk_urutan=was.urutan)


def _in_one_place(rows: Sequence[Claim], what: str, where: Claim, now: str) -> Issue:
    message = f'{what} {where.id_tertulis} diubah di {where.tempat}; tahap lain mengikutinya: "{now}".'
    return remark("LBR03", where.tempat, message, tuple(n for row in rows for n in row.baris))
