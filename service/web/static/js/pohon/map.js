// A small picture of the whole in the corner: where am I, and a quick way elsewhere. Nothing in it is text.

const SVG = "http://www.w3.org/2000/svg";

export function drawMap(canvas, camera) {
  const map = element("svg", { class: "peta-kecil", viewBox: `0 0 ${camera.width} ${camera.height}`, "aria-hidden": "true" });
  map.append(...[...canvas.querySelectorAll(".kotak")].map(square));
  const frame = element("rect", { class: "jendela" });
  map.append(frame);
  canvas.append(map);
  camera.watch(() => {
    if (!camera.scale) return; // the picture is not in sight yet (phone)
    const { width, height } = camera.window;
    set(frame, { x: camera.x, y: camera.y, width: width / camera.scale, height: height / camera.scale });
  });
  map.addEventListener("pointerdown", (event) => {
    event.stopPropagation();
    map.setPointerCapture(event.pointerId);
    go(event);
  });
  map.addEventListener("pointermove", (event) => event.buttons && go(event));

  function go(event) {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(map.getScreenCTM().inverse());
    camera.centre(point.x, point.y);
  }
}

function square(box) {
  const [x, y, width, height] = box.dataset.kotak.split(" ");
  return element("rect", { x, y, width, height, class: box.getAttribute("class").replace("kotak ", "") });
}

function element(name, values) {
  return set(document.createElementNS(SVG, name), values);
}

function set(node, values) {
  for (const [name, value] of Object.entries(values)) node.setAttribute(name, value);
  return node;
}
