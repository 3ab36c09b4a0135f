// A field that is picked by typing some words: a combobox with a list (WAI-ARIA), the keys up, down, Enter, Escape.
import { json } from "./asking.js";
import { element } from "./words.js";

/** `host` holds a hidden field (the value), a text field and a list. `narrowed()` gives [name, value] of other fields. */
export function picker(host, narrowed, changed) {
  const value = host.querySelector("input[type=hidden]");
  const field = host.querySelector("[role=combobox]");
  const list = host.querySelector("[role=listbox]");
  let chosen = field.value;
  let asked = 0;
  let later;

  async function look(words) {
    const mine = ++asked;
    let found;
    try {
      found = await json(`${host.dataset.picker}?${new URLSearchParams([["cari", words], ...narrowed()])}`);
    } catch (fault) {
      return show([element("li", `${fault.pesan} ${fault.saran}`, { role: "presentation" })]);
    }
    if (mine !== asked) return;
    const items = found.pilihan.map((one, at) => element("li", [one.label, one.ket ? element("small", one.ket) : null], { role: "option", id: `${list.id}-${at}`, "data-value": one.nilai, "data-label": one.label, "aria-selected": "false" }));
    if (!items.length) items.push(element("li", "Tidak ada yang cocok. Coba kata lain.", { role: "presentation" }));
    if (found.terpotong) items.push(element("li", "Masih ada yang lain: ketik lebih banyak kata.", { role: "presentation", class: "quiet" }));
    show(items);
  }

  function show(items) {
    list.replaceChildren(...items);
    list.hidden = false;
    field.setAttribute("aria-expanded", "true");
    field.removeAttribute("aria-activedescendant");
  }

  function close() {
    window.clearTimeout(later);
    asked += 1;
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
  }

  function take(item) {
    value.value = item.dataset.value;
    field.value = chosen = item.dataset.label;
    close();
    changed();
  }

  function step(by) {
    const options = [...list.querySelectorAll("[role=option]")];
    if (!options.length) return;
    const now = options.findIndex((one) => one.getAttribute("aria-selected") === "true");
    const next = options[(now + by + options.length) % options.length] ?? options[0];
    for (const one of options) one.setAttribute("aria-selected", one === next);
    field.setAttribute("aria-activedescendant", next.id);
    next.scrollIntoView({ block: "nearest" });
  }

  field.addEventListener("focus", () => field.select());
  field.addEventListener("click", () => list.hidden && look(""));
  field.addEventListener("input", () => {
    window.clearTimeout(later);
    later = window.setTimeout(() => look(field.value), 200);
  });
  field.addEventListener("keydown", (event) => {
    const marked = list.querySelector("[aria-selected=true]");
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (list.hidden) look(field.value === chosen ? "" : field.value);
      else step(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Enter" && !list.hidden) {
      event.preventDefault();
      if (marked ?? list.querySelector("[role=option]")) take(marked ?? list.querySelector("[role=option]"));
    } else if (event.key === "Escape" && !list.hidden) {
      event.stopPropagation();
      close();
    }
  });
  list.addEventListener("mousedown", (event) => {
    event.preventDefault(); // the field keeps the focus
    const item = event.target.closest("[role=option]");
    if (item) take(item);
  });
  field.addEventListener("blur", () => {
    close();
    if (!field.value.trim() && !field.required) value.value = "";
    else field.value = chosen; // words that were not picked are no value
  });
}
