// The panel of the schema: labels, types and properties with counts and examples, and the model drawn. A click puts the
// name where the cursor is.
import { quoted } from "./completing.js";
import { count, element } from "./words.js";

const SVG = "http://www.w3.org/2000/svg";

/** Draws the content of skema.json into `host`; `insert(text)` puts text into the editor. */
export function schemaPanel(host, schema, insert) {
  const field = element("input", [], { type: "search", placeholder: "saring label, jenis, sifat", "aria-label": "Saring skema", autocomplete: "off" });
  const lists = element("div", [
    group("Label", schema.label, (one) => `:${quoted(one.nama)}`, insert),
    group("Jenis hubungan", schema.jenis, (one) => `[:${quoted(one.nama)}]`, insert),
  ]);
  field.addEventListener("input", () => sieve(lists, field.value.trim().toLowerCase()));
  const model = schema.model?.simpul?.length ? element("p", element("button", "Gambar model", { type: "button", class: "plain small-button", onclick: () => large(schema.model, insert) })) : null;
  host.replaceChildren(...[model, field, lists].filter(Boolean));
}

function group(title, list, written, insert) {
  return element("section", [
    element("h3", title),
    ...list.map((one) =>
      element("details", [
        element("summary", [
          element("button", one.nama, { type: "button", class: "linkish", title: `Sisipkan ${written(one)}`, onclick: (event) => (event.preventDefault(), insert(written(one))) }),
          element("span", one.jumlah === null || one.jumlah === undefined ? "" : count(one.jumlah), { class: "count" }),
        ]),
        element("p", one.arti, { class: "small" }),
        one.dari ? element("p", `(${list2(one.dari)})-[:${one.nama}]->(${list2(one.ke)})`, { class: "small pattern" }) : null,
        element("ul", one.sifat.map((sifat) => property(sifat, insert)), { class: "properties" }),
      ], { "data-words": [one.nama, one.arti, ...one.sifat.map((sifat) => sifat.nama)].join(" ").toLowerCase() }),
    ),
  ]);
}

const list2 = (ends) => [ends].flat().join(" | ");

function property(one, insert) {
  const examples = (one.contoh ?? []).slice(0, 3).map((value) => (typeof value === "string" ? `“${value.length > 60 ? `${value.slice(0, 60)}…` : value}”` : JSON.stringify(value)));
  return element("li", [
    element("button", one.nama, { type: "button", class: "linkish", title: `Sisipkan .${one.nama}`, onclick: () => insert(`.${quoted(one.nama)}`) }),
    element("span", ` ${one.jenis ?? ""}`, { class: "quiet" }),
    one.arti ? element("div", one.arti) : null,
    examples.length ? element("div", `mis. ${examples.join(", ")}`, { class: "quiet" }) : null,
  ]);
}

function sieve(lists, wanted) {
  for (const one of lists.querySelectorAll("details")) one.hidden = Boolean(wanted) && !one.dataset.words.includes(wanted);
}

/** The model in a dialog, large enough to read; a click on a label puts it into the text and closes. */
function large(model, insert) {
  const close = element("button", "Tutup", { type: "button", class: "plain", onclick: () => dialog.close() });
  const picture = drawing(model, (text) => (dialog.close(), insert(text)));
  const many = together(model.garis).filter((line) => line.jenis.length > 2).map((line) => ` Dari ${line.dari} ke ${line.ke}: ${line.jenis.join(", ")}.`);
  const hint = element("p", ["Klik sebuah label untuk menyisipkannya. Panah CAUSES berjalan dari sebab ke akibat.", ...many], { class: "quiet small" });
  const dialog = element("dialog", element("article", [element("header", [element("h2", "Model graf", { id: "model-judul" }), close]), picture, hint]), { class: "row model-dialog", "aria-labelledby": "model-judul", onclose: () => dialog.remove() });
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
}

/** The model as a picture: positions come with it. */
function drawing({ simpul, garis }, insert) {
  const place = new Map(simpul.map((one) => [one.nama, one]));
  const half = (one) => Math.max(30, one.nama.length * 3.9 + 8);
  const xs = simpul.flatMap((one) => [one.x - half(one), one.x + half(one)]);
  const ys = simpul.map((one) => one.y);
  const [left, top] = [Math.min(...xs) - 12, Math.min(...ys) - 26];
  const svg = shape("svg", { viewBox: `${left} ${top} ${Math.max(...xs) - left + 12} ${Math.max(...ys) - top + 30}`, class: "model", role: "img" });
  svg.append(titled(`Model graf: ${garis.map((one) => `${one.dari} ${one.jenis} ${one.ke}`).join("; ")}`));
  const defs = shape("defs");
  const marker = shape("marker", { id: "panah", viewBox: "0 0 8 8", refX: 7, refY: 4, markerWidth: 7, markerHeight: 7, orient: "auto-start-reverse" });
  marker.append(shape("path", { d: "M0 0 8 4 0 8z" }));
  defs.append(marker);
  svg.append(defs);
  for (const line of together(garis)) {
    const [from, to] = [place.get(line.dari), place.get(line.ke)];
    if (from && to) svg.append(...edge(from, to, half, short(line.jenis)));
  }
  for (const one of simpul) {
    const box = shape("g", { class: "box", tabindex: 0, role: "button", "aria-label": `Sisipkan :${one.nama}` });
    box.append(shape("rect", { x: one.x - half(one), y: one.y - 13, width: half(one) * 2, height: 26, rx: 6 }), text(one.x, one.y + 4, one.nama));
    const put = () => insert(`:${quoted(one.nama)}`);
    box.addEventListener("click", put);
    box.addEventListener("keydown", (event) => (event.key === "Enter" || event.key === " ") && (event.preventDefault(), put()));
    svg.append(box);
  }
  return svg;
}

/** One line for all types between the same two labels, whose names would else lie on each other. */
function together(lines) {
  const found = new Map();
  for (const { dari, ke, jenis } of lines) {
    const key = `${dari} ${ke}`;
    if (!found.has(key)) found.set(key, { dari, ke, jenis: [] });
    found.get(key).jenis.push(jenis);
  }
  return [...found.values()];
}

const short = (types) => (types.length > 2 ? `${types[0]} +${types.length - 1}` : types.join(", "));

function edge(from, to, half, name) {
  if (from === to) {
    const [x, y] = [from.x + half(from) - 10, from.y - 13];
    return [shape("path", { class: "line", d: `M${x - 16} ${y}c-6 -18 26 -18 20 0`, "marker-end": "url(#panah)" }), text(x - 4, y - 16, name, "type")];
  }
  const [mx, my] = [(from.x + to.x) / 2, (from.y + to.y) / 2];
  return [shape("path", { class: "line", d: `M${rim(from, to.x, to.y, half)} L${rim(to, from.x, from.y, half)}`, "marker-end": "url(#panah)" }), text(mx, my - 3, name, "type")];
}

/** Where the line from the middle of a box towards a point leaves the box. */
function rim(box, x, y, half) {
  const [dx, dy] = [x - box.x, y - box.y];
  const by = Math.min(half(box) / Math.max(Math.abs(dx), 0.01), 13 / Math.max(Math.abs(dy), 0.01));
  return `${(box.x + dx * by).toFixed(1)} ${(box.y + dy * by).toFixed(1)}`;
}

function text(x, y, words, kind = "") {
  const made = shape("text", { x, y, "text-anchor": "middle", class: kind });
  made.textContent = words;
  return made;
}

function titled(words) {
  const made = shape("title");
  made.textContent = words;
  return made;
}

function shape(name, attributes = {}) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
