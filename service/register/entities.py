"""The master data as neomodel sees it: one class a label, keyed as in `graph/schema.cypher` (a test compares).

What documents say is keyed by `id`, which neomodel refuses as a property, so it never appears here. The second wall:
`checks.py` explains a wrong value in Indonesian before neomodel's own validation would refuse it in English.
"""

from __future__ import annotations

from neomodel import (
    ArrayProperty,
    BooleanProperty,
    IntegerProperty,
    RelationshipFrom,
    RelationshipTo,
    StringProperty,
    StructuredNode,
    ZeroOrOne,
)


class Entity(StructuredNode):
    """What all master data has; `diatur` names the fields that a person set and no document may overwrite."""

    __abstract_node__ = True

    kode = StringProperty(unique_index=True)
    diatur = ArrayProperty(StringProperty())


class Pemda(Entity):
    nama = StringProperty(required=True)
    contoh = BooleanProperty()
    anggota = RelationshipFrom("SKPD", "PART_OF")


class SKPD(Entity):
    nama = StringProperty(required=True, index=True)
    jenis = StringProperty(required=True)
    singkatan = StringProperty()
    alias = ArrayProperty(StringProperty())
    kode_nasional = StringProperty()
    pemda = RelationshipTo("Pemda", "PART_OF", cardinality=ZeroOrOne)
    anggota = RelationshipFrom("Jabatan", "IN_UNIT")


class Jabatan(Entity):
    nama = StringProperty(required=True)
    kelas = StringProperty()
    alias = ArrayProperty(StringProperty())
    skpd = RelationshipTo("SKPD", "IN_UNIT", cardinality=ZeroOrOne)


class Mitra(Entity):
    nama = StringProperty(required=True)
    jenis = StringProperty(required=True)
    alias = ArrayProperty(StringProperty())
    asal = StringProperty()


class Terdeteksi(Mitra):
    """A body that only a text names (`asal`: `teks`): derived, no entry before somebody makes it one."""


class Jenjang(Entity):
    jenis_unit = StringProperty(required=True, index=True)
    urut = IntegerProperty(required=True)
    tingkat = StringProperty(required=True)
    alias = ArrayProperty(StringProperty())
    komponen = StringProperty()
    kelas_jabatan = StringProperty()


class Komponen(Entity):
    nama = StringProperty(required=True)
    jenis = StringProperty(required=True)
    kode_nasional = StringProperty()


class Konsep(Entity):
    """What people changed in the glossary; its page and checks are those of crosscutting, not of the register."""

    nama = StringProperty(required=True)
    varian = ArrayProperty(StringProperty())
    dicabut = ArrayProperty(StringProperty())
    catatan = ArrayProperty(StringProperty())
