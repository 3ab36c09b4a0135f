// What every page can do: "/" goes to the search field, a source chip opens its row in a dialog, a button copies text.
// Without this file each of them is a link or a plain selection; nothing is lost but a click.

document.documentElement.classList.add("scripted");

// Tabs that do not fit on a phone are scrolled to the one that is open.
document.querySelector(".tabs [aria-current]")?.scrollIntoView({ block: "nearest", inline: "center" });

const typing = (element) => element.closest("input, textarea, select, [contenteditable]") !== null;

document.addEventListener("keydown", (event) => {
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
  const field = document.querySelector("[data-seek]");
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.select();
});

// The list of files closes like a menu: with Escape, or by a click elsewhere.
const openMenus = () => document.querySelectorAll("details.takeaway[open]");

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const menu of openMenus()) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});

document.addEventListener("click", (event) => {
  for (const menu of openMenus()) if (!menu.contains(event.target)) menu.open = false;
  const chip = event.target.closest("a[data-row]");
  if (chip && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    showRow(chip.href);
  }
  const copy = event.target.closest("button[data-copy]");
  if (copy) copyText(copy);
  if (event.target.closest("button[data-print]")) window.print();
});

/** Fetches the page of one row and shows its main part; falls back to going there. */
async function showRow(url) {
  let part;
  try {
    const answer = await fetch(url);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    part = answer.ok && page.querySelector("[data-row-part]");
  } catch {
    part = null;
  }
  if (!part) {
    window.location = url;
    return;
  }
  openDialog(part, url);
}

function openDialog(part, url) {
  const dialog = document.createElement("dialog");
  dialog.className = "row";
  const article = document.createElement("article");
  const head = document.createElement("header");
  const title = document.createElement("h2");
  title.id = "baris-judul";
  title.textContent = "Baris sumber, seperti tertulis";
  const close = document.createElement("button");
  close.type = "button";
  close.className = "plain";
  close.textContent = "Tutup";
  close.addEventListener("click", () => dialog.close());
  head.append(title, close);
  const more = document.createElement("p");
  const link = document.createElement("a");
  link.href = url;
  link.textContent = "Buka baris ini sebagai halaman";
  more.append(link);
  article.append(head, ...part.childNodes, more);
  dialog.append(article);
  dialog.setAttribute("aria-labelledby", title.id);
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.body.append(dialog);
  dialog.showModal();
}

async function copyText(button) {
  const text = document.getElementById(button.dataset.copy).textContent.replace(/[^\S\n]+/g, " ").trim();
  const before = button.textContent;
  try {
    await navigator.clipboard.writeText(text);
    button.textContent = "Tersalin";
  } catch {
    button.textContent = "Tidak dapat menyalin: peramban menolak";
  }
  window.setTimeout(() => (button.textContent = before), 4000);
}
