import {
  elementAt,
  elementsBelow,
  elementsOf,
  textAt,
  textIn,
  type XmlNode,
} from '../../../../../platform/xml/xml-tree.ts';
import { materialHtml } from './material.ts';

/** One thing to answer in a QTI 1.2 item: `response_lid`, `response_str`, `response_num`, `response_xy`, `response_grp`. */
export interface InteropResponse {
  readonly ident: string;
  readonly tag: string;
  /** "Single", "Multiple", "Ordered". */
  readonly cardinality: string;
  /** "choice", "fib", "hotspot", "slider", "extension". */
  readonly render: string;
  readonly node: XmlNode;
  /** What stands above it, of its own. */
  readonly html: string;
  readonly shuffle: boolean;
  readonly labels: readonly { readonly ident: string; readonly html: string; readonly node: XmlNode }[];
}

export interface InteropItem {
  readonly ident: string;
  readonly title: string;
  /** Metadata by label in lower case. */
  readonly fields: ReadonlyMap<string, string>;
  /** Texts and responses in document order. */
  readonly body: readonly (string | InteropResponse)[];
  readonly feedback: ReadonlyMap<
    string,
    { readonly html: string; readonly kind: 'hint' | 'solution' | 'said' }
  >;
  readonly node: XmlNode;
}

export function readInteropItem(node: XmlNode): InteropItem {
  const { ident = '', title = '' } = node.attributes;
  const body = bodyOf(elementAt(node, 'presentation'));
  return { ident, title, fields: fieldsOf(node), body, feedback: feedbackOf(node), node };
}

/** `qtimetadatafield` and the older elements named `qmd_...`. */
export function fieldsOf(node: XmlNode): Map<string, string> {
  const fields = new Map<string, string>();
  const own = elementsOf(node).filter(({ name }) => /^(itemmetadata|qtimetadata)$/.test(name));
  for (const field of own.flatMap((each) => [each, ...elementsBelow(each, 'qtimetadatafield')]))
    if (field.name === 'qtimetadatafield')
      fields.set(textAt(field, 'fieldlabel').toLowerCase(), textAt(field, 'fieldentry'));
  for (const each of own.flatMap((metadata) => elementsOf(metadata)))
    if (/^(qmd|bbmd)_/.test(each.name)) fields.set(each.name, textIn(each).trim());
  for (const field of elementsOf(node, 'qtimetadatafield'))
    fields.set(textAt(field, 'fieldlabel').toLowerCase(), textAt(field, 'fieldentry'));
  return fields;
}

function bodyOf(presentation: XmlNode | undefined): (string | InteropResponse)[] {
  return elementsOf(presentation).flatMap((each): (string | InteropResponse)[] => {
    if (each.name.startsWith('response_') && each.name !== 'response_extension') return [responseOf(each)];
    if (each.name === 'flow' || each.name === 'response_extension') return bodyOf(each);
    if (each.name === 'material')
      return [materialHtml({ name: 'material', attributes: {}, children: [each] })];
    return [];
  });
}

function responseOf(node: XmlNode): InteropResponse {
  const render = elementsBelow(node).find(({ name }) => name.startsWith('render_'));
  return {
    ident: node.attributes['ident'] ?? '',
    tag: node.name,
    cardinality: node.attributes['rcardinality'] ?? 'Single',
    render: render?.name.slice('render_'.length) ?? '',
    node,
    html: materialHtml({ name: 'material', attributes: {}, children: elementsOf(node, 'material') }),
    shuffle: /^yes$/i.test(render?.attributes['shuffle'] ?? ''),
    labels: elementsBelow(render, 'response_label').map((label) => ({
      ident: label.attributes['ident'] ?? '',
      html: materialHtml(label),
      node: label,
    })),
  };
}

function feedbackOf(node: XmlNode): InteropItem['feedback'] {
  const said = elementsOf(node, 'itemfeedback').map((each) => {
    const kind = elementAt(each, 'hint') ? 'hint' : elementAt(each, 'solution') ? 'solution' : 'said';
    const inside = elementsBelow(each, 'material');
    const html = materialHtml({ name: 'material', attributes: {}, children: inside });
    return [each.attributes['ident'] ?? '', { html, kind }] as const;
  });
  return new Map(said);
}
