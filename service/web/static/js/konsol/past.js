// One's own history of runs; a click brings text and parameters back into the editor.
import { json } from "./asking.js";
import { at, count, element, span } from "./words.js";

const WORDS = { selesai: "", terpotong: "dipotong", ditolak: "ditolak", salah: "salah", dibatalkan: "dibatalkan", gagal: "gagal" };

/** The history in `host`; `load({teks, parameter})` is called for what a person chooses. */
export function pastRuns(host, load) {
  let seen = 0;

  async function open(more = false) {
    if (!more) seen = 0;
    try {
      const { isi, ada_lagi } = await json(`/konsol/riwayat.json?lewati=${seen}`);
      seen += isi.length;
      const items = isi.map(item);
      if (!more) host.replaceChildren(items.length ? element("ol", items, { class: "past" }) : element("p", "Belum ada. Setiap pertanyaan yang Anda jalankan tercatat di sini.", { class: "quiet small" }));
      else host.querySelector("ol").append(...items);
      host.querySelector("[data-more]")?.remove();
      if (ada_lagi) host.append(element("button", "Lebih lama", { type: "button", class: "plain small-button", "data-more": true, onclick: () => open(true) }));
    } catch (fault) {
      host.replaceChildren(element("p", `${fault.pesan} ${fault.saran}`, { class: "quiet small" }));
    }
  }

  function item(one) {
    const facts = [at(one.pada), one.baris === null ? null : `${count(one.baris)} baris`, one.ms === null ? null : span(one.ms), [WORDS[one.keadaan] ?? one.keadaan, one.dinding].filter(Boolean).join(": ")];
    return element("li", element("button", [element("code", one.teks.length > 160 ? `${one.teks.slice(0, 160)} …` : one.teks), element("small", facts.filter(Boolean).join(" · "))], { type: "button", title: "Muat ke editor", onclick: () => load(one) }));
  }

  return { open };
}
