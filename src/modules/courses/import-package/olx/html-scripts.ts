/** What a script does to a page as far as its text tells: changes looks only, or more than that. */
export type ScriptKind = 'looks' | 'unknown';

const acts =
  /\b(fetch|XMLHttpRequest|ajax|innerHTML|outerHTML|insertAdjacent\w*|textContent|innerText|createElement\w*|append\w*|prepend|write|writeln|location|submit|localStorage|sessionStorage|postMessage|eval|import|WebSocket|Worker|cookie|open|src|value|html|text|val|load|getContext)\b/;
const looks = /\.style\b|\bclassList\b|\b(?:toggle|add|remove)Class\b|\.css\(/;

/** Text of a script without comments and without what stands in quotes. */
const bare = (script: string): string =>
  script
    .replace(/\/\*[\s\S]*?\*\/|(^|[^:])\/\/.*$/gm, '$1')
    .replace(/"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/g, '""');

/** Says `looks` only where nothing in the script could bring, send or change content. */
export function scriptKind(script: string): ScriptKind {
  const text = bare(script);
  return looks.test(text) && !acts.test(text) ? 'looks' : 'unknown';
}
