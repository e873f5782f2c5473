import { xmlElement } from '../../../../platform/xml/xml-text.ts';
import type { QuestionOf } from '../../content/questions.ts';
import type { ProblemScene } from './problem-responses.ts';

type Place = QuestionOf<'hotspot'>['places'][number];
type Point = readonly [number, number];

/** Corners in percent; an ellipse as sixteen of them. */
function cornersOf({ shape, at }: Place): Point[] {
  const [x = 0, y = 0, width = 0, height = 0] = at;
  if (shape === 'polygon')
    return at.flatMap((value, index) => (index % 2 === 0 ? [[value, at[index + 1] ?? 0] as const] : []));
  return Array.from({ length: 16 }, (_, step) => {
    const turn = (step * Math.PI) / 8;
    return [x + (width / 2) * (1 + Math.cos(turn)), y + (height / 2) * (1 + Math.sin(turn))] as const;
  });
}

/** A place on a picture, in its pixels; the wrong places are no places there. */
export function hotspotResponse(
  { file, alt, places, right }: QuestionOf<'hotspot'>,
  scene: ProblemScene,
  solution: string,
): string | undefined {
  const picture = scene.picture(file);
  if (picture === undefined) return undefined;
  const pixel = ([x, y]: Point): string =>
    `${Math.round((x * picture.width) / 100)},${Math.round((y * picture.height) / 100)}`;
  const rightPlaces = places.filter(({ id }) => right.includes(id));
  if (rightPlaces.length < places.length) scene.note('wrong-places-left-out');
  const rectangles = rightPlaces.flatMap(({ shape, at: [x = 0, y = 0, width = 0, height = 0] }) =>
    shape === 'rectangle' ? [`(${pixel([x, y])})-(${pixel([x + width, y + height])})`] : [],
  );
  const rounded = rightPlaces.filter(({ shape }) => shape !== 'rectangle');
  if (rounded.some(({ shape }) => shape === 'ellipse')) scene.note('ellipse-as-corners');
  const regions = rounded.map((place) =>
    cornersOf(place)
      .map((corner) => `[${pixel(corner)}]`)
      .join(','),
  );
  const input = xmlElement('imageinput', [], {
    src: picture.address,
    alt,
    width: String(picture.width),
    height: String(picture.height),
    rectangle: rectangles.length > 0 ? rectangles.join(';') : undefined,
    regions: regions.length > 0 ? `[${regions.map((region) => `[${region}]`).join(',')}]` : undefined,
  });
  return xmlElement('imageresponse', [input, solution]);
}
