// The editor. It lives in a shadow root, where CodeMirror keeps its rules in a constructed style sheet: the pages allow
// no inline style (Content-Security-Policy). Colours come from css/tokens.css, whose values reach into the shadow.
import {
  EditorState,
  EditorView,
  HighlightStyle,
  Prec,
  acceptCompletion,
  autocompletion,
  bracketMatching,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
  completionStatus,
  defaultKeymap,
  drawSelection,
  highlightSelectionMatches,
  highlightSpecialChars,
  history,
  historyKeymap,
  keymap,
  lineNumbers,
  placeholder,
  searchKeymap,
  setDiagnostics,
  syntaxHighlighting,
  tags,
} from "../../vendor/codemirror/codemirror.min.js";
import { completions } from "./completing.js";
import { cypher } from "./cypher.js";

const WORDS = {
  Find: "Cari", Replace: "Ganti", next: "berikutnya", previous: "sebelumnya", all: "semua", "match case": "huruf besar/kecil", "by word": "kata utuh", regexp: "regex",
  replace: "ganti", "replace all": "ganti semua", close: "tutup", "current match": "cocok sekarang", "replaced $ matches": "$ diganti", "replaced match on line $": "diganti di baris $", "on line": "di baris",
  "Completions": "Pilihan kata", "Control character": "Karakter kendali", "Selection deleted": "Pilihan dihapus", "No diagnostics": "Tidak ada kesalahan", Diagnostics: "Kesalahan",
};

const COLOURS = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--accent)", fontWeight: "600" },
  { tag: [tags.typeName, tags.labelName], color: "var(--cross)" },
  { tag: tags.string, color: "var(--good)" },
  { tag: tags.number, color: "var(--good)" },
  { tag: tags.comment, color: "var(--quiet)", fontStyle: "italic" },
  { tag: tags.special(tags.variableName), color: "var(--warn)", fontWeight: "600" },
  { tag: tags.function(tags.variableName), color: "var(--note)" },
  { tag: tags.invalid, color: "var(--wrong)", textDecoration: "underline" },
]);

const LOOKS = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--paper)", fontSize: "14px", minHeight: "9rem", maxHeight: "45vh", borderRadius: "6px" },
  "&.cm-focused": { outline: "3px solid var(--focus)", outlineOffset: "0" },
  ".cm-scroller": { fontFamily: "ui-monospace, 'Cascadia Mono', Menlo, Consolas, monospace", lineHeight: "1.5", overflow: "auto" },
  ".cm-content": { minHeight: "calc(9rem - 2px)", padding: "8px 0", caretColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "var(--panel)", color: "var(--quiet)", border: "0", borderRight: "1px solid var(--line)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)", borderLeftWidth: "2px" },
  "&.cm-focused .cm-selectionBackground, .cm-selectionBackground": { backgroundColor: "var(--accent-back) !important", outline: "1px solid var(--line)" },
  ".cm-selectionMatch": { backgroundColor: "var(--accent-back)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--mark)", color: "var(--mark-ink)" },
  ".cm-placeholder": { color: "var(--quiet)" },
  ".cm-tooltip": { backgroundColor: "var(--paper)", color: "var(--ink)", border: "1px solid var(--line)", borderRadius: "6px", boxShadow: "var(--float)", maxWidth: "min(28rem, 90vw)" },
  ".cm-tooltip.cm-completionInfo": { padding: "6px 10px", fontFamily: "system-ui, sans-serif" },
  ".cm-tooltip-autocomplete > ul > li": { padding: "3px 8px !important" },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": { backgroundColor: "var(--accent) !important", color: "var(--accent-ink) !important" },
  ".cm-completionDetail": { opacity: ".8", fontStyle: "normal", marginLeft: "1em" },
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--wrong) 1.5px", textUnderlineOffset: "3px", paddingBottom: "0" },
  ".cm-lintRange-warning": { backgroundImage: "none", textDecoration: "underline wavy var(--warn) 1.5px", textUnderlineOffset: "3px", paddingBottom: "0" },
  ".cm-diagnostic": { borderLeft: "4px solid var(--wrong)", padding: "4px 10px", fontFamily: "system-ui, sans-serif" },
  ".cm-panels": { backgroundColor: "var(--panel)", color: "var(--ink)" },
  ".cm-panel.cm-search": { fontFamily: "system-ui, sans-serif" },
  ".cm-button, .cm-textfield": { backgroundImage: "none", backgroundColor: "var(--paper)", color: "var(--ink)", border: "1px solid var(--edge)", borderRadius: "4px" },
});

