// The cascade as an ARIA tree: arrow keys, open and close by branch, a filter, and what was open is remembered per unit.
// The list is complete in the page; without this file everything is open and every node is a link.

for (const tree of document.querySelectorAll("[role=tree]")) start(tree);

function start(tree) {
  const items = [...tree.querySelectorAll("[role=treeitem]")];
  const key = `pohon:${tree.dataset.unit}`;
  const closed = new Set(remembered(key) ?? below(items, Number(tree.dataset.depth ?? Infinity)));
  for (const item of items) {
    if (item.hasAttribute("aria-expanded")) item.setAttribute("aria-expanded", String(!closed.has(item.dataset.id)));
    item.tabIndex = -1;
    // One stop for Tab: the item itself stands for its main link and its button; chips inside stay reachable.
    for (const inner of item.querySelectorAll(":scope > .node > .twist, :scope > .node > .what > a:first-of-type")) inner.tabIndex = -1;
  }
  if (items.length) items[0].tabIndex = 0;

  const open = (item, wanted) => {
    if (!item.hasAttribute("aria-expanded")) return;
    item.setAttribute("aria-expanded", String(wanted));
    closed[wanted ? "delete" : "add"](item.dataset.id);
    remember(key, [...closed]);
  };
  const focus = (item) => {
    if (!item) return;
    for (const other of items) other.tabIndex = -1;
    item.tabIndex = 0;
    item.focus();
  };

  tree.addEventListener("click", (event) => {
    const twist = event.target.closest(".twist");
    if (!twist) return;
    const item = twist.closest("[role=treeitem]");
    open(item, item.getAttribute("aria-expanded") === "false");
    focus(item);
  });
  tree.addEventListener("keydown", (event) => {
    const item = event.target.closest("[role=treeitem]");
    const inside = event.target !== item && event.key === "Enter"; // a chip opens itself
    if (!item || inside || event.ctrlKey || event.metaKey || event.altKey) return;
    if (step(event.key, item, items, { open, focus })) {
      event.preventDefault();
      event.stopPropagation();
    }
  });
  for (const button of document.querySelectorAll("[data-tree]")) {
    button.addEventListener("click", () => items.forEach((item) => open(item, button.dataset.tree === "open")));
  }
  const filter = document.querySelector("[data-tree-filter]");
  filter?.addEventListener("input", () => narrow(items, filter.value, document.querySelector("[data-tree-told]")));
}

/** One key press on `item`; true when it meant something (WAI-ARIA tree view pattern). */
function step(pressed, item, items, { open, focus }) {
  const seen = items.filter((one) => one.offsetParent !== null);
  const at = seen.indexOf(item);
  const expanded = item.getAttribute("aria-expanded");
  const parent = item.parentElement.closest("[role=treeitem]");
  const moves = {
    ArrowDown: () => focus(seen[at + 1]),
    ArrowUp: () => focus(seen[at - 1]),
    Home: () => focus(seen[0]),
    End: () => focus(seen.at(-1)),
    ArrowRight: () => (expanded === "false" ? open(item, true) : expanded && focus(seen[at + 1])),
    ArrowLeft: () => (expanded === "true" ? open(item, false) : focus(parent)),
    Enter: () => item.querySelector(":scope > .node a").click(),
    "*": () => [...item.parentElement.children].forEach((one) => open(one, true)),
  };
  if (moves[pressed]) moves[pressed]();
  return pressed in moves;
}

/** Shows only what holds every typed word, with its way up; says how many were found. */
function narrow(items, text, told) {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const hits = new Set(items.filter((item) => words.every((word) => own(item).includes(word))));
  for (const item of items) {
    const below = [...item.querySelectorAll("[role=treeitem]")].some((one) => hits.has(one));
    item.hidden = words.length > 0 && !hits.has(item) && !below;
    item.classList.toggle("found", words.length > 0 && hits.has(item));
    if (words.length && below) item.setAttribute("aria-expanded", "true");
  }
  if (told) told.textContent = words.length ? `${hits.size} dari ${items.length} cocok` : "";
}

/** Ids of the branches deeper than `depth`, which start closed. */
function below(items, depth) {
  return items.filter((item) => level(item) > depth).map((item) => item.dataset.id);
}

function level(item) {
  let count = 1;
  for (let up = item.parentElement.closest("[role=treeitem]"); up; up = up.parentElement.closest("[role=treeitem]")) count += 1;
  return count;
}

function own(item) {
  return item.querySelector(":scope > .node").textContent.toLowerCase();
}

function remembered(key) {
  try {
    return JSON.parse(window.sessionStorage.getItem(key));
  } catch {
    return null; // storage switched off: the tree opens as if it were new
  }
}

function remember(key, value) {
  try {
    window.sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // nothing to do: the state lives as long as the page
  }
}
