// While a job runs, its part of the page is fetched again every second; when it is over, the page is loaded once more,
// so that its forms are there. What a person has opened or focused stays as it is until then.

const SECOND = 1000;
const part = () => document.querySelector("#pekerjaan");

async function look() {
  try {
    const answer = await fetch(window.location.href, { cache: "no-store" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.querySelector("#pekerjaan");
    if (!answer.ok || !fresh) return;
    if (!fresh.querySelector("progress.job")) {
      window.location.reload();
      return;
    }
    part().querySelector("[aria-live]").textContent = fresh.querySelector("[aria-live]").textContent;
    part().querySelector("progress.job").value = fresh.querySelector("progress.job").value;
    const rows = part().querySelector("tbody");
    if (!rows.contains(document.activeElement)) rows.replaceWith(fresh.querySelector("tbody"));
  } catch {
    // The service is away for a moment: the next look tells.
  }
}

setInterval(look, SECOND);
