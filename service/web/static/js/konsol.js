// The console: editor, parameters, result, the list of questions at the left, the schema at the right.
// What a page opens with stands in data-awal: text, parameters, whether to run, the saved question.
import { json } from "./konsol/asking.js";
import { editor as makeEditor } from "./konsol/editor.js";
import { parameterPanel } from "./konsol/parameters.js";
import { pastRuns } from "./konsol/past.js";
import { resultView } from "./konsol/result.js";
import { savedQuestions } from "./konsol/saved.js";
import { schemaPanel } from "./konsol/schema.js";
import { copied, element } from "./konsol/words.js";

const DRAFT = "konsol-draf";
const LONGEST_LINK = 6_000; // characters; proxies and letters cut longer ones

const page = document.querySelector("[data-konsol]");
const part = (name) => page.querySelector(`[data-konsol=${name}]`) ?? document.querySelector(`[data-konsol=${name}]`);
const first = JSON.parse(page.dataset.awal);
const draft = first.teks ? null : readDraft();
let schema = null;
let asked = null; // {teks, parameter} that the result below is of: what its files hold
let opened = first.simpanan; // the saved question whose text is in the editor, as long as nobody changes that

const parameters = parameterPanel(part("parameter"), keepDraft);
const editor = makeEditor(part("editor"), {
  text: first.teks || draft?.teks || "",
  run: () => run(),
  stop: () => result.stop(),
  names: () => schema,
  changed: (text) => {
    parameters.follow(text);
    keepDraft();
    part("contoh").hidden = Boolean(text.trim());
  },
});
const result = resultView(part("hasil"), { editor, more: (options) => run(options), running });
const saved = savedQuestions(
  { own: part("milik"), shared: part("bersama"), form: part("simpan"), told: part("pesan") },
  { open: openSaved, content: () => ({ teks: editor.text(), parameter: parameters.kept() }) },
);
const past = pastRuns(part("riwayat"), (one) => load(one.teks, one.parameter));

start();

function start() {
  if (draft) parameters.restore(draft.parameter ?? {});
  parameters.follow(editor.text());
  parameters.fill(first.parameter ?? {});
  part("contoh").hidden = Boolean(editor.text().trim());
  if (first.simpanan) saved.use(first.simpanan);
  if (first.galat) result.notice({ pesan: first.galat });
  if (first.jalankan && !first.galat) run();
  saved.refresh();
  readSchema();
  wire();
}

async function run(options = {}) {
  if (!editor.text().trim()) return editor.focus();
  let values;
  try {
    values = parameters.values();
  } catch (fault) {
    return result.notice(fault);
  }
  asked = { teks: editor.text(), parameter: values };
  keepAddress();
  part("cetak-teks").textContent = editor.text();
  part("cetak-parameter").textContent = Object.entries(values).map(([name, value]) => `$${name} = ${JSON.stringify(value)}`).join("; ");
  await result.run("/konsol/jalan", { ...asked, ...options });
  if (part("riwayat").closest("details").open) past.open();
}

function running(goes) {
  part("jalankan").disabled = goes;
  part("batal").hidden = !goes;
}

function openSaved(one) {
  opened = one;
  load(one.teks, Object.fromEntries(one.parameter.map(({ nama, nilai }) => [nama, nilai])));
  run();
}

function load(text, values) {
  editor.set(text);
  parameters.follow(text);
  parameters.fill(values ?? {});
  part("panel-pertanyaan").open &&= window.matchMedia("(min-width: 64rem)").matches;
  editor.focus();
}

function wire() {
  part("jalankan").addEventListener("click", () => run());
  part("parameter").addEventListener("keydown", (event) => event.key === "Enter" && (event.preventDefault(), run()));
  part("batal").addEventListener("click", () => result.stop());
  part("buka-simpan").addEventListener("click", () => saved.ask());
  part("tautan").addEventListener("click", (event) => share(event.currentTarget));
  part("riwayat").closest("details").addEventListener("toggle", (event) => event.target.open && past.open());
  for (const button of part("contoh").querySelectorAll("button[data-teks]")) button.addEventListener("click", () => (load(button.dataset.teks, {}), run()));
  for (const button of document.querySelectorAll("[data-unduh]")) button.addEventListener("click", () => download(button.dataset.unduh));
  part("saring").addEventListener("input", () => sieve(part("saring").value.trim().toLowerCase()));
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented && !document.querySelector("dialog[open]") && result.stop()) event.preventDefault();
  });
  // On a phone the editor comes first; what stands beside it opens at a tap.
  if (!window.matchMedia("(min-width: 64rem)").matches) for (const one of page.querySelectorAll("[data-fold]")) one.open = false;
}

function sieve(wanted) {
  for (const item of page.querySelectorAll("[data-words]")) if (item.closest("[data-konsol=panel-pertanyaan]")) item.hidden = Boolean(wanted) && !item.dataset.words.includes(wanted);
  for (const group of page.querySelectorAll("[data-group]")) {
    const any = [...group.querySelectorAll("[data-words]")].some((item) => !item.hidden);
    group.hidden = Boolean(wanted) && !any;
    if (wanted && any) group.open = true;
  }
}

async function readSchema(again = true) {
  try {
    schema = await json("/konsol/skema.json");
    schemaPanel(part("skema"), schema, (text) => editor.insert(text));
  } catch (fault) {
    // The first question after a start is planned for seconds on a busy computer: once more by itself, then by hand.
    if (again) window.setTimeout(() => readSchema(false), 3000);
    const button = element("button", "Coba lagi", { type: "button", class: "plain small-button", onclick: () => readSchema(false) });
    part("skema").replaceChildren(element("p", `${fault.pesan} ${fault.saran}`, { class: "quiet small" }), again ? "" : button);
  }
}

/** The address that runs this again; null when it would be too long. */
function address() {
  const saved = opened && editor.text() === opened.teks;
  const at = new URLSearchParams(saved ? {} : { teks: editor.text() });
  for (const [name, value] of Object.entries(parameters.values())) at.set(`p.${name}`, written(value));
  const path = `${saved ? `/konsol/simpanan/${opened.nomor}` : "/konsol"}${at.size ? `?${at}` : ""}`;
  return path.length > LONGEST_LINK ? null : path;
}

// A text that would read as JSON (2022, true) is quoted, so that it comes back as the text it was.
function written(value) {
  if (typeof value !== "string") return JSON.stringify(value);
  try {
    JSON.parse(value);
    return JSON.stringify(value);
  } catch {
    return value;
  }
}

function keepAddress() {
  window.history.replaceState(null, "", address() ?? "/konsol");
}

function share(button) {
  let path;
  try {
    path = address();
  } catch (fault) {
    return result.notice(fault);
  }
  if (path) copied(button, new URL(path, window.location.href).href);
  else result.notice({ pesan: "Teks ini terlalu panjang untuk sebuah tautan.", saran: "Simpan pertanyaannya dulu; yang tersimpan punya alamat sendiri." });
}

function download(kind) {
  const form = document.querySelector("form[data-unduhan]");
  form.action = `/konsol/unduh/${kind}`;
  form.elements.teks.value = asked.teks;
  form.elements.parameter.value = JSON.stringify(asked.parameter);
  form.submit();
}

function keepDraft() {
  try {
    window.sessionStorage.setItem(DRAFT, JSON.stringify({ teks: editor.text(), parameter: parameters.draft() }));
  } catch {
    // Storage that is full or forbidden: the page works, it only forgets.
  }
}

function readDraft() {
  try {
    return JSON.parse(window.sessionStorage.getItem(DRAFT));
  } catch {
    return null;
  }
}
