import { elementsBelow, elementsOf, type XmlNode } from '../../../../../platform/xml/xml-tree.ts';
import { lineOf } from '../../reading/course-lines.ts';
import { type Place, type PictureSize, placeInPicture } from '../picture-places.ts';
import { type Asked, plainWords } from './choice-interactions.ts';
import { pictureIn } from './item-html.ts';
import { type ItemScene, partOf, type QuestionInput, said } from './item-scene.ts';

interface Picture {
  readonly file: string;
  readonly alt: string;
  readonly size: PictureSize;
}

/** The picture of an interaction as a file of the course; undefined where it is missing or its size is not known. */
function pictureOf(interaction: XmlNode, scene: ItemScene): Picture | undefined {
  const found = pictureIn(interaction);
  const target = found === undefined ? undefined : scene.follow(found.address);
  if (found === undefined || target?.kind !== 'file') return undefined;
  const told = found.width > 0 && found.height > 0 ? { width: found.width, height: found.height } : undefined;
  const size = told ?? scene.sizes.get(target.path);
  return size === undefined
    ? undefined
    : { file: scene.files.use(target.path, target.name), alt: found.alt.slice(0, 2000), size };
}

function placesOf(nodes: readonly XmlNode[], size: PictureSize, question: string, scene: ItemScene) {
  return nodes.flatMap((node, n) => {
    const { identifier = '', shape = '', coords = '', hotspotLabel = '' } = node.attributes;
    const at = placeInPicture(shape, coords, size);
    if (at === undefined) return [];
    const place = {
      id: partOf(scene, question, identifier || String(n + 1)),
      label: lineOf(hotspotLabel, String(n + 1)),
      ...at,
    };
    return [{ identifier, place }];
  });
}

export function hotspotInteraction({ interaction, key, frame, scene }: Asked): QuestionInput | undefined {
  const picture = pictureOf(interaction, scene);
  const nodes = elementsBelow(interaction, 'hotspotChoice');
  if (picture === undefined) return undefined;
  const places = placesOf(nodes, picture.size, frame.id, scene);
  const right = places
    .filter(({ identifier }) => key.right.includes(identifier))
    .map(({ place }) => place.id);
  if (places.length < nodes.length || right.length === 0) return undefined;
  return {
    ...frame,
    type: 'hotspot',
    file: picture.file,
    alt: picture.alt,
    places: places.map(({ place }) => place),
    right,
  };
}

/** Any point inside an area that gives points is right. */
export function selectPointInteraction({
  interaction,
  response,
  frame,
  scene,
}: Asked): QuestionInput | undefined {
  const picture = pictureOf(interaction, scene);
  const areas = response.areas.filter(({ points }) => points > 0);
  if (picture === undefined || areas.length === 0) return undefined;
  const places = areas.flatMap(({ shape, coords }, n) => {
    const at: Place | undefined = placeInPicture(shape, coords, picture.size);
    return at === undefined
      ? []
      : [{ id: partOf(scene, frame.id, `area-${n + 1}`), label: lineOf(String(n + 1), '1'), ...at }];
  });
  if (places.length === 0) return undefined;
  return {
    ...frame,
    type: 'hotspot',
    file: picture.file,
    alt: picture.alt,
    places,
    right: places.map(({ id }) => id),
  };
}

/** Words or pictures to put on places of a picture. */
export function graphicGapMatchInteraction({
  interaction,
  key,
  frame,
  scene,
}: Asked): QuestionInput | undefined {
  const choices = elementsOf(interaction).filter(({ name }) => name === 'gapImg' || name === 'gapText');
  const rest = {
    ...interaction,
    children: interaction.children.filter((child) => typeof child === 'string' || !choices.includes(child)),
  };
  const picture = pictureOf(rest, scene);
  if (picture === undefined || choices.length === 0) return undefined;
  const places = placesOf(elementsBelow(interaction, 'associableHotspot'), picture.size, frame.id, scene);
  if (places.length === 0) return undefined;
  const items = choices.map((choice) => {
    const ident = choice.attributes['identifier'] ?? '';
    const right = places
      .filter(({ identifier }) => key.right.includes(`${ident} ${identifier}`))
      .map(({ place }) => place.id);
    return { id: partOf(scene, frame.id, ident), text: choiceText(choice, scene), places: right };
  });
  return {
    ...frame,
    type: 'drag',
    file: picture.file,
    alt: picture.alt,
    items,
    places: places.map(({ place }) => place),
  };
}

function choiceText(choice: XmlNode, scene: ItemScene): string {
  const found = choice.name === 'gapImg' ? pictureIn(choice) : undefined;
  if (found === undefined) return said(plainWords(choice), scene);
  const alt = choice.attributes['objectLabel'] ?? found.alt;
  const escape = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return said(`<img src="${escape(found.address)}" alt="${escape(alt)}"/>`, scene);
}
