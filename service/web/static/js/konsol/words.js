// How numbers, spans of time and moments are written: as the pages do it.

const number = new Intl.NumberFormat("id-ID");
const moment = new Intl.DateTimeFormat("id-ID", { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit" });

export const count = (value) => number.format(value);

/** `0,4 detik` or `12 md`. */
export function span(ms) {
  return ms < 1000 ? `${number.format(Math.round(ms))} md` : `${new Intl.NumberFormat("id-ID", { maximumFractionDigits: 1 }).format(ms / 1000)} detik`;
}

export const at = (iso) => moment.format(new Date(iso));

/** A small element: tag, text or children, attributes. Texts of the data come in as text, never as markup. */
export function element(tag, content = [], attributes = {}) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (value === true) made.setAttribute(name, "");
    else if (value !== false && value !== null && value !== undefined) made.setAttribute(name, value);
  }
  made.append(...[content].flat().filter((part) => part !== null && part !== undefined && part !== false));
  return made;
}

/** Copies, and says on the button what came of it. */
export async function copied(button, text) {
  const before = button.dataset.before ?? button.textContent;
  button.dataset.before = before;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Tersalin";
  } catch {
    button.textContent = "Tidak dapat menyalin: peramban menolak";
  }
  window.setTimeout(() => (button.textContent = before), 4000);
}
