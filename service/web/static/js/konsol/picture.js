// The nodes and relationships of a result, drawn: outcomes at the top, what causes them below. Every node can also be
// reached in the list beside it, with the keyboard; a click shows its detail and offers its neighbours, counted first.
import cytoscape from "../../vendor/cytoscape/cytoscape.min.js";
import { json } from "./asking.js";
import { asText, isRelationship, level, things } from "./cells.js";
import { detail } from "./detail.js";
import { count, element } from "./words.js";

const MOST = 300;
const LONG = 72;
const INNER = 158; // px of a line in a box
const READABLE = 0.6; // zoom at which 12 px letters can still be read
const phone = window.matchMedia("(max-width: 40rem)");
const dark = window.matchMedia("(prefers-color-scheme: dark)");
const calm = window.matchMedia("(prefers-reduced-motion: reduce)");

/** A picture in `host` ({canvas, list, side, told, legend} elements). `show(rows)` draws the rows of a result. */
export function picture({ canvas, list, side, told, legend }) {
  let cy = null;
  let nodes = new Map();
  let edges = new Map();
  let left = 0;

  function show(rows) {
    nodes = new Map();
    edges = new Map();
    left = 0;
    for (const row of rows) for (const cell of row) take(things(cell));
    side.replaceChildren(element("p", "Klik simpul untuk melihat isinya, halamannya, dan tetangganya.", { class: "small quiet" }));
    draw();
    return nodes.size;
  }

  function take(found) {
    for (const one of found) {
      if (isRelationship(one)) edges.set(one.eid, one);
      else if (nodes.has(one.eid) || nodes.size < MOST) nodes.set(one.eid, one);
      else left += 1;
    }
  }

  const drawn = () => [...edges.values()].filter((edge) => nodes.has(edge.dari) && nodes.has(edge.ke));

  function draw(keep = null) {
    const types = new Set(drawn().map((edge) => edge.jenis)); // one type for all is told below, once
    cy?.destroy();
    cy = cytoscape({
      container: canvas,
      elements: [
        ...[...nodes.values()].map((node) => ({ group: "nodes", data: { id: node.eid, teks: label(node), langkah: level(node)?.urut ?? -1, tinggi: lines(label(node)) * 14.5 + 4 } })),
        ...drawn().map((edge) => ({ group: "edges", data: { id: edge.eid, source: edge.dari, target: edge.ke, teks: types.size > 1 ? edge.jenis : "", jenis: edge.jenis, asal: edge.isi?.asal ?? "" } })),
      ],
      style: looks(),
      layout: { name: "dagre", rankDir: "BT", nodeSep: 10, rankSep: 44, edgeSep: 8, fit: true, padding: 16 },
      minZoom: 0.08,
      maxZoom: 2,
      boxSelectionEnabled: false,
    });
    cy.on("tap", "node", (event) => choose(event.target.id()));
    cy.on("tap", "edge", (event) => side.replaceChildren(...detail(edges.get(event.target.id()))));
    cy.on("tap", (event) => event.target === cy && bright());
    if (cy.zoom() > 1) cy.zoom(1), cy.center();
    if (keep) near(keep);
    else if (phone.matches && cy.zoom() < READABLE && nodes.size) top();
    words();
  }

  /** On a phone the whole would be too small to read: begin at the top, at a size for reading. */
  function top() {
    const highest = cy.nodes().min((node) => node.position("y")).ele;
    cy.zoom(READABLE);
    cy.center(highest);
    cy.panBy({ x: 0, y: 40 - highest.renderedBoundingBox().y1 });
  }

  function label(node) {
    const step = level(node);
    const text = node.judul || node.kunci || "";
    const short = text.length > LONG ? `${text.slice(0, LONG).replace(/\s+\S*$/, "")} …` : text;
    return `${step ? step.singkat : node.label[0]}\n${short}`;
  }

  /** What is drawn and what is not, in words; and the text twin of the picture. */
  function words() {
    const missing = edges.size - drawn().length;
    told.textContent =
      `${count(nodes.size)} simpul dan ${count(drawn().length)} hubungan tergambar.` +
      (left ? ` ${count(left)} simpul lain tidak digambar: gambar memuat paling banyak ${count(MOST)}. Persempit pertanyaannya.` : "") +
      (missing ? ` ${count(missing)} hubungan tidak digambar karena ujungnya tidak ada di hasil.` : "");
    list.replaceChildren(
      ...[...nodes.values()].map((node) =>
        element("li", [
          element("button", asText(node), { type: "button", class: "linkish", onclick: () => choose(node.eid, true) }),
          outgoing(node),
        ]),
      ),
    );
    const seen = new Map([...nodes.values()].map(level).filter(Boolean).map((step) => [step.nama, step]));
    const types = [...new Set(drawn().map((edge) => edge.jenis))];
    legend.replaceChildren(
      ...[...seen.values()].sort((a, b) => a.urut - b.urut).map((step) => element("li", [element("span", step.singkat, { class: `level tingkat-${step.urut}` }), ` ${step.nama}`])),
      ...[...new Set([...nodes.values()].filter((node) => !level(node)).map((node) => node.label[0]))].map((name) => element("li", element("span", name, { class: "kind" }))),
      ...(types.length === 1 ? [element("li", `semua panah: ${types[0]}`)] : []),
      ...(drawn().some((edge) => edge.isi?.asal === "urutan") ? [element("li", element("span", "garis putus: disimpulkan", { class: "sure sure-urutan" }))] : []),
    );
  }

  function outgoing(node) {
    const going = drawn().filter((edge) => edge.dari === node.eid);
    return going.length ? element("ul", going.map((edge) => element("li", `${edge.jenis} → ${asText(nodes.get(edge.ke))}`)), { class: "small quiet" }) : null;
  }

  function choose(eid, move = false) {
    const node = nodes.get(eid);
    bright();
    cy.getElementById(eid).addClass("chosen");
    if (move) near(eid);
    const around = element("div", element("p", "Menghitung tetangga …", { class: "quiet" }));
    const path = element("button", "Soroti jalurnya", { type: "button", class: "plain small-button", onclick: () => focus(eid) });
    side.replaceChildren(...detail(node, "", [element("div", path, { class: "actions" }), around]));
    neighbours(node, around);
    cy.resize(); // the panel beside the picture takes room from it
  }

  function near(eid) {
    const at = { center: { eles: cy.getElementById(eid) }, zoom: Math.max(cy.zoom(), 0.7) };
    if (calm.matches) cy.zoom(at.zoom), cy.center(at.center.eles);
    else cy.animate(at, { duration: 200 });
  }

  /** Everything above and below a node stays bright, the rest is dimmed. */
  function focus(eid) {
    const node = cy.getElementById(eid);
    const way = node.union(node.successors()).union(node.predecessors());
    cy.elements().addClass("dim");
    way.removeClass("dim");
    if (calm.matches) cy.fit(way, 40);
    else cy.animate({ fit: { eles: way, padding: 40 } }, { duration: 200 });
  }

  function bright() {
    cy.elements().removeClass("dim chosen");
  }

  /** Counts by type and direction first; a click brings the neighbours in. */
  async function neighbours(node, host) {
    const at = new URLSearchParams({ kunci: node.kunci ?? "", label: node.label[0] });
    try {
      const { hitungan } = await json(`/konsol/sekitar?${at}`);
      host.replaceChildren(
        element("h4", "Tetangga di graf sekarang"),
        hitungan.length
          ? element("ul", hitungan.map((one) => element("li", element("button", `${one.arah === "keluar" ? `─${one.jenis}→` : `←${one.jenis}─`} ${count(one.jumlah)}`, { type: "button", class: "plain small-button", onclick: () => expand(node, one, host) }))), { class: "neighbours" })
          : element("p", "Tidak ada.", { class: "quiet" }),
      );
    } catch (fault) {
      host.replaceChildren(element("p", `${fault.pesan} ${fault.saran}`, { class: "quiet" }));
    }
  }

  async function expand(node, { jenis, arah }, host, lewati = 0) {
    const at = new URLSearchParams({ kunci: node.kunci, label: node.label[0], jenis, arah, lewati });
    try {
      const found = await json(`/konsol/sekitar?${at}`);
      // The mirror numbers its nodes as the live graph does only by chance: the ends are found by their keys.
      const known = new Map([...nodes.values()].map((one) => [`${one.label[0]} ${one.kunci}`, one.eid]));
      const name = new Map();
      for (const one of [node, ...found.simpul]) name.set(one.eid, known.get(`${one.label[0]} ${one.kunci}`) ?? one.eid);
      if (found.asal) name.set(found.asal, node.eid);
      const before = nodes.size;
      take(found.simpul.filter((one) => name.get(one.eid) === one.eid));
      take(found.hubungan.map((edge) => ({ ...edge, dari: name.get(edge.dari) ?? edge.dari, ke: name.get(edge.ke) ?? edge.ke })));
      draw(node.eid);
      choose(node.eid);
      const here = found.lewati + found.simpul.length;
      const next = element("button", "Tambah berikutnya", { type: "button", class: "plain small-button", onclick: () => expand(node, { jenis, arah }, side, here) });
      if (found.ada_lagi) noted([`${count(here)} dari ${count(found.jumlah)} tetangga ini sudah diambil. `, next]);
      else if (nodes.size === before) noted("Semuanya sudah tergambar.");
    } catch (fault) {
      host.prepend(element("p", `${fault.pesan} ${fault.saran}`, { role: "alert" }));
    }
  }

  const noted = (words) => side.querySelector(".actions")?.after(element("p", words, { class: "quiet", role: "status" }));

  dark.addEventListener("change", () => cy?.style(looks()));
  const fit = () => cy && (bright(), cy.fit(undefined, 24));
  const larger = (by) => cy?.zoom({ level: cy.zoom() * by, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } });
  return { show, fit, larger, resize: () => cy?.resize() };
}

