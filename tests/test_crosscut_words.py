"""Words made terms: stems, phrases, the glossary and its homonyms; named bodies; the sentence and the marks."""

from __future__ import annotations

from pathlib import Path

import pytest

from service.bahasa.stems import bare, plain, stem, tokens
from service.crosscut.detect.explain import Sentence, marks, sentence
from service.crosscut.detect.kinds import TraitReader, band, kind
from service.crosscut.detect.labels import spelled
from service.crosscut.detect.namings import Names, mentions
from service.crosscut.detect.neighbours import neighbours
from service.crosscut.detect.objects import objects
from service.crosscut.detect.phrases import Phrases
from service.crosscut.detect.saying import sayings
from service.crosscut.detect.terms import Vocabulary
from service.crosscut.glossary import FOLDER, Body, Entry, Glossary, Homonym, read, shipped
from service.crosscut.statement import Candidate, Condition, Difference, Share

UNITS = {"S": ("Dinas Sosial",), "P": ("Satuan Polisi Pamong Praja dan Pemadam Kebakaran",)}


def terms(text: str, glossary: Glossary, *indikator: str) -> dict[str, float]:
    one = Condition("A-1", "A", "dinas", "Kabupaten Uji", 2023, text, indikator)
    return {term: round(weight, 2) for term, weight in sayings([one], Vocabulary(glossary), {})[0].both.items()}


def glossary(*rows: tuple[str, str, str]) -> Glossary:
    return Glossary(
        tuple(Entry(concept, "sinonim" if kind == "s" else "terkait", name) for concept, kind, name in rows)
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Terkelolanya", "pengelolaan"),
        ("ketenteraman", "ketentraman"),
        ("pelindungan", "perlindungan"),
        ("Perekaman", "terekam"),
        ("penataan", "tertatanya"),
        ("keberdayaan", "Pemberdayaan"),
        ("ter-layani", "terlayani"),
    ],
)
def test_two_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stem(one) == stem(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [("pasar", "pemasaran"), ("pembangunan", "bangunan"), ("camat", "kecamatan"), ("kerja", "pekerja")],
)
def test_two_things_keep_two_stems(one: str, other: str) -> None:
    assert stem(one) != stem(other)


def test_function_words_are_no_tokens_but_letters_and_numbers_may_belong_to_a_phrase() -> None:
    text = "Paket C dan P3A di 100 desa"
    assert [(text[t.start : t.end], t.stem) for t in tokens(text)] == [
        ("Paket", "paket"), ("C", "c"), ("P3A", "p3a"), ("100", "100"), ("desa", "desa"),
    ]  # fmt: skip


def test_case_commas_and_spelling_do_not_make_another_text() -> None:
    assert plain("Ketenteraman, dan  KETERTIBAN.") == plain("ketentraman dan ketertiban")
    assert bare("Pengembangannya") == "pengembangan"


def test_phrases_are_found_longest_first_or_all_of_them() -> None:
    phrases = Phrases([(("bank", "sampah"), "bank"), (("sampah",), "sampah"), (("bank", "sampah", "desa"), "desa")])
    words = ("bank", "sampah", "desa", "bank")
    assert [(p.begin, p.end, p.means) for p in phrases.longest(words)] == [(0, 3, ("desa",))]
    assert {(p.begin, p.end) for p in phrases.every(words)} == {(0, 2), (0, 3), (1, 2)}


def test_a_phrase_gives_its_concept_and_its_words_and_a_synonym_more_than_what_is_related() -> None:
    known = glossary(("stunting", "s", "balita pendek"), ("gizi", "t", "balita pendek"))
    assert terms("Menurunnya balita pendek", known) == {
        "@stunting": 0.94, "@gizi": 0.56, "turun": 1.0, "balita": 1.0, "pendek": 1.0,
    }  # fmt: skip


def test_a_phrase_of_many_concepts_gives_each_less() -> None:
    few, many = (glossary(*((f"k{n}", "s", "posyandu") for n in range(count))) for count in (1, 20))
    assert terms("posyandu", few)["@k0"] == 1.0
    assert terms("posyandu", many)["@k0"] == 0.55


def test_phrases_inside_others_count_too() -> None:
    known = glossary(("rembuk stunting", "s", "rembuk stunting"), ("stunting", "s", "stunting"))
    assert {"@rembuk stunting", "@stunting"} <= terms("Rembuk Stunting", known).keys()


