// One cell of a result (the forms of service/cells.py): as text to sort, search and copy, and as something to read.
import { count, element } from "./words.js";

const SHORT = { "strategis skpd": "SS", strategis: "S", "taktikal intermediate": "TI", "taktikal immediate": "TM", operasional: "OP" };
const LADDER = Object.keys(SHORT);

const kind = (cell) => (cell !== null && typeof cell === "object" && !Array.isArray(cell) ? (cell._ ?? "peta") : Array.isArray(cell) ? "daftar" : "nilai");

export const isNode = (cell) => kind(cell) === "simpul";
export const isRelationship = (cell) => kind(cell) === "hubungan";
export const isPath = (cell) => kind(cell) === "jalur";

/** Every node and relationship in a cell, however deep in lists, maps and paths. */
export function* things(cell) {
  if (isNode(cell) || isRelationship(cell)) yield cell;
  else if (isPath(cell)) yield* [...cell.simpul, ...cell.hubungan];
  else if (Array.isArray(cell)) for (const one of cell) yield* things(one);
  else if (kind(cell) === "peta") for (const one of Object.values(cell.isi ?? cell)) if (one !== null && typeof one === "object") yield* things(one);
  else if (kind(cell) === "potong" && Array.isArray(cell.awal)) yield* things(cell.awal);
}

/** {urut: 1-5 or 0, singkat, nama} of a kinerja's level; null for other nodes. */
export function level(node) {
  const name = node.isi?.tingkat;
  if (!name || !node.label.some((label) => label.startsWith("Kinerja"))) return null;
  const urut = LADDER.indexOf(name.replace(/^kinerja /, "")) + 1 || Math.min(node.isi.urut_tingkat ?? 0, 5);
  return { urut, singkat: SHORT[name.replace(/^kinerja /, "")] ?? (node.isi.urut_tingkat ? `T${node.isi.urut_tingkat}` : "–"), nama: name };
}

/** One readable line with the key, as files have it. */
export function asText(cell) {
  if (cell === null || cell === undefined) return "";
  switch (kind(cell)) {
    case "nilai":
      return typeof cell === "boolean" ? (cell ? "ya" : "tidak") : String(cell);
    case "simpul":
      return cell.kunci && cell.kunci !== cell.judul ? `${cell.kunci} ${cell.judul}` : cell.judul || cell.label.join(" ");
    case "hubungan":
      return cell.jenis;
    case "jalur":
      return cell.simpul.map((node, at) => (at ? ` ${arrow(cell, at - 1)} ` : "") + asText(node)).join("");
    case "potong":
      return `${asText(cell.awal)} … (dipotong)`;
    default:
      return JSON.stringify(plain(cell));
  }
}

/** Numbers by size, all else by its words; empty cells last. */
export function compare(a, b) {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (a === null || b === null) return (a === null) - (b === null);
  return collator.compare(asText(a), asText(b));
}
const collator = new Intl.Collator("id", { numeric: true });

/** Plain JSON to look at: nodes by their words, nothing of the wire. */
export function plain(cell) {
  if (Array.isArray(cell)) return cell.map(plain);
  switch (kind(cell)) {
    case "simpul":
      return { label: cell.label, kunci: cell.kunci, ...cell.isi };
    case "hubungan":
      return { jenis: cell.jenis, ...cell.isi };
    case "jalur":
      return cell.simpul.flatMap((node, at) => (at ? [plain(cell.hubungan[at - 1]), plain(node)] : [plain(node)]));
    case "potong":
      return { dipotong: plain(cell.awal), panjang: cell.panjang };
    case "peta":
      return Object.fromEntries(Object.entries(cell._ === "peta" ? cell.isi : cell).map(([name, value]) => [name, plain(value)]));
    default:
      return cell;
  }
}

/** A cell in the table: one element, a line or two. `name`: of its column, which says what a plain text is the key of. */
export function draw(cell, name = "") {
  if (cell === null || cell === undefined) return element("span", "kosong", { class: "quiet" });
  switch (kind(cell)) {
    case "simpul":
      return drawNode(cell);
    case "hubungan":
      return element("code", cell.jenis);
    case "jalur":
      return element("span", cell.simpul.flatMap((node, at) => (at ? [element("span", ` ${arrow(cell, at - 1)} `, { class: "quiet" }), drawNode(node)] : [drawNode(node)])));
    case "potong":
      return element("span", [draw(cell.awal), element("span", ` … dipotong, seluruhnya ${count(cell.panjang)}`, { class: "tag tag-warn" })]);
    case "daftar":
      return cell.some((one) => isNode(one) || isPath(one)) ? element("span", cell.flatMap((one, at) => (at ? [element("br"), draw(one)] : [draw(one)]))) : element("span", cell.length ? cell.flatMap((one, at) => (at ? [" · ", linked(one, name)] : [linked(one, name)])) : "daftar kosong", { class: cell.length ? null : "quiet" });
    case "nilai":
      return element("span", typeof cell === "number" ? written(cell) : linked(cell, name));
    default:
      return element("code", asText(cell));
  }
}

const PAGES = [
  [/^[A-Z0-9]+-\d\d-[A-HJ-NP-Z2-9]{4}\d*$/, () => "kinerja"],
  [/^[A-Z0-9]+-\d\d-I[A-HJ-NP-Z2-9]{5}\d*$/, () => "indikator"],
  [/^[a-z0-9-]+$/, (name) => ({ kode_unit: "skpd", kode_jabatan: "jabatan", id_dokumen: "dokumen" })[name]],
];

/** A text as a link, when it is an id by its looks, or a code by its column. */
function linked(cell, name) {
  const text = asText(cell);
  const page = typeof cell === "string" && PAGES.find(([looks]) => looks.test(text))?.[1](name);
  return page ? element("a", text, { href: `/${page}/${text}`, class: "key" }) : text;
}

// Years and codes stay as they are; only numbers with a fraction are written the Indonesian way.
const written = (value) => (Number.isInteger(value) ? String(value) : value.toLocaleString("id-ID", { maximumFractionDigits: 6 }));

function drawNode(node) {
  const step = level(node);
  const title = node.judul || node.kunci || node.label.join(" ");
  return element("span", [
    step ? element("span", step.singkat, { class: `level tingkat-${step.urut}`, title: `kinerja ${step.nama}` }) : element("span", node.label.join(" "), { class: "kind" }),
    " ",
    node.alamat ? element("a", title, { href: node.alamat }) : title,
  ]);
}

const arrow = (path, at) => (path.hubungan[at].dari === path.simpul[at].eid ? `─${path.hubungan[at].jenis}→` : `←${path.hubungan[at].jenis}─`);
