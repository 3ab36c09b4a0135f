// A fault of a run in words: what is wrong, where (with a caret under the place), what to do; and remarks on the way.
import { element } from "./words.js";

const HEADS = { tenggat: "Dihentikan: melewati batas waktu", ingatan: "Dihentikan: melewati batas memori", slot: "Semua tempat sedang dipakai", laju: "Terlalu sering dalam satu menit" };

/** A notice about `fault` for the page; `editor` (or null where there is none) shows and mends the place. */
export function faultNotice(fault, editor = null) {
  const head = fault.dinding ? (HEADS[fault.dinding] ?? `Tidak dijalankan (dinding ${fault.dinding})`) : fault.baris ? `Salah di baris ${fault.baris}, kolom ${fault.kolom}` : "Tidak selesai";
  return element("div", [
    element("strong", head),
    element("p", fault.pesan),
    fault.potongan ? element("pre", fault.potongan, { class: "caret", "aria-label": "Letak kesalahan" }) : null,
    fault.saran ? element("p", fault.saran) : null,
    mends(fault, editor),
  ], { class: "notice notice-wrong", role: "alert" });
}

/** Remarks that Neo4j or we have on a statement that ran all the same. */
export function remarks(list, editor = null) {
  const told = list.map((one) => element("div", [element("p", [one.pesan, one.saran && !one.pesan.includes(one.saran) ? ` ${one.saran}` : ""]), mends(one, editor)], { class: "notice notice-warn remark", role: "status" }));
  if (told.length <= SHOWN) return told;
  return [...told.slice(0, SHOWN), element("details", [element("summary", `${told.length - SHOWN} catatan lain`), ...told.slice(SHOWN)])];
}
const SHOWN = 3;

function mends(fault, editor) {
  if (!editor || !fault.baris) return null;
  const better = replacements(fault);
  return element("div", [
    ...better.map((word) => element("button", `Ganti dengan ${word}`, { type: "button", class: "plain small-button", onclick: () => editor.replace(fault.baris, fault.kolom, word) })),
    element("button", "Ke tempatnya", { type: "button", class: "plain small-button", onclick: () => editor.goTo(fault.baris, fault.kolom) }),
  ], { class: "actions" });
}

/** What would be right there: given as such, or named in "Maksud Anda `X`?". */
function replacements(fault) {
  if (fault.ganti?.length) return [fault.ganti].flat();
  if (!/maksud anda/i.test(fault.saran ?? "")) return [];
  return [...fault.saran.matchAll(/`([^`]+)`/g)].map(([, word]) => word);
}
