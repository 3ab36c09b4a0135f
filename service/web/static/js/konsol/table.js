// The rows of a result as a table: sorted, filtered per column, copied; only what is in view is in the page, so that
// 100,000 rows scroll like ten. Rows come in while the question still runs.
import { Tabulator } from "../../vendor/tabulator/tabulator.min.js";
import { asText, compare, draw } from "./cells.js";
import { element } from "./words.js";

const LETTER = 8.2; // px of a letter at 14 px, on average
const WIDEST = 420;
const SAMPLE = 200;

/** A table in `host`. `open(cell, name)` is called for the cell that a person wants to see whole. */
export function resultTable(host, open) {
  let table = null;
  let names = [];
  let rows = [];
  let shown = 0;
  let ready = null;
  let built = false;

  function clear() {
    table?.destroy();
    table = null;
    built = false;
    rows = [];
    shown = 0;
    host.replaceChildren();
  }

  function start(columns) {
    clear();
    names = columns;
  }

  /** More rows. The first show at once; then each time twice as many are there, since the table lays out all it gets. */
  function add(more) {
    for (const row of more) rows.push(Object.fromEntries(row.map((cell, at) => [`c${at}`, cell])));
    if (!table) build();
    else if (rows.length >= shown * 2) refill();
  }

  function end() {
    if (rows.length > shown && table) refill();
  }

  function build() {
    shown = rows.length;
    const wide = measured(rows, names);
    const tall = wide.some((width) => width >= WIDEST);
    table = new Tabulator(host.appendChild(element("div")), {
      data: rows.slice(),
      columns: names.map((name, at) => column(name, `c${at}`, wide[at], rows)),
      layout: "fitColumns",
      maxHeight: "62vh",
      rowHeight: tall ? 50 : 33,
      selectableRange: true,
      selectableRangeAutoFocus: false, // the focus stays in the editor while rows come
      placeholder: "Tidak ada baris yang cocok dengan saringan.",
    });
    host.classList.toggle("tall-rows", tall);
    built = false;
    ready = new Promise((done) => table.on("tableBuilt", () => ((built = true), done())));
    table.on("cellDblClick", (_, cell) => open(cell.getValue(), cell.getColumn().getDefinition().title));
  }

  async function refill() {
    shown = rows.length;
    const of = table;
    await ready;
    if (of === table) await table.replaceData(rows.slice());
  }

  // Enter shows the marked cell whole, Ctrl+C copies what is marked as a spreadsheet reads it. Before Tabulator sees the
  // key: at Enter it would edit the cell, and stumbles, since nothing here can be edited.
  host.addEventListener("keydown", (event) => {
    const range = table?.getRanges?.().at(-1);
    if (!range || event.target.closest("input")) return;
    if (event.key === "Enter") {
      event.stopPropagation();
      if (event.target.closest("a")) return;
      const cell = range.getCells().flat()[0];
      if (cell) open(cell.getValue(), cell.getColumn().getDefinition().title);
    } else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "c") {
      event.preventDefault();
      navigator.clipboard?.writeText(range.getStructuredCells().map((line) => line.map((cell) => oneLine(cell.getValue())).join("\t")).join("\n"));
    }
  }, { capture: true });

  /** What is in the table now, in its order and through its filters, with a head: for a spreadsheet. */
  function copyText() {
    const fields = names.map((_, at) => `c${at}`);
    const data = table ? table.getData("active") : [];
    return [names.join("\t"), ...data.map((row) => fields.map((field) => oneLine(row[field])).join("\t"))].join("\n");
  }

  return { start, add, end, clear, copyText, redraw: () => built && table?.redraw(true), rows: () => rows, names: () => names };
}

const oneLine = (cell) => asText(cell).replace(/\s+/g, " ");

function column(name, field, width, rows) {
  const sample = rows.slice(0, SAMPLE).map((row) => row[field]).filter((value) => value !== null);
  const numeric = sample.length > 0 && sample.every((value) => typeof value === "number");
  return {
    title: name,
    field,
    minWidth: width,
    widthGrow: width,
    hozAlign: numeric ? "right" : "left",
    titleFormatter: () => document.createTextNode(name), // a name is the person's own text, never markup
    formatter: (cell) => draw(cell.getValue(), name),
    sorter: compare,
    headerFilter: (cell, _, success) => filterField(name, success),
    headerFilterFunc: (wanted, value) => passes(wanted, value),
    headerFilterLiveFilter: false,
    headerFilterPlaceholder: "saring",
  };
}

function filterField(name, success) {
  const field = element("input", [], { type: "search", "aria-label": `Saring kolom ${name}`, autocomplete: "off" });
  let later;
  field.addEventListener("input", () => {
    window.clearTimeout(later);
    later = window.setTimeout(() => success(field.value), 200);
  });
  return field;
}

/** `>10`, `<=5`, `=teks`, or a part of the text. */
function passes(wanted, value) {
  const [, sign, rest] = wanted.trim().match(/^(>=|<=|>|<|=)?\s*(.*)$/s);
  const text = asText(value).toLowerCase();
  if (!sign) return text.includes(rest.toLowerCase());
  if (!rest) return true;
  if (sign === "=") return text === rest.toLowerCase();
  const limit = Number(rest.replace(",", "."));
  if (typeof value !== "number" || Number.isNaN(limit)) return false;
  return { ">": value > limit, "<": value < limit, ">=": value >= limit, "<=": value <= limit }[sign];
}

/** Width in px that each column wants: from the longest text of the first rows and its name. */
function measured(rows, names) {
  return names.map((name, at) => {
    let longest = name.length + 4;
    for (const row of rows.slice(0, SAMPLE)) longest = Math.max(longest, asText(row[`c${at}`]).length + (row[`c${at}`]?._ ? 5 : 0));
    return Math.round(Math.min(WIDEST, Math.max(72, longest * LETTER + 32)));
  });
}
