import type { QuestionOf } from '../../content/questions.ts';
import { xmlElement } from '../../../../platform/xml/xml-text.ts';
import {
  baseValue,
  declare,
  element,
  type ItemBody,
  type ItemScene,
  named,
  prompt,
  variable,
} from './item-parts.ts';

type Place = QuestionOf<'hotspot'>['places'][number];

/** Shape and coordinates in pixels: corners of a rectangle, middle and radii of an ellipse, points of a polygon. */
function outlineOf({ shape, at }: Place, width: number, height: number): { shape: string; coords: string } {
  const pixels = at.map((value, index) => Math.round((value * (index % 2 === 0 ? width : height)) / 100));
  const [x = 0, y = 0, across = 0, down = 0] = pixels;
  if (shape === 'polygon') return { shape: 'poly', coords: pixels.join(',') };
  if (shape === 'rectangle') return { shape: 'rect', coords: [x, y, x + across, y + down].join(',') };
  const radii = [Math.round(across / 2), Math.round(down / 2)];
  return { shape: 'ellipse', coords: [x + (radii[0] ?? 0), y + (radii[1] ?? 0), ...radii].join(',') };
}

/** A place on a picture; undefined where the picture is not there. */
export function placeItem(question: QuestionOf<'hotspot'>, scene: ItemScene): ItemBody | undefined {
  const picture = scene.picture(question.file);
  if (picture === undefined) return undefined;
  const { address, width, height } = picture;
  const image = xmlElement('img', [], {
    src: address,
    alt: question.alt,
    width: String(width),
    height: String(height),
  });
  const places = question.places.map((place) =>
    element('hotspot-choice', '', {
      identifier: named(place.id),
      ...outlineOf(place, width, height),
      'hotspot-label': place.label,
    }),
  );
  const right = question.right.map(named);
  const among = element(
    'multiple',
    right.map((id) => baseValue('identifier', id)),
  );
  return {
    declared: declare({ cardinality: 'single', type: 'identifier', right: right.slice(0, 1) }),
    body: element('hotspot-interaction', [prompt(question.prompt, scene), image, ...places], {
      'response-identifier': 'RESPONSE',
      'max-choices': '1',
    }),
    marks: [{ when: element('member', [variable(), among]), share: 1 }],
  };
}