def test_function_words_and_affixes_in_between_do_not_hide_a_phrase() -> None:
    known = glossary(("trantibum", "s", "ketenteraman dan ketertiban umum"))
    assert "@trantibum" in terms("Terjaganya ketentraman, ketertiban umum", known)


def test_a_derived_word_of_a_glossary_counts_only_as_it_is_written() -> None:
    known = glossary(("pengembang perumahan", "s", "pengembang"), ("sampah", "s", "sampah"))
    assert "@pengembang perumahan" not in terms("Terlaksananya pengembangan", known)
    assert "@pengembang perumahan" in terms("Patuhnya pengembang", known)
    assert "@sampah" in terms("Pengelolaan persampahan", known)


def test_generic_phrases_are_silent_unless_a_longer_phrase_holds_them() -> None:
    known = Glossary(
        (Entry("penegakan perda", "sinonim", "penegakan peraturan perundang-undangan"),),
        frasa_umum=("peraturan perundang-undangan", "indeks kepuasan masyarakat"),
        kata_genre=frozenset({"sesuai", "nilai"}),
    )
    assert terms("sesuai peraturan perundang-undangan", known) == {}
    assert "@penegakan perda" in terms("Penegakan Peraturan Perundang-Undangan", known)
    assert terms("Nilai Indeks Kepuasan Masyarakat (IKM)", known) == {}


HOMONYMS = Glossary(
    homonim=(
        Homonym("kia", "kesehatan ibu dan anak", ("puskesmas", "ibu hamil")),
        Homonym("kia", "kartu identitas anak", ("akta", "dukcapil")),
        Homonym("spm", "standar pelayanan minimal", ()),
        Homonym("spm", "surat perintah membayar", ("keuangan",)),
    )
)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("Terbitnya KIA beserta akta", {"@kartu identitas anak"}),
        ("Terlayaninya KIA di puskesmas", {"@kesehatan ibu dan anak"}),
        ("Meningkatnya KIA", set()),
        ("Tercapainya SPM", {"@standar pelayanan minimal"}),
        ("Terbitnya SPM keuangan", {"@surat perintah membayar"}),
    ],
)
def test_a_homonym_gets_its_meaning_from_what_stands_around_it(text: str, meaning: set[str]) -> None:
    assert {term for term in terms(text, HOMONYMS) if term.startswith("@")} == meaning


def test_the_effect_may_tell_the_meaning() -> None:
    above = Condition("A-1", "A", "dinas", "Kabupaten Uji", 2023, "Terbitnya akta")
    below = Condition("A-2", "A", "dinas", "Kabupaten Uji", 2023, "Terbitnya KIA", induk=("A-1",))
    assert "@kartu identitas anak" in sayings([above, below], Vocabulary(HOMONYMS), {})[1].both


def test_concepts_that_share_phrases_lie_near() -> None:
    known = glossary(
        ("gizi", "s", "gizi"),
        ("gizi", "t", "posyandu"),
        ("stunting", "s", "stunting"),
        ("stunting", "t", "posyandu"),
        ("pasar", "s", "pasar"),
    )
    assert {one: [other for other, _ in near] for one, near in neighbours(known).items()} == {
        "@gizi": ["@stunting"], "@stunting": ["@gizi"], "@pasar": [],
    }  # fmt: skip


def test_the_shipped_glossary_can_be_read_and_has_what_the_detector_needs() -> None:
    known = shipped()
    assert len(known.concepts) > 500
    assert len(known.entri) > 10_000
    assert len({(one.konsep, one.varian) for one in known.entri}) == len(known.entri)
    assert {one.jenis for one in known.entri} == {"sinonim", "terkait"}
    assert [one for one in known.entri if one.varian != one.varian.casefold() or not one.konsep.strip()] == []
    assert min(map(len, (known.homonim, known.badan, known.frasa_umum, known.kata_genre, known.peran))) > 50


def test_a_concept_is_named_by_one_of_its_phrases() -> None:
    """Otherwise a page would call an object by a name that nobody writes."""
    nameless = [name for name, rows in shipped().concepts.items() if not any(one.jenis == "sinonim" for one in rows)]
    assert nameless == []


def test_edits_change_the_digest_and_only_they_do() -> None:
    known = glossary(("sampah", "s", "sampah"), ("sampah", "t", "tps"))
    more = known.with_edits(added=[Entry("sampah", "sinonim", "limbah padat", "telaah")])
    assert known.digest == glossary(("sampah", "t", "tps"), ("sampah", "s", "sampah")).digest != more.digest
    assert more.with_edits(removed=[("sampah", "limbah padat")]) == known
    assert len(known.with_edits(added=[Entry("sampah", "sinonim", "tps")]).entri) == 2