/** Lines that a text takes in a box, measured as the picture will write it. */
function lines(text) {
  pen.font = "12px system-ui, sans-serif";
  let many = 0;
  for (const part of text.split("\n")) {
    let line = "";
    many += 1;
    for (const word of part.split(" ")) {
      const longer = line ? `${line} ${word}` : word;
      if (line && pen.measureText(longer).width > INNER) {
        many += 1;
        line = word;
      } else line = longer;
    }
  }
  return many;
}
const pen = document.createElement("canvas").getContext("2d");

/** The looks of the picture from the colours of the pages (css/tokens.css), which differ by light and dark. */
function looks() {
  const tokens = getComputedStyle(document.documentElement);
  const of = (name) => tokens.getPropertyValue(name).trim();
  const box = (back, ink, line) => ({ "background-color": back, color: ink, "border-color": line });
  return [
    { selector: "node", style: { shape: "round-rectangle", width: 162, height: "data(tinggi)", padding: 10, label: "data(teks)", "text-wrap": "wrap", "text-max-width": INNER, "text-valign": "center", "text-halign": "center", "font-family": "system-ui, sans-serif", "font-size": 12, "border-width": 1, ...box(of("--panel"), of("--ink"), of("--edge")) } },
    ...[1, 2, 3, 4, 5].map((step) => ({ selector: `node[langkah = ${step}]`, style: box(of(`--l${step}`), of(`--l${step}-ink`), of("--level-line")) })),
    { selector: "edge", style: { width: 1.5, "curve-style": "bezier", "target-arrow-shape": "triangle", "line-color": of("--edge"), "target-arrow-color": of("--edge"), label: "data(teks)", "font-size": 10, color: of("--quiet"), "text-background-color": of("--paper"), "text-background-opacity": 1, "text-background-padding": 2, "min-zoomed-font-size": 7 } },
    { selector: 'edge[asal = "urutan"]', style: { "line-style": "dashed" } },
    { selector: 'edge[jenis $= "CROSSCUT"], edge[jenis = "CROSSCUTS"]', style: { "line-color": of("--cross"), "target-arrow-color": of("--cross") } },
    { selector: ".chosen", style: { "border-width": 4, "border-color": of("--focus") } },
    { selector: ".dim", style: { opacity: 0.15 } },
  ];
}
