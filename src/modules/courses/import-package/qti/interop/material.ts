import { elementsOf, textIn, type XmlNode, xmlInside } from '../../../../../platform/xml/xml-tree.ts';
import { xmlText } from '../../../../../platform/xml/xml-text.ts';
import { textOfWords } from '../../reading/course-lines.ts';

/** HTML of `material`, `flow_mat` and what stands in them, in document order. */
export function materialHtml(node: XmlNode | undefined): string {
  return elementsOf(node).map(pieceHtml).join('');
}

function pieceHtml(node: XmlNode): string {
  const { name, attributes } = node;
  const address = xmlText(attributes['uri'] ?? attributes['entityref'] ?? '');
  switch (name) {
    case 'material':
    case 'flow_mat':
    case 'flow':
    case 'flow_label':
    case 'altmaterial':
    case 'mat_extension':
      return materialHtml(node);
    case 'mattext':
    case 'mat_formattedtext':
      return wordsHtml(node);
    case 'matemtext':
      return `<em>${wordsHtml(node)}</em>`;
    case 'matbreak':
      return '<br/>';
    case 'matimage':
      return `<img src="${address}" alt="${xmlText(attributes['label'] ?? '')}"/>`;
    case 'mataudio':
      return `<audio src="${address}"></audio>`;
    case 'matvideo':
      return `<video src="${address}"></video>`;
    case 'matapplication':
      return `<a href="${address}">${xmlText(attributes['label'] ?? attributes['uri'] ?? '')}</a>`;
    default:
      return '';
  }
}

/** Escaped HTML, HTML as elements, or plain words, as `texttype` says; some exports say "plain" and write HTML. */
function wordsHtml(node: XmlNode): string {
  if (elementsOf(node).length > 0) return xmlInside(node);
  const text = textIn(node);
  const html =
    /html|xhtml/i.test(node.attributes['texttype'] ?? '') ||
    /<(p|br|div|span|img|strong|em|b|i)\b[^<>]*\/?>/i.test(text);
  return html ? text : textOfWords(text);
}
