// The page of one question: it runs at once with what stands in the address; the form leads to the same page with other
// values, so that the back button and a copied address give the same answer again.
import { picker } from "./konsol/picker.js";
import { resultView } from "./konsol/result.js";
import { copied } from "./konsol/words.js";

const host = document.querySelector("[data-question]");
const form = document.querySelector("[data-asked]");
const stop = document.querySelector("[data-stop]");
const result = resultView(host.querySelector("[data-konsol=hasil]"), { more: ({ batas }) => run(batas), drawn: "drawn" in host.dataset, running: (goes) => stop && (stop.hidden = !goes) });

if (!("wrong" in host.dataset)) run();

function run(rows = null) {
  const url = new URL(host.dataset.question, window.location.href);
  if (rows) url.searchParams.set("batas", rows);
  return result.run(url);
}

for (const one of document.querySelectorAll("[data-picker]")) picker(one, () => valuesFor(one), () => changed(one.querySelector("input[type=hidden]").name));

/** What narrows the choices of a field: the other fields' values. */
function valuesFor(one) {
  const own = one.querySelector("input[type=hidden]").name;
  return [...new FormData(form)].filter(([name, value]) => name !== own && value);
}

// Another unit has other years and other kinerja: what depends on a field is chosen anew by the service.
form?.addEventListener("change", (event) => event.target.name && changed(event.target.name));

function changed(name) {
  const behind = [...form.querySelectorAll("[data-needs]")].filter((one) => one.dataset.needs.split(" ").includes(name));
  if (!behind.length) return;
  for (const one of behind) for (const field of one.matches("select") ? [one] : one.querySelectorAll("input")) field.disabled = true;
  form.requestSubmit();
}

stop?.addEventListener("click", () => result.stop());
document.addEventListener("keydown", (event) => event.key === "Escape" && result.stop());
document.querySelector("[data-konsol=tautan]").addEventListener("click", (event) => {
  const url = new URL(window.location.pathname, window.location.href);
  for (const [name, value] of new URL(host.dataset.question, window.location.href).searchParams) url.searchParams.set(name, value);
  copied(event.currentTarget, url.href);
});
