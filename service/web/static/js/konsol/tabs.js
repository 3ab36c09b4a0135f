// Tabs of one page, by mouse and by arrow keys (WAI-ARIA: one tab stop, arrows choose).

/** `list` holds buttons role=tab with aria-controls and data-tab. `changed(name)` is called when another is chosen. */
export function tabs(list, changed) {
  const all = [...list.querySelectorAll("[role=tab]")];

  function choose(name, tell = true) {
    for (const tab of all) {
      const chosen = tab.dataset.tab === name;
      tab.setAttribute("aria-selected", chosen);
      tab.tabIndex = chosen ? 0 : -1;
      document.getElementById(tab.getAttribute("aria-controls")).hidden = !chosen;
    }
    if (tell) changed(name);
  }

  list.addEventListener("click", (event) => {
    const tab = event.target.closest("[role=tab]");
    if (tab) choose(tab.dataset.tab);
  });
  list.addEventListener("keydown", (event) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = all[(all.indexOf(event.target) + step + all.length) % all.length];
    next.focus();
    choose(next.dataset.tab);
  });
  choose(all[0].dataset.tab, false);
  return { choose, chosen: () => all.find((tab) => tab.getAttribute("aria-selected") === "true").dataset.tab };
}
