"""The sentences for what Neo4j finds wrong with a statement: its own text on the left, ours on the right.

Each text was seen on a running 5.26.30 (tests/console_faults.yml holds them). A group called `mau` or `ada` holds types
and is translated, any other goes into the sentences as it is; `tempat` is the group whose text is looked up in the
statement when Neo4j tells no place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Saying:
    """One thing that Neo4j says."""

    pola: re.Pattern[str]
    pesan: str
    saran: str = ""
    tempat: str = ""
    """Name of the group that says where; empty: Neo4j says it, or nobody can."""


TYPES: dict[str, str] = {
    "Any": "nilai apa pun",
    "Boolean": "syarat benar atau salah",
    "Integer": "bilangan bulat",
    "Int": "bilangan bulat",
    "Long": "bilangan bulat",
    "Float": "bilangan",
    "Double": "bilangan",
    "Number": "bilangan",
    "String": "teks",
    "List": "daftar",
    "Map": "peta {…}",
    "Node": "simpul",
    "NodeReference": "simpul",
    "NodeIdReference": "simpul",
    "Relationship": "hubungan",
    "RelationshipReference": "hubungan",
    "Path": "jalur",
    "PathReference": "jalur",
    "Point": "titik",
    "Duration": "lama waktu",
    "Date": "tanggal",
    "Time": "jam",
    "LocalTime": "jam",
    "LocalDateTime": "tanggal dan jam",
    "DateTime": "tanggal dan jam",
}
"""Neo4j's name of a type -> ours."""

TEMPORAL = {"Date", "Time", "LocalTime", "LocalDateTime", "DateTime"}

WRITTEN = {
    "Float": "`toFloat(…)`",
    "Integer": "`toInteger(…)`",
    "String": "`toString(…)`",
}
"""Type -> how a text or number becomes one."""


def said(pola: str, pesan: str, saran: str = "", tempat: str = "") -> Saying:
    return Saying(re.compile(pola, re.DOTALL), pesan, saran, tempat)


