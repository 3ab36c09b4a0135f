// The panel of parameters: a field for each $name of the text, with its kind; what is written stays while one types.
import { parameterNames } from "./cypher.js";
import { element } from "./words.js";

const KINDS = { teks: "teks", angka: "angka", "ya-tidak": "ya/tidak", json: "daftar/JSON" };

/** Fields in `host`. `changed` is called after every change. */
export function parameterPanel(host, changed = () => {}) {
  const known = new Map(); // name -> {jenis, isi}; kept when a name goes, since it often comes back a moment later
  let names = [];

  function follow(text) {
    const found = parameterNames(text);
    if (found.join("\n") === names.join("\n")) return;
    names = found;
    // Rows are counted: `LIMIT $n` with a text is refused, so a new $n there begins as a number.
    for (const [, name] of text.matchAll(/\b(?:LIMIT|SKIP|OFFSET)\s+\$([\p{L}\p{N}_]+)/giu)) if (!known.has(name)) known.set(name, { jenis: "angka", isi: "" });
    draw();
  }

  function draw() {
    host.hidden = names.length === 0;
    host.replaceChildren(element("legend", "Parameter"), ...names.map(row));
  }

  function row(name) {
    if (!known.has(name)) known.set(name, { jenis: "teks", isi: "" });
    const one = known.get(name);
    const id = `parameter-${name}`;
    const kind = element("select", Object.entries(KINDS).map(([value, words]) => element("option", words, { value, selected: value === one.jenis })), { "aria-label": `Jenis $${name}` });
    const field = fieldOf(one, id);
    kind.addEventListener("change", () => {
      one.jenis = kind.value;
      if (one.jenis === "ya-tidak") one.isi = one.isi === "true" ? "true" : "false";
      draw();
      host.querySelector(`#${CSS.escape(id)}`).focus();
      changed();
    });
    field.addEventListener("input", () => {
      one.isi = field.value;
      field.removeAttribute("aria-invalid");
      changed();
    });
    return element("div", [element("label", `$${name}`, { for: id }), kind, field], { class: "parameter" });
  }

  function fieldOf(one, id) {
    if (one.jenis === "ya-tidak") return element("select", [["true", "ya"], ["false", "tidak"]].map(([value, words]) => element("option", words, { value, selected: value === one.isi })), { id });
    const field = element("input", [], { id, type: "text", autocomplete: "off", inputmode: one.jenis === "angka" ? "decimal" : null, placeholder: one.jenis === "json" ? '["a", "b"] atau {"x": 1}' : "" });
    field.value = one.isi;
    return field;
  }

  /** {name: value}; throws a fault that names the field. */
  function values() {
    return Object.fromEntries(names.map((name) => [name, value(name, known.get(name))]));
  }

  function value(name, { jenis, isi }) {
    if (jenis === "teks") return isi;
    if (jenis === "ya-tidak") return isi === "true";
    if (jenis === "angka") {
      const number = Number(isi.trim().replace(",", "."));
      if (isi.trim() && !Number.isNaN(number)) return number;
      throw wrong(name, `Isi $${name} bukan angka.`, "Tulis misalnya 2022 atau 0,5, atau pilih jenis lain.");
    }
    try {
      return JSON.parse(isi);
    } catch {
      throw wrong(name, `Isi $${name} bukan JSON.`, 'Tulis misalnya ["a", "b"], {"x": 1}, atau null.');
    }
  }

  function wrong(name, pesan, saran) {
    const field = host.querySelector(`#${CSS.escape(`parameter-${name}`)}`);
    field?.setAttribute("aria-invalid", "true");
    field?.focus();
    return { pesan, saran };
  }

  /** Values from outside: of an address, the history or a saved question. */
  function fill(given) {
    for (const [name, one] of Object.entries(given)) known.set(name, typed(one));
    draw();
  }

  /** As a saved question keeps them. */
  const kept = () => names.map((name) => ({ nama: name, jenis: known.get(name).jenis, nilai: value(name, known.get(name)) }));
  /** As the draft keeps them: also what cannot be read yet. */
  const draft = () => Object.fromEntries(names.map((name) => [name, known.get(name)]));
  const restore = (draft) => Object.entries(draft).forEach(([name, one]) => known.set(name, one));

  return { follow, values, fill, kept, draft, restore };
}

function typed(value) {
  if (typeof value === "string") return { jenis: "teks", isi: value };
  if (typeof value === "number") return { jenis: "angka", isi: String(value).replace(".", ",") };
  if (typeof value === "boolean") return { jenis: "ya-tidak", isi: String(value) };
  return { jenis: "json", isi: JSON.stringify(value) };
}
