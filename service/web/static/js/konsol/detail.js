// One cell, node or relationship shown whole, beside or under the result: its words, its properties, its page.
import { asText, draw, isNode, isRelationship, plain } from "./cells.js";
import { copied, count, element } from "./words.js";

/** The content of the panel for a cell; `more` are further elements (the neighbours of a node in the graph). */
export function detail(cell, name = "", more = []) {
  const text = isNode(cell) || isRelationship(cell) || (cell && typeof cell === "object") ? JSON.stringify(plain(cell), null, 2) : asText(cell);
  const copy = element("button", "Salin", { type: "button", class: "plain small-button", onclick: () => copied(copy, text) });
  return [
    element("div", [element("h3", name || title(cell)), copy], { class: "detail-head" }),
    isNode(cell) ? element("p", draw(cell), { class: "statement" }) : null,
    isNode(cell) && cell.alamat ? element("p", element("a", "Buka halamannya", { href: cell.alamat })) : null,
    ...more,
    isNode(cell) || isRelationship(cell) ? properties(cell.isi) : element("pre", text),
  ].filter(Boolean);
}

const title = (cell) => (isNode(cell) ? `${cell.label.join(" · ")}${cell.kunci ? ` ${cell.kunci}` : ""}` : isRelationship(cell) ? cell.jenis : "Isi sel");

function properties(content) {
  const names = Object.keys(content).sort();
  if (!names.length) return element("p", "Tanpa sifat.", { class: "quiet" });
  return element("dl", names.flatMap((name) => [element("dt", name), element("dd", value(content[name]))]), { class: "pairs small" });
}

function value(cell) {
  if (cell?._ === "potong") return [asText(cell), element("span", ` seluruhnya ${count(cell.panjang)}`, { class: "quiet" })];
  return asText(cell) || element("span", "kosong", { class: "quiet" });
}
