// Saved questions: the list of one's own and the shared ones, saving, changing, deleting with a way back.
import { json } from "./asking.js";
import { element } from "./words.js";

/** The lists in `own` and `shared`; `open(saved)` is called for the one that a person chooses. */
export function savedQuestions({ own, shared, form, told }, { open, content }) {
  let opened = null;

  async function refresh() {
    try {
      const { isi } = await json("/konsol/simpanan.json");
      list(own, isi.filter((one) => one.milik), "Belum ada. Jalankan sebuah pertanyaan, lalu pilih Simpan pertanyaan.");
      list(shared, isi.filter((one) => !one.milik), "Belum ada yang dibagikan orang lain.");
    } catch (fault) {
      own.replaceChildren(element("li", `${fault.pesan} ${fault.saran}`, { class: "quiet" }));
    }
  }

  function list(host, some, empty) {
    host.replaceChildren(...(some.length ? some.map(item) : [element("li", empty, { class: "quiet small" })]));
  }

  function item(one) {
    return element("li", [
      element("a", one.nama, { href: `/konsol/simpanan/${one.nomor}`, title: one.keterangan || null, "aria-current": opened?.nomor === one.nomor ? "true" : null, onclick: (event) => pick(event, one) }),
      one.milik ? (one.bersama ? element("span", " dibagikan", { class: "quiet small" }) : null) : element("span", ` dari ${one.oleh}`, { class: "quiet small" }),
      one.milik ? element("button", "Hapus", { type: "button", class: "linkish small", "aria-label": `Hapus ${one.nama}`, onclick: () => remove(one) }) : null,
    ], { "data-words": `${one.nama} ${one.keterangan}`.toLowerCase() });
  }

  function pick(event, one) {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    use(one);
    open(one);
  }

  /** This one is open: saving changes it, when it is one's own. */
  function use(one) {
    opened = one;
    for (const link of document.querySelectorAll("[data-saved] a")) link.toggleAttribute("aria-current", Boolean(one) && link.getAttribute("href") === `/konsol/simpanan/${one.nomor}`);
  }

  async function remove(one) {
    try {
      await json(`/konsol/simpanan/${one.nomor}/hapus`, { revisi: one.revisi });
      if (opened?.nomor === one.nomor) use(null);
      const back = element("button", "Urungkan", { type: "button", class: "plain small-button", onclick: () => restore(one) });
      tell([element("p", `“${one.nama}” dihapus.`), back], "good");
    } catch (fault) {
      tell(element("p", `${fault.pesan} ${fault.saran}`), "wrong");
    }
    refresh();
  }

  async function restore(one) {
    try {
      await json(`/konsol/simpanan/${one.nomor}/pulihkan`, {});
      tell(element("p", `“${one.nama}” kembali.`), "good");
    } catch (fault) {
      tell(element("p", `${fault.pesan} ${fault.saran}`), "wrong");
    }
    refresh();
  }

  function tell(content, kind) {
    told.replaceChildren(element("div", content, { class: `notice notice-${kind} done`, role: kind === "wrong" ? "alert" : "status" }));
  }

  // -- the form --

  const field = (name) => form.elements.namedItem(name);

  function ask() {
    const mine = opened?.milik ? opened : null;
    form.reset();
    field("nama").value = mine?.nama ?? "";
    field("keterangan").value = mine?.keterangan ?? opened?.keterangan ?? "";
    field("bersama").checked = mine?.bersama ?? false;
    form.querySelector("[data-change]").hidden = !mine;
    form.querySelector("[data-fault]").replaceChildren();
    form.closest("dialog").showModal();
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const anew = event.submitter?.value !== "ubah";
    try {
      const body = { nama: field("nama").value.trim(), keterangan: field("keterangan").value.trim(), bersama: field("bersama").checked, ...content() };
      const one = await json(anew ? "/konsol/simpanan" : `/konsol/simpanan/${opened.nomor}`, anew ? body : { ...body, revisi: opened.revisi });
      form.closest("dialog").close();
      use(one);
      tell(element("p", [`Tersimpan: `, element("a", one.nama, { href: `/konsol/simpanan/${one.nomor}` }), one.bersama ? ", terlihat oleh semua yang boleh memakai konsol." : ", hanya terlihat oleh Anda."]), "good");
      refresh();
    } catch (fault) {
      form.querySelector("[data-fault]").replaceChildren(element("div", element("p", `${fault.pesan} ${fault.saran ?? ""}`), { class: "notice notice-wrong", role: "alert" }));
    }
  });
  form.closest("dialog").querySelector("[data-close]").addEventListener("click", () => form.closest("dialog").close());

  return { refresh, ask, use };
}
