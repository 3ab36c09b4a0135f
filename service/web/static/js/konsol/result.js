// A result while it comes and when it is there: the line of its state, table, picture, JSON, files, paper.
// The markup is templates/konsol_hasil.html; both the console and the pages of the repository's questions have it.
import { cancel, parts } from "./asking.js";
import { draw, isPath, plain, things } from "./cells.js";
import { detail } from "./detail.js";
import { faultNotice, remarks } from "./faults.js";
import { resultTable } from "./table.js";
import { tabs } from "./tabs.js";
import { copied, count, element, span, at as momentOf } from "./words.js";

const JSON_SHOWN = 200; // rows; all of them are copied, and are in the file
const ON_PAPER = 1_000;
const CUTS = { baris: "dipotong pada", bita: "dipotong karena ukuran, pada" };

/** The result in `root`. `editor` underlines faults (null: there is none); `more(options)` runs again, larger or fresh. */
export function resultView(root, { editor = null, more = null, drawn = false, running = () => {} } = {}) {
  const part = (name) => root.querySelector(`[data-result=${name}]`);
  const table = resultTable(part("tabel"), showCell);
  let current = null; // {controller, id} of the run that goes on
  let head = null;
  let tail = null;
  let pictured = null;
  const drawnViews = new Set(); // picture and JSON are made when somebody looks at them, once for each answer
  const views = tabs(root.querySelector("[role=tablist]"), (name) => shown(name));

  /** Runs; ends when the answer has ended. `url`, `body` as of asking.parts. Gives "selesai", "galat" or "batal". */
  async function run(url, body) {
    stop();
    const mine = { controller: new AbortController(), id: null, began: performance.now() };
    current = mine;
    begin();
    const clock = window.setInterval(() => tick(mine), 1000);
    let outcome = "batal";
    try {
      for await (const piece of parts(url, { body, signal: mine.controller.signal })) {
        if (current !== mine) return "batal";
        outcome = take(piece, mine) ?? outcome;
      }
    } finally {
      window.clearInterval(clock);
      if (current === mine) {
        current = null;
        finish(outcome, mine);
      }
    }
    return outcome;
  }

  function stop() {
    if (!current) return false;
    const one = current;
    if (one.id) cancel(one.id);
    one.controller.abort();
    return true;
  }

  function begin() {
    head = tail = null;
    drawnViews.clear();
    root.hidden = false;
    root.classList.add("running");
    table.clear();
    part("pesan").replaceChildren();
    part("sel").replaceChildren();
    part("tindakan").hidden = true;
    editor?.mark([]);
    state([element("span", "Menjalankan …")]);
    running(true);
  }

  function take(piece, mine) {
    if (piece.jalan) mine.id = piece.jalan;
    else if (piece.tunggu) state([element("span", piece.tunggu)]);
    else if (piece.kepala) {
      head = piece.kepala;
      table.start(head.kolom);
      part("pesan").replaceChildren(...remarks(head.pemberitahuan ?? [], editor));
      editor?.mark((head.pemberitahuan ?? []).map((one) => ({ ...one, keras: false })));
      tick(mine);
    } else if (piece.baris) {
      table.add(piece.baris);
      tick(mine);
    } else if (piece.akhir) {
      tail = piece.akhir;
      return "selesai";
    } else if (piece.galat) {
      part("pesan").replaceChildren(faultNotice(piece.galat, editor));
      editor?.mark([{ ...piece.galat, keras: true }]);
      return "galat";
    }
    return null;
  }

  function finish(outcome, mine) {
    root.classList.remove("running");
    if (head) table.end();
    const rows = table.rows().length;
    const facts = [];
    if (head) facts.push(...ofWhat(), `${count(rows)} baris`);
    if (tail) facts.push(span(tail.ms));
    if (tail?.terpotong) facts.push(element("strong", `${CUTS[tail.terpotong] ?? "dipotong,"} ${count(rows)} baris`, { class: "tag tag-warn" }));
    if (tail?.sel_terpotong) facts.push(element("span", `${count(tail.sel_terpotong)} sel dipotong`, { class: "tag tag-warn" }));
    if (outcome === "batal") facts.push(`dibatalkan setelah ${span(performance.now() - mine.began)}${rows ? "; baris yang sudah datang tetap tampil" : ""}`);
    if (outcome === "galat") facts.push(rows ? "berhenti karena kesalahan; baris di bawah tidak lengkap" : "tidak ada hasil");
    state(facts);
    part("tindakan").hidden = !rows;
    part("lagi").hidden = !(more && tail?.terpotong === "baris" && rows < 100_000);
    part("segar").hidden = !(more && head && head.terkini === false);
    part("kosong").hidden = !(outcome === "selesai" && rows === 0);
    part("isi").hidden = !head || rows === 0;
    drawnViews.clear();
    mayPicture();
    shown(views.chosen());
    running(false);
  }

  /** Of which data the answer is. */
  function ofWhat() {
    const old = head.terkini === false;
    return [element("span", [`revisi ${count(head.revisi)}`, old ? element("strong", " lebih lama dari data sekarang", { class: "warn" }) : ""], { title: head.pada ? `data pada ${momentOf(head.pada)}` : null })];
  }

  function tick(mine) {
    if (current !== mine) return;
    part("isi").hidden = !head || table.rows().length === 0;
    part("kosong").hidden = true;
    const facts = head ? [...ofWhat(), `${count(table.rows().length)} baris`] : [...part("keadaan").querySelectorAll("li")].slice(0, 1).map((li) => li.textContent);
    const seconds = Math.round((performance.now() - mine.began) / 1000);
    state([...facts, `berjalan ${seconds} detik`]);
  }

  function state(facts) {
    part("keadaan").replaceChildren(...facts.map((fact) => element("li", fact)));
  }

  // -- the three views --

  const cells = () => table.rows().map((row) => Object.values(row));

  /** A result without nodes has no picture; the tab says so instead of being gone. */
  function mayPicture() {
    const any = table.rows().slice(0, 300).some((row) => Object.values(row).some((cell) => !things(cell).next().done));
    root.classList.toggle("no-picture", !any);
    const only = any && table.rows().every((row) => Object.values(row).every((cell) => cell === null || isPath(cell)));
    if (any && (only || drawn)) views.choose("graf", false); // paths and trees say more as a picture
    else if (!any && views.chosen() === "graf") views.choose("tabel", false);
  }

  async function shown(name) {
    if (name === "tabel") table.redraw();
    if (current || drawnViews.has(name)) return;
    drawnViews.add(name);
    if (name === "json") drawJson();
    if (name === "graf" && !root.classList.contains("no-picture")) await drawPicture();
  }

  async function drawPicture() {
    if (!pictured) {
      const { picture } = await import("./picture.js"); // half a megabyte that only those load who look at it
      pictured = picture({ canvas: part("gambar"), list: part("simpul"), side: part("sisi"), told: part("tergambar"), legend: part("legenda") });
      part("muatkan").addEventListener("click", () => pictured.fit());
      part("perbesar").addEventListener("click", () => pictured.larger(1.3));
      part("perkecil").addEventListener("click", () => pictured.larger(1 / 1.3));
    }
    pictured.show(cells());
  }

  const asObjects = (rows) => rows.map((row) => Object.fromEntries(Object.values(row).map((cell, at) => [table.names()[at], plain(cell)])));

  function drawJson() {
    const rows = table.rows();
    part("json").textContent = JSON.stringify(asObjects(rows.slice(0, JSON_SHOWN)), null, 2);
    part("json-terpotong").textContent = rows.length > JSON_SHOWN ? `Tampil ${count(JSON_SHOWN)} baris pertama dari ${count(rows.length)}; tombol Salin menyalin semuanya.` : "";
  }

  function showCell(cell, name) {
    const close = element("button", "Tutup", { type: "button", class: "plain small-button", onclick: () => part("sel").replaceChildren() });
    part("sel").replaceChildren(element("section", [...detail(cell, name), element("div", close, { class: "actions" })], { class: "card", "aria-label": `Isi sel ${name}` }));
    part("sel").scrollIntoView({ block: "nearest" });
  }

  part("salin-tabel").addEventListener("click", (event) => copied(event.currentTarget, table.copyText()));
  part("salin-json").addEventListener("click", (event) => copied(event.currentTarget, JSON.stringify(asObjects(table.rows()), null, 2)));
  part("tindakan").addEventListener("click", (event) => event.target.closest("a, [data-unduh]")?.closest("details")?.removeAttribute("open")); // the file comes by itself
  part("lagi").addEventListener("click", () => more({ batas: 100_000 }));
  part("segar").addEventListener("click", () => more({ segar: true }));

  // The table holds only what is in view; paper gets all rows, up to a number that is told.
  window.addEventListener("beforeprint", () => {
    const rows = table.rows();
    const names = table.names();
    part("kertas").replaceChildren(
      element("table", [
        element("thead", element("tr", names.map((name) => element("th", name, { scope: "col" })))),
        element("tbody", rows.slice(0, ON_PAPER).map((row) => element("tr", names.map((_, at) => element("td", draw(row[`c${at}`], names[at])))))),
      ], { class: "broad" }), // on paper laid crosswise (css/print.css)
      rows.length > ON_PAPER ? element("p", `Dicetak ${count(ON_PAPER)} baris pertama dari ${count(rows.length)}; unduh berkasnya untuk semuanya.`) : "",
    );
  });
  window.addEventListener("afterprint", () => part("kertas").replaceChildren());

  return { run, stop, isRunning: () => current !== null, notice: (fault) => ((root.hidden = false), part("pesan").replaceChildren(faultNotice(fault, editor))), revision: () => head?.revisi ?? null };
}
