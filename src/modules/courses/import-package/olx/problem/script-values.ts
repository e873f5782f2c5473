import { elementsBelow, textIn, type XmlNode } from '../../../../../platform/xml/xml-tree.ts';
import { pythonValues } from './python-values.ts';

export interface ValuedProblem {
  readonly problem: XmlNode;
  /** Whether numbers that were drawn for each learner are now the same for all. */
  readonly fixed: boolean;
}

const named = /\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\})/g;

/**
 * Puts the values that a problem's script reckons in the place of `$name`. Undefined where a name is asked for that the
 * script does not plainly give: then only its own platform can ask it.
 */
export function withValues(problem: XmlNode): ValuedProblem | undefined {
  const script = elementsBelow(problem, 'script')
    .filter(({ attributes }) => /python/i.test(attributes['type'] ?? ''))
    .map(textIn)
    .join('\n');
  if (script.trim() === '') return { problem, fixed: false };
  const { values, drawn } = pythonValues(script);
  const wanted = new Set<string>();
  walk(problem, (text) => {
    for (const [, bare, braced] of text.matchAll(named)) wanted.add(bare ?? braced ?? '');
  });
  const defined = [...wanted].filter((name) => mentions(script, name));
  if (defined.some((name) => !values.has(name))) return undefined;
  const filled = mapTexts(problem, (text) =>
    text.replace(
      named,
      (whole, bare: string | undefined, braced: string | undefined) =>
        values.get(bare ?? braced ?? '') ?? whole,
    ),
  );
  return { problem: filled, fixed: drawn && defined.length > 0 };
}

const mentions = (script: string, name: string): boolean => new RegExp(`\\b${name}\\b`).test(script);

function walk(node: XmlNode, visit: (text: string) => void): void {
  if (node.name === 'script') return;
  Object.values(node.attributes).forEach(visit);
  for (const child of node.children)
    if (typeof child === 'string') visit(child);
    else walk(child, visit);
}

function mapTexts(node: XmlNode, change: (text: string) => string): XmlNode {
  if (node.name === 'script') return node;
  const attributes = Object.fromEntries(
    Object.entries(node.attributes).map(([name, value]) => [name, change(value)]),
  );
  const children = node.children.map((child) =>
    typeof child === 'string' ? change(child) : mapTexts(child, change),
  );
  return { ...node, attributes, children };
}