SAYINGS: tuple[Saying, ...] = (
    # Names
    said(r"^Variable `(?P<nama>.+?)` not defined", "Variabel `{nama}` belum ada di tempat ini."),
    said(r"^Unknown function '(?P<nama>.+?)'", "Fungsi `{nama}` tidak dikenal."),
    said(r"procedure with the name `(?P<nama>.+?)`", "Prosedur `{nama}` tidak dikenal.", "", "nama"),
    said(
        r"^Unknown procedure output: `(?P<nama>.+?)`",
        "Prosedur ini tidak mengeluarkan kolom `{nama}`.",
        "Hapus `YIELD …` untuk melihat kolom apa saja yang keluar.",
    ),
    said(
        r"^Expected parameter\(s\): (?P<nama>.+)$",
        "Parameter {nama} belum diisi.",
        "Isi di panel parameter, atau ganti dengan nilainya langsung.",
        "nama",
    ),
    said(
        r"no such fulltext schema index: (?P<nama>\S+)",
        "Tidak ada indeks pencarian `{nama}`.",
        "Yang ada: `cari_kalimat` (bentuk kata bahasa Indonesia), `cari_nama` (nama apa adanya), `cari_komponen`.",
        "nama",
    ),
    said(
        r"^Multiple result columns with the same name",
        "Dua kolom hasil bernama sama.",
        "Beri nama lain pada salah satunya dengan `AS`.",
    ),
    said(
        r"^Variable `(?P<nama>.+?)` already declared",
        "Nama `{nama}` sudah dipakai.",
        "Pakai nama lain untuk yang kedua.",
    ),
    said(
        r"^Type mismatch: (?P<nama>\S+) defined with conflicting type (?P<ada>.+?) \(expected (?P<mau>.+?)\)",
        "`{nama}` sudah berarti {ada}, di sini dipakai sebagai {mau}.",
        "Beri nama yang berbeda untuk simpul, hubungan, dan jalur.",
    ),
    # How it ends, what must have a name
    said(
        r"^Query cannot conclude with (?P<klausa>[\w ]+?) \(",
        "Pertanyaan berhenti pada {klausa}, belum meminta hasil.",
        "Tambahkan `RETURN …` di akhir.",
    ),
    said(
        r"^RETURN can only be used at the end",
        "RETURN hanya boleh di akhir pertanyaan.",
        "Untuk melanjutkan setelah hasil antara, pakai `WITH`.",
    ),
    said(
        r"^Expression in WITH must be aliased",
        "Setiap nilai dalam WITH harus diberi nama.",
        "Tulis misalnya `WITH count(*) AS jumlah`.",
    ),
    said(
        r"^Expression in CALL .*must be aliased|^Expression in RETURN .*must be aliased",
        "Setiap nilai yang keluar dari anak pertanyaan harus diberi nama.",
        "Tulis misalnya `RETURN count(*) AS jumlah`.",
    ),
    said(
        r"^RETURN \* is not allowed|^WITH \* is not allowed",
        "Belum ada variabel yang dapat ditampilkan dengan `*`.",
        "Tulis nilai yang diminta, misalnya `RETURN 1 AS satu`.",
    ),
    said(
        r"^All sub queries in an UNION must have the same return column names",
        "Bagian-bagian UNION harus menghasilkan kolom dengan nama yang sama.",
        "Beri nama yang sama dengan `AS` di setiap RETURN.",
    ),
    said(
        r"does not support naming results implicitly",
        "Prosedur di tengah pertanyaan harus menyebut kolom yang diambil.",
        "Tambahkan `YIELD nama_kolom` sesudahnya.",
    ),
    said(
        r"^Procedure call does not provide the required number of arguments: got (?P<dapat>\d+) expected (?:at least )?"
        r"(?P<perlu>\d+).*?Procedure (?P<nama>[\w.]+)",
        "Prosedur `{nama}` memerlukan {perlu} isian, yang ada {dapat}.",
        "",
        "nama",
    ),
    # Counting and grouping
    said(
        r"^Can't use aggregate functions inside of aggregate functions",
        "Fungsi hitungan tidak boleh di dalam fungsi hitungan lain.",
        "Hitung yang dalam dulu dengan `WITH … AS jumlah`, lalu hitung lagi.",
    ),
    said(
        r"^Invalid use of aggregating function (?P<nama>\w+)",
        "`{nama}(…)` tidak dapat dipakai di tempat ini.",
        "Hitung dulu dengan `WITH …, {nama}(…) AS jumlah`, lalu saring dengan `WHERE jumlah > 1`.",
    ),
    said(
        r"it is not possible to access variables declared before the WITH/RETURN: (?P<nama>[^\s(]+)",
        "Setelah DISTINCT atau hitungan, `{nama}` tidak ada lagi untuk ORDER BY.",
        "Urutkan menurut kolom hasil, atau ikutkan nilainya sebagai kolom.",
    ),
    said(
        r"^Aggregation column contains implicit grouping.*Illegal expression\(s\): (?P<nama>[^(]+?)(?: \(line|$)",
        "`{nama}` dicampur dengan hitungan dalam satu kolom.",
        "Ambil dulu dengan `WITH {nama} AS nilai, count(*) AS jumlah`, lalu hitung dari `nilai` dan `jumlah`.",
    ),
    # Arguments
    said(
        r"^Insufficient parameters for function '(?P<nama>.+?)'",
        "Isian fungsi `{nama}` kurang.",
    ),
    said(r"^Too many parameters for function '(?P<nama>.+?)'", "Isian fungsi `{nama}` terlalu banyak."),
    said(
        r"^Invalid input\. '(?P<nilai>.*?)' is not a valid value\. Must be a (?:non-negative|positive) integer",
        "`{nilai}` bukan banyaknya baris.",
        "LIMIT dan SKIP meminta bilangan bulat nol ke atas.",
    ),
    said(
        r"^It is not allowed to refer to variables in (?P<klausa>\w+)",
        "{klausa} tidak boleh bergantung pada variabel.",
        "Isi dengan bilangan, atau parameter seperti `$paling`.",
    ),
    said(
        r"^Invalid input '(?P<nilai>.*?)' is not a valid argument, must be a number in the range 0\.0 to 1\.0",
        "`{nilai}` bukan persentil.",
        "Tulis antara 0.0 dan 1.0, misalnya 0.5 untuk nilai tengah.",
    ),
    said(
        r"^Cannot handle negative start index nor negative length",
        "Awal atau panjang potongan teks tidak boleh di bawah nol.",
        "Hitungan dalam `substring`, `left`, dan `right` mulai dari 0.",
    ),
    said(
        r"^Step argument to 'range\(\)' cannot be zero",
        "Langkah dalam `range` tidak boleh 0.",
        "Tulis misalnya `range(1, 10, 2)`.",
    ),
    said(
        r"describing a valid point",
        "Peta ini tidak menunjuk sebuah titik.",
        "Tulis `point({latitude: -2.3, longitude: 115.4})`.",
    ),
    said(
        r"^Cannot assign .* to field '(?P<nama>\w+)'",
        "Bagian `{nama}` dari titik harus bilangan.",
        "",
        "nama",
    ),
    said(
        r"^Invalid call signature for (?P<nama>\w+)",
        "Fungsi waktu ini tidak menerima isian seperti itu.",
        "Ubah teks menjadi tanggal dulu: `duration.between(date('2024-01-01'), date())`.",
    ),
    said(
        r"same number of dimensions",
        "Kedua vektor tidak sama panjang.",
    ),
    said(
        r"^Argument to exists\(\.\.\.\) is not a pattern|property existence syntax",
        "`exists(…)` untuk sifat tidak dipakai lagi.",
        "Tulis `k.kode IS NOT NULL` untuk sifat, `EXISTS { (k)-[:CAUSES]->() }` untuk pola.",
    ),
    said(
        r"^Unknown operation '!='",
        "`!=` tidak dikenal.",
        "Untuk tidak sama tulis `<>`.",
    ),
    # Numbers, dates, patterns of text
    said(
        r"^/ by zero",
        "Ada pembagian dengan nol.",
        "Saring dulu: `WHERE penyebut <> 0`, atau `CASE WHEN penyebut = 0 THEN null ELSE … END`.",
    ),
    said(
        r"^long overflow|^integer is too large",
        "Bilangan ini terlalu besar (paling besar 9.223.372.036.854.775.807).",
        "Tulis sebagai pecahan, misalnya `1.0e20`.",
    ),
    said(
        r"^floating point number is too large|^invalid literal number",
        "Ini bukan bilangan yang dikenal.",
        "Tulis misalnya `12`, `12.5`, atau `1.0e6`; pecahan memakai titik.",
    ),
    said(
        r"^The octal integer literal syntax",
        "Bilangan tidak boleh diawali 0.",
        "Hapus nol di depan, atau jadikan teks dengan tanda petik: '012'.",
    ),
    said(
        r"^Text cannot be parsed to an? (?P<mau>\w+)\n\"(?P<nilai>[^\"]*)\"",
        "“{nilai}” bukan {mau}.",
        "Bentuknya `date('2024-11-24')`, `datetime('2024-11-24T14:05')`, `duration('P14D')`.",
        "nilai",
    ),
    said(
        r"^Invalid value for (?P<nama>\w+) \(valid values (?P<batas>.+?)\): (?P<nilai>-?\d+)",
        "Tanggal atau jam ini tidak ada: {nilai}, padahal nilainya {batas}.",
    ),
    said(
        r"^Invalid Regex: (?P<sebab>[^\n]+?) near index \d+\n(?P<nilai>[^\n]*)",
        "Pola `{nilai}` setelah `=~` salah.",
        "Tanda . * + ? ( ) [ ] punya arti khusus; “apa saja” ditulis `.*`. Untuk mencari kata pakai `CONTAINS`.",
        "nilai",
    ),
    said(
        r"procedure `(?P<nama>[\w.]+)`.*(?:TokenMgrError|queryparser\.classic\.ParseException)",
        "Kata pencarian ini tidak dapat dibaca.",
        'Tanda / ( ) [ ] : " + - punya arti khusus dalam pencarian: hapus, atau apit dengan tanda petik. '
        "Kata pencarian tidak boleh kosong.",
        "nama",
    ),
    # Types found while running
    said(
        r"^Type mismatch: (?P<apa>node or relationship property key|map key) must be given as String",
        "Yang di dalam kurung siku harus nama sifat sebagai teks.",
        "Tulis `k['uraian']`, atau lebih pendek `k.uraian`.",
    ),
    said(
        r"^Type mismatch: list index must be given as Integer",
        "Yang di dalam kurung siku harus nomor urut, mulai dari 0.",
        "Tulis misalnya `daftar[0]`.",
    ),
    said(
        r"^Don't know how to treat that as a predicate: (?P<ada>\w+)\((?P<nilai>.*?)\)?$",
        "WHERE perlu syarat benar atau salah, tetapi yang ada {ada} ({nilai}).",
        "Bandingkan dengan sesuatu: `= …`, `IS NOT NULL`, `CONTAINS …`.",
    ),
    said(
        r"^Cannot (?P<kerja>add|subtract|multiply|divide|calculate modulus of|raise to the power of) "
        r"`(?P<ada>\w+)` (?:and|by|from|to the power of) `(?P<mau>\w+)`",
        "{ada} dan {mau} tidak dapat dihitung bersama.",
        "Ambil sifatnya (misalnya `k.tahun`), atau ubah dulu dengan `toInteger(…)`, `toFloat(…)`, `toString(…)`.",
    ),
    said(
        r"^`(?P<ada>\w+)\((?P<nilai>.*?)\)` is not a collection or a map",
        "{ada} ({nilai}) tidak dapat dipotong dengan kurung siku.",
        "Kurung siku hanya untuk daftar dan peta; untuk teks pakai `left(…)` atau `substring(…)`.",
    ),
    said(
        r"^(?P<nama>SUM|AVG|PERCENTILE_\w+|STDEV\w*)\(.*\) can only handle numerical values",
        "{nama} hanya dapat menghitung bilangan; nilainya teks.",
        "Angka dalam dokumen disimpan seperti tercetak (“90,7”): ubah dengan `toFloat(replace(m.target, ',', '.'))`.",
    ),
    said(
        r"^Invalid input for function '(?P<nama>\w+)\(\)': Expected (?:an? )?(?P<mau>.+?), got: (?P<ada>\w+)",
        "Fungsi `{nama}` perlu {mau}, yang ada {ada}.",
        "",
        "nama",
    ),
    said(
        r"^No such field: (?P<nama>\w+)",
        "Tanggal, jam, atau lama waktu tidak punya bagian `{nama}`.",
        "Yang ada antara lain year, month, day, hour, minute, second.",
        "nama",
    ),
    said(
        r"^Type mismatch: expected a map but was (?P<ada>\w+)\(",
        "Sifat dengan titik hanya ada pada simpul, hubungan, peta, dan tanggal; di sini {ada}.",
    ),
    said(
        r"^(?P<nama>\w+) must be an? integer value",
        "Bagian `{nama}` dari tanggal harus bilangan bulat.",
        "",
        "nama",
    ),
    said(
        r"^Type mismatch for parameter '(?P<nama>.+?)': expected (?P<mau>.+?) but was (?P<ada>.+?)(?: \(line|$)",
        "Isi ${nama} harus {mau}, yang ada {ada}.",
        "Ganti jenis parameter itu, atau isinya.",
    ),
    said(
        r"^Type mismatch: expected (?P<mau>.+?) but was (?P<ada>.+?)(?: \(line|$)",
        "Di sini perlu {mau}, yang ada {ada}.",
    ),
    # Patterns
    said(
        r"shortest ?path algorithm does not work when the start and end nodes are the same",
        "Jalur terpendek tidak dapat dicari dari sebuah simpul ke dirinya sendiri.",
        "Tambahkan syarat `WHERE a <> b` sebelum shortestPath.",
    ),
    said(
        r"requires a pattern containing a single relationship",
        "Di dalam shortestPath hanya boleh ada satu hubungan.",
        "Tulis `shortestPath((a)-[:CAUSES*..10]->(b))`.",
    ),
    said(
        r"^Mixing label expression symbols.*This expression could be expressed as (?P<nama>\S+?)\.?(?: \(line|$)",
        "Tanda `:` tidak boleh dicampur dengan `|`, `&`, atau `!` di antara label.",
        "Tulis `{nama}`.",
    ),
    said(
        r"^Label expressions are not allowed to contain '\|:'",
        "Setelah `|` tidak boleh ada titik dua.",
        "Tulis `(n:Kinerja|SKPD)`.",
    ),
    said(
        r"^(?:Relationship t|T)ype expressions? .*'\|:'|^Node label.*not allowed",
        "Bentuk jenis hubungan ini tidak dikenal.",
        "Tulis `-[:CAUSES|MEASURES]->`.",
    ),
    # Text that does not end
    said(
        r"^Failed to parse string literal",
        "Tanda petik ini tidak ditutup.",
        "Teks dibuka dan ditutup dengan petik yang sama: '…' atau \"…\".",
    ),
    said(
        r"^Failed to parse comment",
        "Komentar `/*` ini tidak ditutup.",
        "Tutup dengan `*/`.",
    ),
    said(
        r"^Unexpected end of input: expected CYPHER",
        "Pertanyaannya kosong.",
        "Tulis misalnya `MATCH (k:Kinerja) RETURN k LIMIT 10`, atau pilih contoh.",
    ),
    # Of the driver, which has no form for such a value
    said(
        r"^Record contains broken data",
        "Hasil memuat tanggal yang tidak dapat ditampilkan: tahunnya di luar 1 sampai 9999, atau zona waktunya asing.",
        "Kembalikan sebagai teks: `toString(…)`.",
    ),
    said(
        r"^Expected exactly one statement",
        "Hanya satu pertanyaan sekali jalan.",
        "Hapus yang lain beserta tanda titik koma di antaranya.",
    ),
)
"""Neo4j's text -> our sentences; the first that fits is told."""
