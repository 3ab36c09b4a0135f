// Deciding pairs by keyboard: T, O, R open an answer; T and R pressed again send it; 1-5 refuse with that reason; U takes
// the last answer back; J and K, or the arrows, go through the list. Every key is a button or link that is on the page,
// so without this file nothing is lost but the keys. No key counts while somebody writes.

const form = document.querySelector("[data-verdict]");
const typing = (element) => element.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]") !== null;

const answer = (key) => form?.querySelector(`details[data-key="${key}"]`);
const isShown = (element) => element && element.getClientRects().length > 0;

/** Opens one of the answers with the focus on what sends it; when it has the focus already, sends it. */
function reply(key) {
  const part = answer(key);
  if (!isShown(part)) return false;
  const main = part.querySelector("[data-main]");
  if (part.open && document.activeElement === main && main.hasAttribute("data-again")) {
    main.click();
    return true;
  }
  part.open = true;
  main.focus({ preventScroll: true });
  // What is asked about stays in view above the questions.
  document.querySelector(".ends")?.scrollIntoView({ block: "start" });
  return true;
}

function refuse(number) {
  const part = answer("o");
  const button = part?.open && part.querySelector(`[data-number="${number}"]`);
  button?.click();
  return Boolean(button);
}

function follow(rel) {
  const link = document.querySelector(`.pair-head a[rel=${rel}]`);
  link?.click();
  return Boolean(link);
}

function takeBack() {
  const button = document.querySelector(".done form button, [data-undo]");
  button?.click();
  return Boolean(button);
}

const KEYS = {
  t: () => reply("t"),
  o: () => reply("o"),
  r: () => reply("r"),
  u: takeBack,
  j: () => follow("next"),
  k: () => follow("prev"),
  arrowright: () => follow("next"),
  arrowleft: () => follow("prev"),
  escape: shut,
};

function shut() {
  const open = form?.querySelector("details[data-key][open]");
  if (!open) return false;
  open.open = false;
  open.querySelector("summary").focus();
  return true;
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || document.querySelector("dialog[open]")) return;
  const key = event.key.toLowerCase();
  if (typing(event.target) && key !== "escape") return;
  // The arrows belong to a radio that has the focus.
  if (key.startsWith("arrow") && event.target.matches?.("[type=radio]")) return;
  const done = /^[1-5]$/.test(key) ? refuse(key) : KEYS[key]?.();
  if (done) event.preventDefault();
});

// One answer is open at a time, also where the browser does not know details of one name.
for (const part of form?.querySelectorAll("details[data-key]") ?? []) {
  part.addEventListener("toggle", () => {
    if (part.open) for (const other of form.querySelectorAll("details[data-key]")) if (other !== part) other.open = false;
  });
}

// "Lainnya" says nothing by itself: without a note the note is asked for, instead of a page that refuses.
const note = form?.querySelector("#catatan");
form?.querySelector('[name=tolak][value="lainnya"]')?.addEventListener("click", (event) => {
  if (note.value.trim().length >= 5) return;
  event.preventDefault();
  note.setAttribute("aria-invalid", "true");
  note.focus();
});

// What yes does depends on for whom it is said.
const voice = form?.querySelector("[data-voice]");
const name = () => {
  const button = answer("t")?.querySelector("[data-main]");
  if (button) button.textContent = voice.selectedOptions[0].dataset.action;
};
voice?.addEventListener("change", name);
if (voice) name(); // a browser remembers the choice when one comes back

// The answer that was just given can be taken back with the same key.
const undo = document.querySelector(".done form button");
if (undo && form) undo.insertAdjacentHTML("beforeend", " <kbd>U</kbd>");

// On a phone the list comes first; what narrows it opens at a tap.
if (window.matchMedia("(max-width: 40rem)").matches) document.querySelector("[data-sieve]")?.removeAttribute("open");

// The list scrolls to the open pair, the page does not.
const list = document.querySelector("[data-list]");
const current = list?.querySelector("[aria-current]");
if (current) list.scrollTop = current.offsetTop - list.clientHeight / 3;