/** Text written over a selection. Left to itself Chromium would keep the colours of the old text in a style attribute,
    which the security policy refuses and complains about; so the text goes in our way, brackets and all. */
function overSelection(event, view) {
  const { main } = view.state.selection;
  if (event.inputType !== "insertText" || !event.data || main.empty || view.composing) return false;
  event.preventDefault();
  const insert = () => view.state.update(view.state.replaceSelection(event.data), { userEvent: "input.type", scrollIntoView: true });
  const taken = view.state.facet(EditorView.inputHandler).some((handler) => handler(view, main.from, main.to, event.data, insert));
  if (!taken) view.dispatch(insert());
  return true;
}

/** An editor in `host`. `run`, `stop` (true when something was stopped) and `changed(text)` are called; `names` gives skema.json. */
export function editor(host, { text, run, stop, changed, names }) {
  const root = host.attachShadow({ mode: "open" });
  const view = new EditorView({
    parent: root,
    root,
    state: EditorState.create({
      doc: text,
      extensions: [
        Prec.highest(keymap.of([{ key: "Ctrl-Enter", mac: "Cmd-Enter", run: () => (run(), true), preventDefault: true }])),
        Prec.low(keymap.of([{ key: "Escape", run: stop }])),
        // Tab takes what is offered, and else leaves the editor: nobody is caught in it.
        keymap.of([{ key: "Tab", run: (at) => completionStatus(at.state) === "active" && acceptCompletion(at) }]),
        lineNumbers(),
        highlightSpecialChars(),
        history(),
        drawSelection(),
        bracketMatching(),
        closeBrackets(),
        autocompletion({ override: [completions(names)], icons: false, maxRenderedOptions: 60 }),
        highlightSelectionMatches(),
        cypher,
        syntaxHighlighting(COLOURS),
        EditorView.lineWrapping,
        EditorState.phrases.of(WORDS),
        EditorView.contentAttributes.of({ "aria-label": "Teks Cypher", "aria-describedby": "konsol-cara", spellcheck: "false", autocapitalize: "off" }),
        placeholder("MATCH (k:Kinerja) RETURN k LIMIT 25"),
        keymap.of([...closeBracketsKeymap, ...completionKeymap, ...searchKeymap, ...historyKeymap, ...defaultKeymap]),
        EditorView.domEventHandlers({ beforeinput: overSelection }),
        EditorView.updateListener.of((update) => update.docChanged && changed(update.state.doc.toString())),
        LOOKS,
      ],
    }),
  });

  /** Where line and column (from 1, columns in UTF-16 units) are in the text. */
  function place(line, column) {
    const at = view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines));
    return Math.min(at.from + Math.max(column ?? 1, 1) - 1, at.to);
  }

  /** The word that starts at, or holds, a place; at least one character, so that the underline is seen. */
  function wordAt(from) {
    const text = view.state.doc.toString();
    const word = text.slice(from).match(/^(?:`(?:[^`]|``)*`|[\p{L}\p{N}_]+|.)/u)?.[0] ?? "";
    return word ? [from, from + word.length] : [Math.max(0, from - 1), from];
  }

  return {
    text: () => view.state.doc.toString(),
    focus: () => view.focus(),
    set(text) {
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text }, selection: { anchor: 0 } });
    },
    insert(text) {
      view.dispatch(view.state.replaceSelection(text));
      view.focus();
    },
    /** Underlines faults and remarks {baris, kolom, panjang?, pesan, keras}. */
    mark(faults) {
      const found = faults.filter((one) => one.baris).map((one) => {
        const [from, to] = wordAt(place(one.baris, one.kolom));
        return { from, to: one.panjang ? Math.min(from + one.panjang, view.state.doc.length) : to, severity: one.keras ? "error" : "warning", message: one.pesan };
      });
      view.dispatch(setDiagnostics(view.state, found));
    },
    /** Puts `word` in place of the word at line and column; can be undone with Ctrl+Z. */
    replace(line, column, word) {
      let [from, to] = wordAt(place(line, column));
      if (/^[:.$]$/.test(view.state.sliceDoc(from, to))) [from, to] = wordAt(to);
      view.dispatch({ changes: { from, to, insert: word }, selection: { anchor: from + word.length } });
      view.focus();
    },
    goTo(line, column) {
      view.dispatch({ selection: { anchor: place(line, column) }, scrollIntoView: true });
      view.focus();
    },
  };
}
