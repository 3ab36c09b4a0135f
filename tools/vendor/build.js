// One minified file for each library, with the licences of everything that went into it.
// In: node_modules beside this file (npm ci). Out: service/web/static/vendor/<library>/.
import { build } from "esbuild";
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const target = join(here, "../../service/web/static/vendor");

// cytoscape-dagre comes with these inside; their licences must travel too.
const INSIDE = { "node_modules/cytoscape-dagre": ["node_modules/@dagrejs/dagre", "node_modules/@dagrejs/graphlib"] };

for (const library of ["codemirror", "cytoscape", "tabulator"]) {
  const folder = join(target, library);
  await mkdir(folder, { recursive: true });
  const { metafile } = await build({
    absWorkingDir: here,
    entryPoints: [`${library}.js`],
    outfile: join(folder, `${library}.min.js`),
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    legalComments: "none", // they stand in LICENSE.txt, whole
    metafile: true,
  });
  await writeFile(join(folder, "LICENSE.txt"), await licences(Object.keys(metafile.inputs)));
}
// Its own sheet sets what moves and scrolls; colours are ours (css/konsol-tabel.css).
const sheet = join(here, "node_modules/tabulator-tables/dist/css/tabulator_simple.min.css");
await writeFile(join(target, "tabulator/tabulator.min.css"), (await readFile(sheet, "utf8")).replace(/\n?\/\*# sourceMappingURL.*$/s, "\n"));

/** Name, version and licence text of every package that a file of the bundle comes from. */
async function licences(inputs) {
  const folders = new Set(inputs.map((file) => file.match(/.*node_modules\/(?:@[^/]+\/)?[^/]+/)?.[0]).filter(Boolean));
  for (const folder of [...folders]) for (const inner of INSIDE[folder] ?? []) folders.add(inner);
  const parts = [];
  for (const folder of [...folders].sort()) {
    const { name, version } = JSON.parse(await readFile(join(here, folder, "package.json"), "utf8"));
    const file = (await readdir(join(here, folder))).find((entry) => /^licen[cs]e/i.test(entry));
    if (!file) throw new Error(`${relative(here, folder)}: no licence file; look what it may be used for before vendoring it`);
    parts.push(`${name} ${version}\n\n${(await readFile(join(here, folder, file), "utf8")).trim()}\n`);
  }
  return parts.join("\n----------------------------------------\n\n");
}
