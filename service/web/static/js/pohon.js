// The box diagram, made lively. Every button is a link that works without this file; here its address is fetched and
// the changed parts (data-ganti) are put in place, so that the reader keeps the spot they were looking at.
import { Camera } from "./pohon/camera.js";
import { drawMap } from "./pohon/map.js";
import { listen } from "./pohon/hands.js";

const canvas = document.getElementById("pohon-kanvas");
const form = document.querySelector("[data-pohon-cari]");
const camera = canvas && new Camera(canvas);
let fetching = null;
let hit = -1;
let at = address(); // what the picture shows; a jump within the page is no other picture
let sought = form?.cari.value.trim(); // what the picture was last searched for

if (camera) start();

function start() {
  listen(canvas, camera);
  redraw();
  camera.open();
  document.addEventListener("click", onClick);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    search();
  });
  form.cari.addEventListener("input", later(search, 250));
  form.cari.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    if (form.cari.value.trim() === sought) step(event.shiftKey ? -1 : 1);
    else search();
  });
  window.addEventListener("popstate", () => address() !== at && show(window.location.href, { push: false, fit: true }));
  document.querySelectorAll("[data-zoom]").forEach((button) => button.addEventListener("click", () => zoom(button.dataset.zoom)));
  if (form.cari.value) step(1);
}

function onClick(event) {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  const found = event.target.closest("[data-hit]");
  if (found) step(Number(found.dataset.hit));
  const link = event.target.closest("a.ungkap, a.fokus, a[data-pohon]");
  if (!link) return;
  event.preventDefault();
  const box = link.closest(".kotak");
  const stays = link.classList.contains("ungkap") ? box.dataset.id : "";
  show(link.getAttribute("href"), { push: true, stays, fit: !stays && (link.matches(".fokus") || "muat" in link.dataset) });
}

/** Fetches the page at `url` and puts its parts here; `stays` is the box that keeps its spot on the screen. */
async function show(url, { push, stays = "", fit = false }) {
  fetching?.abort();
  fetching = new AbortController();
  let page;
  try {
    const answer = await fetch(url, { signal: fetching.signal });
    if (!answer.ok) throw new Error(String(answer.status));
    page = new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch (fault) {
    if (fault.name !== "AbortError") window.location = url;
    return;
  }
  const spot = stays && camera.spotOf(stays);
  const focused = stays || document.activeElement?.closest?.(".kotak")?.dataset.id;
  document.querySelectorAll("[data-ganti]").forEach((part) => replace(part, page.getElementById(part.id)));
  if (push) history.pushState(null, "", url);
  at = address();
  if (document.activeElement !== form.cari) form.cari.value = sought = new URL(url, window.location).searchParams.get("cari") ?? "";
  redraw();
  if (spot) camera.putAt(stays, spot);
  if (stays) camera.reveal(branchOf(stays));
  if (fit) camera.fit();
  if (focused) canvas.querySelector(`[data-id="${CSS.escape(focused)}"] a.${stays ? "ungkap" : "isi"}`)?.focus({ preventScroll: true });
}

/** The canvas itself stays (it has the listeners and the full screen); its picture is replaced. */
function replace(part, fresh) {
  if (!fresh) return;
  if (part !== canvas) part.replaceChildren(...document.adoptNode(fresh).childNodes);
  else {
    canvas.replaceChildren(document.adoptNode(fresh.querySelector("svg")));
    canvas.toggleAttribute("data-peta", fresh.hasAttribute("data-peta"));
  }
}

function redraw() {
  camera.take(canvas.querySelector("svg"));
  if (canvas.hasAttribute("data-peta")) drawMap(canvas, camera);
  hit = -1;
  const all = hits();
  const tools = document.querySelector("[data-pohon-hits]");
  tools.hidden = all.length === 0;
}

/** A box and the boxes right under it. */
function branchOf(id) {
  return [id, ...[...canvas.querySelectorAll(`[data-akibat="${CSS.escape(id)}"]`)].map((box) => box.dataset.id)];
}

function address() {
  return window.location.pathname + window.location.search;
}

async function search() {
  const words = form.cari.value.trim();
  if (words === sought) return;
  sought = words;
  const url = new URL(form.action);
  for (const [name, value] of new FormData(form)) if (value) url.searchParams.set(name, value);
  await show(url.href, { push: false });
  history.replaceState(null, "", url);
  at = address();
  if (hits().length) step(1);
  else camera.fit();
}

function hits() {
  return [...canvas.querySelectorAll(".kotak.temu")];
}

/** Goes to the next or previous hit and says which of how many it is. */
function step(by) {
  const all = hits();
  if (!all.length) return;
  hit = (hit + by + all.length) % all.length;
  all.forEach((box, nth) => box.classList.toggle("kini", nth === hit));
  document.querySelector("[data-hit-told]").textContent = `${hit + 1} dari ${all.length}`;
  camera.reveal([all[hit].dataset.id], true);
}

function zoom(way) {
  if (way === "fit") camera.fit();
  else if (way === "full") document.fullscreenElement ? document.exitFullscreen() : canvas.parentElement.requestFullscreen?.();
  else camera.zoom(way === "in" ? 1.25 : 0.8);
}

function later(work, wait) {
  let timer;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(work, wait);
  };
}
