import { parseDocument } from 'htmlparser2';

const ofXml = new Set(['amp', 'lt', 'gt', 'quot', 'apos']);

/** The character that HTML names so ("nbsp", "eacute"); undefined for the five of XML, and for what is no name. */
export function htmlEntity(name: string): string | undefined {
  if (ofXml.has(name) || !/^[A-Za-z][A-Za-z0-9]{1,31}$/.test(name)) return undefined;
  const [node] = parseDocument(`&${name};`).children;
  const said = node !== undefined && 'data' in node ? String(node.data) : '';
  return said === '' || said.startsWith('&') ? undefined : said;
}