def test_a_row_that_is_no_entry_is_named_with_its_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "salah.csv").write_text("konsep,jenis,varian,asal\nsampah,sinonim,sampah,umum\ngizi,mirip,pmt,umum\n")
    with pytest.raises(ValueError, match=r"salah\.csv line 3"):
        read(tmp_path)


def test_every_file_of_the_glossary_is_a_table_or_a_list() -> None:
    assert {path.suffix for path in FOLDER.iterdir()} == {".csv", ".txt"}


BODIES = Glossary(
    badan=(
        Body("Polri", "tni polri", ("polri", "kepolisian", "polsek"), ("polisi pamong praja",)),
        Body(
            "instansi vertikal",
            "instansi vertikal",
            ("instansi vertikal",),
            ("tidak dilaksanakan oleh instansi vertikal",),
        ),
        Body("dunia usaha", "dunia usaha", ("dunia usaha", "swasta")),
    )
)


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Terlaksananya operasi bersama Kepolisian", [("Polri", "Kepolisian")]),
        ("Jumlah laporan yang diserahkan ke Dinas Sosial", [("Dinas Sosial", "Dinas Sosial")]),
        ("Jumlah razia bersama Satpol PP", [(UNITS["P"][0], "Satpol PP")]),
        ("Urusan yang tidak dilaksanakan oleh Instansi Vertikal", []),
        ("Sinergi dengan Instansi Vertikal", [("instansi vertikal", "Instansi Vertikal")]),
        ("Meningkatnya kemitraan dengan dunia usaha", [("dunia usaha", "dunia usaha")]),
        ("Meningkatnya daya saing dunia usaha", []),
    ],
)
def test_whom_a_text_names(text: str, named: list[tuple[str, str]]) -> None:
    one = Condition("A-1", "A", "dinas", "Kabupaten Uji", 2023, text)
    assert [(m.badan, m.kutipan) for m in mentions([one], Names(BODIES, UNITS))] == named


def test_a_unit_does_not_name_itself_and_a_listed_partner_is_known_with_its_place() -> None:
    one = Condition(
        "S-1", "S", "dinas", "Kabupaten Uji", 2023, "Layanan Dinas Sosial", sebutan=("Polsek Muara", "Balai X")
    )
    found = mentions([one], Names(BODIES, UNITS))
    assert [(m.badan, m.jenis, m.skpd, m.kutipan) for m in found] == [
        ("Balai X", "", "", "Balai X"), ("Polri", "tni polri", "", "Polsek Muara"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "body"),
    [
        ("Polres Tanjung Harapan", "Polri"),
        ("KPU Kabupaten", "KPU"),
        ("Komisi Pemilihan Umum", "KPU"),
        ("Kantor Urusan Agama", "KUA"),
        ("Desa", "desa"),
        ("Pemerintah Desa", "desa"),
        ("Kecamatan", None),
        ("Puskesmas", None),
        ("OPD terkait", None),
    ],
)
def test_a_listed_partner_is_one_body_under_each_of_its_names(printed: str, body: str | None) -> None:
    one = Condition("A-1", "A", "dinas", "Kabupaten Uji", 2023, "Layanan", sebutan=(printed,))
    assert [m.badan for m in mentions([one], Names(shipped(), {}))] == ([body] if body else [])


def test_the_sentence_names_the_object_and_the_roles() -> None:
    found = Candidate(
        "A-1", "B-1", 0.7, "kuat", "melengkapi",
        (Share("kawasan tanpa rokok", 0.6, konsep=True), Share("rokok", 0.05), Share("lainnya", 0.05)),
        (Difference("peran", "mengawasi", "mengelola"), Difference("tingkat", "taktikal", "operasional")),
    )  # fmt: skip
    assert sentence(found) == Sentence(("kawasan tanpa rokok",), "mengawasi", "mengelola")
    assert sentence(found).plain("Satpol PP", "Dinas Kesehatan") == (
        "Keduanya menyangkut kawasan tanpa rokok. Satpol PP mengawasi; Dinas Kesehatan mengelola."
    )


