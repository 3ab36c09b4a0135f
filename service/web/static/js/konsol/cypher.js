// The words of Cypher for the editor's colours: strings, names in backticks, comments over lines, parameters, labels.
import { StreamLanguage } from "../../vendor/codemirror/codemirror.min.js";

export const KEYWORDS = new Set(
  ("MATCH OPTIONAL WHERE RETURN WITH UNWIND ORDER BY ASC DESC ASCENDING DESCENDING SKIP LIMIT OFFSET UNION ALL DISTINCT AS AND OR XOR NOT IN IS NULL TRUE FALSE " +
    "STARTS ENDS CONTAINS CASE WHEN THEN ELSE END CALL YIELD EXISTS COUNT COLLECT ANY NONE SINGLE REDUCE FINISH SHORTEST GROUPS ACYCLIC NORMALIZED TYPED USING INDEX SCAN").split(" "),
);
const WRITES = new Set("CREATE MERGE SET DELETE DETACH REMOVE DROP FOREACH LOAD CSV USE SHOW PROFILE EXPLAIN".split(" "));

const STRING = { "'": /^(?:[^'\\]|\\.)*/, '"': /^(?:[^"\\]|\\.)*/ };

function token(stream, state) {
  if (state.within) return within(stream, state);
  if (stream.eatSpace()) return null;
  if (stream.match("//")) {
    stream.skipToEnd();
    return "comment";
  }
  if (stream.match("/*")) {
    state.within = "*/";
    return within(stream, state);
  }
  const first = stream.peek();
  if (first === "'" || first === '"') {
    stream.next();
    state.within = first;
    return within(stream, state);
  }
  if (first === "$") {
    stream.next();
    stream.match(/^(?:`(?:[^`]|``)*`?|[\p{L}\p{N}_]*)/u);
    return "variableName.special";
  }
  if (stream.match(/^`(?:[^`]|``)*`?/)) return named(state);
  if (stream.match(/^\d[\d_]*(?:\.\d+)?(?:[eE][+-]?\d+)?/)) return keep(state, "number");
  if (stream.match(/^[\p{L}_][\p{L}\p{N}_]*/u)) return word(stream, state);
  stream.next();
  state.before = first;
  if ("([{".includes(first)) state.brackets.push(first);
  else if (")]}".includes(first)) state.brackets.pop();
  return "()[]{}".includes(first) ? "bracket" : ",;.".includes(first) ? "punctuation" : "operator";
}

function within(stream, state) {
  if (state.within === "*/") {
    if (stream.match(/^.*?\*\//)) state.within = null;
    else stream.skipToEnd();
    return "comment";
  }
  stream.match(STRING[state.within]);
  if (stream.eat(state.within)) state.within = null;
  else stream.skipToEnd();
  state.before = "'";
  return "string";
}

function word(stream, state) {
  const upper = stream.current().toUpperCase();
  if (state.before === ":" || state.before === ".") return named(state);
  if (stream.match(/^\s*\(/, false) && !KEYWORDS.has(upper)) return keep(state, "variableName.function");
  if (stream.match(/^\s*:/, false) && state.brackets.at(-1) === "{") return keep(state, "propertyName");
  if (WRITES.has(upper)) return keep(state, "invalid");
  return keep(state, KEYWORDS.has(upper) ? "keyword" : "variableName");
}

/** A name after ":" is a label or type, after "." a property, else a variable in backticks. */
function named(state) {
  const kind = { ":": state.brackets.at(-1) === "[" ? "labelName" : "typeName", ".": "propertyName" }[state.before] ?? "variableName";
  return keep(state, kind);
}

function keep(state, kind) {
  state.before = "x";
  return kind;
}

export const cypher = StreamLanguage.define({
  name: "cypher",
  startState: () => ({ within: null, before: "", brackets: [] }),
  copyState: (state) => ({ ...state, brackets: [...state.brackets] }),
  token,
  languageData: { commentTokens: { line: "//", block: { open: "/*", close: "*/" } }, closeBrackets: { brackets: ["(", "[", "{", "'", '"', "`"] } },
});

/** The $names in a text, in their order, those in strings and comments left out. */
export function parameterNames(text) {
  const bare = text.replace(/\/\/[^\n]*|\/\*[^]*?(?:\*\/|$)|'(?:[^'\\]|\\[^])*(?:'|$)|"(?:[^"\\]|\\[^])*(?:"|$)|(\$(?:`(?:[^`]|``)+`|[\p{L}\p{N}_]+))|`(?:[^`]|``)*`/gu, (_, name) => name ?? " ");
  return [...new Set([...bare.matchAll(/\$(?:`((?:[^`]|``)+)`|([\p{L}\p{N}_]+))/gu)].map(([, quoted, plain]) => quoted?.replaceAll("``", "`") ?? plain))];
}
