// Wheel, drag, pinch and keys, turned into moves of the camera.

const STEP = 60;
const SLACK = 5; // px that a click may tremble

const KEYS = {
  "+": (camera) => camera.zoom(1.25),
  "=": (camera) => camera.zoom(1.25),
  "-": (camera) => camera.zoom(0.8),
  "0": (camera) => camera.fit(),
  ArrowLeft: (camera) => camera.pan(STEP, 0),
  ArrowRight: (camera) => camera.pan(-STEP, 0),
  ArrowUp: (camera) => camera.pan(0, STEP),
  ArrowDown: (camera) => camera.pan(0, -STEP),
};

export function listen(canvas, camera) {
  canvas.tabIndex = 0;
  canvas.setAttribute("role", "region");
  canvas.setAttribute("aria-label", "Gambar pohon kinerja; panah menggeser, tambah dan kurang mengubah ukuran, nol memuat semuanya");
  canvas.addEventListener("keydown", (event) => {
    const move = KEYS[event.key];
    if (!move || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    move(camera);
  });
  canvas.addEventListener("wheel", (event) => {
    event.preventDefault();
    const { left, top } = canvas.getBoundingClientRect();
    camera.zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0015)), event.clientX - left, event.clientY - top);
  }, { passive: false });
  // A box reached with Tab comes into the window; one clicked is there already.
  canvas.addEventListener("focusin", (event) => {
    const box = event.target.closest(".kotak");
    if (box && event.target.matches(":focus-visible")) camera.reveal([box.dataset.id]);
    canvas.scrollTo(0, 0);
  });
  canvas.addEventListener("dragstart", (event) => event.preventDefault());
  drag(canvas, camera);
}

function drag(canvas, camera) {
  const fingers = new Map();
  let moved = 0;

  canvas.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    if (!fingers.size) moved = 0;
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
  });
  window.addEventListener("pointermove", (event) => {
    const last = fingers.get(event.pointerId);
    if (!last) return;
    const [dx, dy] = [event.clientX - last.x, event.clientY - last.y];
    moved += Math.hypot(dx, dy);
    const before = spread(fingers);
    fingers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    if (moved < SLACK) return;
    canvas.classList.add("geser");
    camera.pan(dx / fingers.size, dy / fingers.size);
    if (before) {
      const { left, top } = canvas.getBoundingClientRect();
      const after = spread(fingers);
      camera.zoom(after.length / before.length, after.x - left, after.y - top);
    }
  });
  for (const name of ["pointerup", "pointercancel"]) {
    window.addEventListener(name, (event) => {
      fingers.delete(event.pointerId);
      if (!fingers.size) canvas.classList.remove("geser");
    });
  }
  // A drag that ends on a box is no click on it.
  canvas.addEventListener("click", (event) => {
    if (moved < SLACK) return;
    event.preventDefault();
    event.stopPropagation();
    moved = 0;
  }, true);
}

/** Middle and distance of two fingers. */
function spread(fingers) {
  if (fingers.size !== 2) return null;
  const [a, b] = [...fingers.values()];
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, length: Math.hypot(a.x - b.x, a.y - b.y) || 1 };
}