def test_words_name_the_object_where_no_concept_does() -> None:
    words = (
        Share("trotoar", 0.2, ("Trotoar",), ("trotoar",)),
        Share("terpeliharanya", 0.19, ("Terpeliharanya",), ("dipelihara",)),
        Share("rusak", 0.18, ("rusak",), ("Rusak",)),
        Share("lampu", 0.17, (), ("lampu",)),
    )
    found = Candidate("A-1", "B-1", 0.8, "lemah", "melengkapi", words)
    assert sentence(found) == Sentence(("trotoar",), "", ""), "no verbs, no qualities, nothing that one side says"


@pytest.mark.parametrize(
    ("name", "here", "there", "called"),
    [
        ("kartu identitas anak", ("Sekolah Dasar",), ("sekolah dasar",), "sekolah dasar"),
        ("jalan nasional", ("Terbangunnya Jalan",), ("Pemeliharaan Jalan",), "jalan"),
        ("sanitasi", ("Air Limbah",), ("mata air",), "sanitasi"),
        ("kartu keluarga", ("Kartu Keluarga", "Dinas"), ("KK",), "kartu keluarga"),
        ("ketenteraman dan ketertiban umum", ("Aman dan Tertib",), ("Aman dan Tertib",),
         "ketenteraman dan ketertiban umum"),
        ("stbm", ("buang air besar sembarangan",), ("Buang Air Besar Sembarangan",),
         "buang air besar sembarangan (STBM)"),
        ("keuangan desa", ("APBDes",), ("APBDes",), "APBDes"),
        ("penanggulangan kebakaran", ("waktu tanggap",), ("Waktu Tanggap",), "waktu tanggap"),
    ],
)  # fmt: skip
def test_an_object_is_called_as_the_texts_call_it(
    name: str, here: tuple[str, ...], there: tuple[str, ...], called: str
) -> None:
    assert objects([Share(name, 0.3, here, there, konsep=True)]) == (called,)


def test_what_one_object_says_is_not_said_again_by_the_next() -> None:
    shares = (
        Share("bank sampah", 0.3, ("Bank Sampah",), ("bank sampah",), konsep=True),
        Share("persampahan", 0.29, ("Sampah",), ("Sampah",), konsep=True),
        Share("kawasan kumuh", 0.28, ("air minum",), ("limbah",), konsep=True),
    )
    assert objects(shares) == ("bank sampah",)


@pytest.mark.parametrize(
    ("words", "spans"),
    [
        (("balita pendek", "Balita"), [(0, 13)]),
        (("pend",), []),
        ((), []),
        ((" ",), []),
        (("desa",), [(17, 21)]),
    ],
)
def test_marks_are_whole_words_the_longest_first(words: tuple[str, ...], spans: list[tuple[int, int]]) -> None:
    assert marks("Balita pendek di Desa (x.y)", words) == spans


@pytest.mark.parametrize(
    ("statement", "role"),
    [
        ("Terawasinya kawasan tanpa rokok", "mengawasi"),
        ("Terlaksananya pengawasan kawasan", "mengawasi"),
        ("Kawasan tanpa rokok", ""),
        ("Aktifnya kader pengawasan", ""),
        ("Meningkatnya kualitas pengawasan", "mengawasi"),
    ],
)
def test_a_role_stands_in_the_opening_words(statement: str, role: str) -> None:
    roles = {"pengawasan": "mengawasi", "terawasinya": "mengawasi"}
    assert TraitReader(Glossary(peran=roles, kata_genre=frozenset({"kualitas"}))).role(statement) == role


@pytest.mark.parametrize(
    ("score", "name"), [(0.55, "kuat"), (0.54, "tinjau"), (0.4, "tinjau"), (0.3, "lemah"), (0.0, "lemah")]
)
def test_a_score_has_a_band(score: float, name: str) -> None:
    assert band(score) == name


@pytest.mark.parametrize(
    ("cosines", "name"),
    [
        ((0.7, 0.0, 0.3), "duplikat"),
        ((0.2, 0.8, 0.3), "duplikat"),
        ((0.1, 0.8, 0.3), "melengkapi"),
        ((0.3, 0.3, 0.7), "duplikat"),
    ],
)
def test_close_wording_suggests_a_duplicate(cosines: tuple[float, float, float], name: str) -> None:
    assert kind(*cosines) == name


@pytest.mark.parametrize(
    ("term", "name"),
    [("perekaman ktp", "perekaman KTP"), ("lahan lp2b", "lahan LP2B"), ("dana desa 2024", "dana desa 2024")],
)
def test_abbreviations_are_written_in_capitals(term: str, name: str) -> None:
    assert spelled(term) == name
