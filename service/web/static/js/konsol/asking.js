// Talking with the service: a question's answer part by part as it comes, and small JSON answers.
// A fault is always {pesan, saran, ...}: a sentence and what to do, also when the network is gone.

const GONE = { pesan: "Layanan tidak dapat dihubungi.", saran: "Periksa jaringan, lalu jalankan lagi. Teks Anda tetap tersimpan di halaman ini." };
const CUT = { pesan: "Jawaban terputus di tengah jalan.", saran: "Baris yang sudah tampil tidak lengkap. Jalankan lagi." };
const SIGNED_OUT = { pesan: "Sesi Anda sudah berakhir.", saran: "Masuk lagi di tab lain, lalu jalankan lagi di sini; teks Anda tetap ada." };

const token = () => document.querySelector("meta[name=csrf]")?.content ?? "";

/** The parts of an answer, one by one: {jalan}, {tunggu}, {kepala}, {baris}, {akhir}, {galat}. Ends early when aborted. */
export async function* parts(url, { body, signal } = {}) {
  const answer = await fetched(url, body, signal);
  if (signal?.aborted) return;
  if (answer.galat) {
    yield answer;
    return;
  }
  const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  let ended = false;
  for (;;) {
    let piece;
    try {
      piece = await reader.read();
    } catch {
      break;
    }
    if (piece.done) break;
    const lines = (rest + piece.value).split("\n");
    rest = lines.pop();
    for (const line of lines) {
      if (!line) continue;
      const part = JSON.parse(line);
      ended ||= Boolean(part.akhir || part.galat);
      yield part;
    }
  }
  if (!ended && !signal?.aborted) yield { galat: CUT };
}

async function fetched(url, body, signal) {
  let answer;
  try {
    answer = await fetch(url, body === undefined ? { signal } : { ...posted(body), signal });
  } catch {
    return { galat: GONE };
  }
  const kind = answer.headers.get("Content-Type") ?? "";
  if (kind.includes("ndjson")) return answer;
  return { galat: kind.includes("json") ? told(await answer.json()) : answer.redirected ? SIGNED_OUT : { pesan: `Layanan menjawab dengan kesalahan ${answer.status}.`, saran: "Coba lagi; bila tetap begitu, beri tahu administrator." } };
}

/** A JSON answer, or throws a fault {pesan, saran}. */
export async function json(url, body) {
  let answer;
  try {
    answer = await fetch(url, body === undefined ? {} : posted(body));
  } catch {
    throw GONE;
  }
  if (answer.status === 204) return null;
  const kind = answer.headers.get("Content-Type") ?? "";
  if (!kind.includes("json")) throw answer.redirected ? SIGNED_OUT : { pesan: `Layanan menjawab dengan kesalahan ${answer.status}.`, saran: "Coba lagi." };
  const content = await answer.json();
  if (!answer.ok) throw { ...told(content), status: answer.status };
  return content;
}

/** Tells the service to end a run; what comes of it shows in the answer itself. */
export function cancel(run) {
  return fetch(`/konsol/batal/${encodeURIComponent(run)}`, { ...posted({}), keepalive: true }).catch(() => null);
}

const posted = (body) => ({ method: "POST", headers: { "Content-Type": "application/json", "X-CSRFToken": token() }, body: JSON.stringify(body) });

/** The service's problem (RFC 9457) as a fault. */
function told(problem) {
  return {
    ditolak: problem.ditolak ?? false,
    dinding: problem.dinding ?? null,
    pesan: problem.pesan ?? problem.detail ?? problem.title ?? "Permintaan ini ditolak.",
    saran: problem.saran ?? problem.hint ?? "",
    baris: problem.baris ?? null,
    kolom: problem.kolom ?? null,
    potongan: problem.potongan ?? null,
  };
}
