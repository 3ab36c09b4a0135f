// What part of the picture the window shows, as the viewBox of the SVG: `x`, `y` upper left corner, `scale` screen px
// per px of the picture.

const LARGEST = 3;
const COMFORTABLE = 1.1; // a small tree is not blown up to fill the window
const EDGE = 16;
const BUTTON = 24; // of the picture: what hangs under a box
const NARROW = 500;

export class Camera {
  constructor(canvas) {
    this.canvas = canvas;
    this.watchers = [];
    this.x = this.y = 0;
    this.scale = 0;
    new ResizeObserver(() => (this.scale ? this.apply() : this.open())).observe(canvas);
    window.addEventListener("beforeprint", () => this.svg.setAttribute("viewBox", `0 0 ${this.width} ${this.height}`));
    window.addEventListener("afterprint", () => this.apply());
  }

  /** Looks at another picture from the same spot. */
  take(svg) {
    this.svg = svg;
    this.width = Number(svg.getAttribute("width"));
    this.height = Number(svg.getAttribute("height"));
    this.watchers = [];
    if (this.scale) this.apply();
  }

  watch(work) {
    this.watchers.push(work);
    work();
  }

  get window() {
    return { width: this.canvas.clientWidth, height: this.canvas.clientHeight };
  }

  get smallest() {
    const { width, height } = this.window;
    return Math.min(width / this.width, height / this.height, COMFORTABLE);
  }

  /** The first look: all of it, or in a narrow window the topmost box, large enough to read. */
  open() {
    this.fit();
    const top = this.svg.querySelector(".kotak");
    if (!this.scale || this.window.width > NARROW || !top) return;
    this.reveal([top.dataset.id], true);
    const place = this.place(top.dataset.id);
    this.x = place.x + place.width / 2 - this.window.width / this.scale / 2;
    this.apply();
  }

  fit() {
    const { width, height } = this.window;
    if (!width || !height) return;
    this.scale = this.smallest;
    this.x = (this.width - width / this.scale) / 2;
    this.y = 0;
    this.apply();
  }

  /** Larger or smaller by `factor`; the point (px, py) of the window, or its middle, stays where it is. */
  zoom(factor, px = this.window.width / 2, py = this.window.height / 2) {
    const next = Math.min(LARGEST, Math.max(this.smallest * 0.8, this.scale * factor));
    this.x += px / this.scale - px / next;
    this.y += py / this.scale - py / next;
    this.scale = next;
    this.apply();
  }

  /** Moves the picture by screen px. */
  pan(dx, dy) {
    this.x -= dx / this.scale;
    this.y -= dy / this.scale;
    this.apply();
  }

  centre(x, y) {
    this.x = x - this.window.width / this.scale / 2;
    this.y = y - this.window.height / this.scale / 2;
    this.apply();
  }

  place(id) {
    const box = this.svg.querySelector(`[data-id="${CSS.escape(id)}"]`);
    if (!box) return null;
    const [x, y, width, height] = box.dataset.kotak.split(" ").map(Number);
    return { x, y, width, height };
  }

  /** Where on the screen a box stands. */
  spotOf(id) {
    const place = this.place(id);
    return place && { px: (place.x - this.x) * this.scale, py: (place.y - this.y) * this.scale };
  }

  /** Moves the picture so that a box stands at that spot. */
  putAt(id, { px, py }) {
    const place = this.place(id);
    if (!place) return;
    this.x = place.x - px / this.scale;
    this.y = place.y - py / this.scale;
    this.apply();
  }

  /** Brings boxes into the window by the shortest way; `readable` comes nearer when the letters are too small. */
  reveal(ids, readable = false) {
    const places = ids.map((id) => this.place(id)).filter(Boolean);
    if (!places.length) return;
    if (readable && this.scale < 0.7) this.scale = 0.9;
    const [wide, high] = [this.window.width / this.scale, this.window.height / this.scale];
    for (const place of [...places].reverse()) {
      this.x = nearest(this.x, place.x, place.width, wide);
      this.y = nearest(this.y, place.y, place.height + BUTTON, high);
    }
    this.apply();
  }

  apply() {
    const { width, height } = this.window;
    if (!width || !this.scale) return;
    const [wide, high] = [width / this.scale, height / this.scale];
    // At least a part of the picture stays in the window.
    this.x = Math.min(this.width - wide * 0.15, Math.max(-wide * 0.85, this.x));
    this.y = Math.min(this.height - high * 0.15, Math.max(-high * 0.85, this.y));
    this.svg.setAttribute("viewBox", `${this.x} ${this.y} ${wide} ${high}`);
    this.watchers.forEach((work) => work());
  }
}

function nearest(start, from, length, room) {
  if (from - EDGE < start) return from - EDGE;
  return from + length + EDGE > start + room ? from + length + EDGE - room : start;
}
