import { elementsBelow, elementsOf, textIn, type XmlNode } from '../../../../../platform/xml/xml-tree.ts';
import { lineOf } from '../../reading/course-lines.ts';
import { placeInPicture } from '../picture-places.ts';
import { demanded, rewarding } from './conditions.ts';
import type { InteropItem, InteropResponse } from './interop-item.ts';
import { frameOf } from './item-frame.ts';
import { type ItemScene, partOf, type QuestionInput, said } from './item-scene.ts';

const shapes: Readonly<Record<string, string>> = { rectangle: 'box', ellipse: 'ellipse', bounded: 'poly' };

/** A place in a picture. Undefined where the picture, its size or the right place is not told. */
export function hotspotQuestion(
  item: InteropItem,
  response: InteropResponse,
  scene: ItemScene,
): QuestionInput | undefined {
  const picture = elementsBelow(response.node, 'matimage')[0] ?? elementsBelow(item.node, 'matimage')[0];
  const target = scene.follow(picture?.attributes['uri'] ?? '');
  const size = { width: Number(picture?.attributes['width']), height: Number(picture?.attributes['height']) };
  if (target.kind !== 'file' || !(size.width > 0) || !(size.height > 0)) return undefined;
  const frame = frameOf(
    item,
    scene,
    item.body
      .filter((each) => typeof each === 'string')
      .join('')
      .replace(/<img\b[^>]*>/g, ''),
  );
  const areas = response.labels.length > 0 && response.labels.some(({ node }) => textIn(node).trim() !== '');
  const found = areas ? labelledPlaces(response) : inside(item, response);
  const places = found.flatMap(({ ident, shape, coords, right }, n) => {
    const at = placeInPicture(shape, coords, size);
    const id = partOf(scene, frame.id, ident);
    return at === undefined
      ? []
      : [
          {
            place: { id, label: lineOf(String(n + 1), '1'), ...at },
            right: right || isRight(item, response, ident),
          },
        ];
  });
  const right = places.filter((each) => each.right).map(({ place }) => place.id);
  if (right.length === 0) return undefined;
  const alt = picture?.attributes['label'] ?? '';
  const prompt = `${frame.prompt}${said(response.html.replace(/<img\b[^>]*>/g, ''), scene)}`;
  return {
    ...frame,
    prompt,
    type: 'hotspot',
    file: scene.files.use(target.path),
    alt,
    places: places.map(({ place }) => place),
    right,
  };
}

interface FoundPlace {
  readonly ident: string;
  readonly shape: string;
  readonly coords: string;
  readonly right: boolean;
}

const labelledPlaces = (response: InteropResponse): FoundPlace[] =>
  response.labels.map(({ ident, node }) => ({
    ident,
    shape: shapes[(node.attributes['rarea'] ?? 'rectangle').toLowerCase()] ?? '',
    coords: node.children.filter((child) => typeof child === 'string').join(' '),
    right: false,
  }));

/** Places that only the conditions name: `varinside`. */
const inside = (item: InteropItem, { ident }: InteropResponse): FoundPlace[] =>
  asked(item.node)
    .filter(({ name }) => name === 'varinside')
    .map((each, n) => ({
      ident: `${ident}-${n + 1}`,
      shape: shapes[(each.attributes['areatype'] ?? 'rectangle').toLowerCase()] ?? '',
      coords: textIn(each),
      right: true,
    }));

const asked = (item: XmlNode): readonly XmlNode[] =>
  rewarding(item).flatMap((condition) => elementsOf(condition, 'conditionvar').flatMap(demanded));

const isRight = (item: InteropItem, response: InteropResponse, label: string): boolean =>
  asked(item.node).some(
    (each) =>
      each.name === 'varequal' &&
      textIn(each).trim() === label &&
      each.attributes['respident'] === response.ident,
  );
