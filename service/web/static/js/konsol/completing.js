// What the editor offers while somebody types: labels after ":", types inside [:], properties after ".", parameters
// after "$", else keywords, functions and the variables of the text. The names are the live graph's (skema.json).
import { syntaxTree } from "../../vendor/codemirror/codemirror.min.js";
import { KEYWORDS, parameterNames } from "./cypher.js";
import { count } from "./words.js";

const PLAIN = /^[\p{L}_][\p{L}\p{N}_]*$/u;
export const quoted = (name) => (PLAIN.test(name) ? name : `\`${name.replaceAll("`", "``")}\``);

/** A completion source over the names that `names()` gives: the content of skema.json, or null until it is here. */
export function completions(names) {
  return (context) => {
    if (/comment|string/i.test(syntaxTree(context.state).resolveInner(context.pos, -1).name)) return null;
    const schema = names() ?? { label: [], jenis: [], fungsi: [], kata_kunci: [] };
    const text = context.state.doc.toString();
    const before = text.slice(0, context.pos);
    const typed = before.match(/[\p{L}\p{N}_]*$/u)[0];
    const found = kindOf(before.slice(0, before.length - typed.length), typed, text, schema, context.explicit);
    return found && { from: context.pos - typed.length, options: found, validFor: /^[\p{L}\p{N}_]*$/u };
  };
}

function kindOf(before, typed, text, schema, asked) {
  const sign = before.at(-1);
  if (sign === "$") return parameterNames(text).filter((name) => name !== typed).map((name) => ({ label: name, type: "constant" }));
  if (sign === "." && /[\p{L}_`)\]]\.$/u.test(before)) return properties(before, text, schema);
  if ((sign === ":" || sign === "|" || sign === "&" || sign === "!") && openBracket(before) === "[") return named(schema.jenis, "keyword");
  if ((sign === ":" && openBracket(before) === "(") || sign === "&" || sign === "!" || (sign === "|" && openBracket(before) === "(")) return named(schema.label, "class");
  if (sign === ":" && openBracket(before) !== "{") return [...named(schema.label, "class"), ...named(schema.jenis, "keyword")];
  if (openBracket(before) === "{" && /[{,]\s*$/.test(before)) return properties(before, text, schema);
  if (!typed && !asked) return null;
  return [
    ...[...(schema.kata_kunci?.length ? schema.kata_kunci : KEYWORDS)].map((word) => ({ label: word, type: "keyword", boost: -1 })),
    ...schema.fungsi.map((one) => ({ label: one.nama, apply: `${one.nama}(`, detail: one.tanda ?? "", info: one.arti, type: "function", boost: -2 })),
    ...variables(text).filter((name) => name !== typed).map((name) => ({ label: name, type: "variable", boost: 1 })),
  ];
}

const named = (list, type) => list.map((one) => ({ label: one.nama, apply: quoted(one.nama), detail: one.jumlah === null || one.jumlah === undefined ? "" : count(one.jumlah), info: one.arti, type }));

/** The properties of the label that the variable before the dot has in this text; of all, when that is not known. */
function properties(before, text, schema) {
  const name = before.match(/([\p{L}_][\p{L}\p{N}_]*)\.$/u)?.[1] ?? before.match(/[([]\s*([\p{L}_][\p{L}\p{N}_]*)?\s*:\s*`?([\p{L}\p{N}_]+)`?[^()[\]{}]*\{[^{}]*$/u)?.[1];
  const direct = before.match(/:\s*`?([\p{L}\p{N}_]+)`?[^()[\]{}]*\{[^{}]*$/u)?.[1];
  const labels = new Set(direct ? [direct] : []);
  if (name) for (const [, label] of text.matchAll(new RegExp(`[([]\\s*${name}\\s*:\\s*\`?([\\p{L}\\p{N}_]+)`, "gu"))) labels.add(label);
  const all = [...schema.label, ...schema.jenis];
  const fitting = all.filter((one) => labels.has(one.nama));
  const seen = new Map();
  for (const one of fitting.length ? fitting : all) for (const sifat of one.sifat) if (!seen.has(sifat.nama)) seen.set(sifat.nama, { label: sifat.nama, apply: quoted(sifat.nama), detail: fitting.length ? sifat.jenis : one.nama, info: sifat.arti, type: "property" });
  return [...seen.values()];
}

const variables = (text) => [...new Set([...text.matchAll(/(?:[([]\s*|\bAS\s+|\bUNWIND\s.+?\bAS\s+)([\p{L}_][\p{L}\p{N}_]*)/giu)].map(([, name]) => name))];

/** The innermost bracket that is open where `before` ends. */
function openBracket(before) {
  let depth = 0;
  for (let at = before.length - 1; at >= 0; at -= 1) {
    if (")]}".includes(before[at])) depth += 1;
    else if ("([{".includes(before[at]) && depth-- === 0) return before[at];
  }
  return "";
}
