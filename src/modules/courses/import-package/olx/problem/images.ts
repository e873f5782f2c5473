import { z } from 'zod';
import { elementsBelow, type XmlNode } from '../../../../../platform/xml/xml-tree.ts';
import { assetNameOf } from '../course-files.ts';
import { jsonIn } from '../json-attribute.ts';
import { percentOf, pictureSize } from '../picture-size.ts';
import { isBlank, shownInside } from './problem-text.ts';
import type { AskedField, ResponseReader, ResponseScene } from './response.ts';

interface Place {
  id: string;
  label: string;
  shape: 'rectangle' | 'polygon';
  at: number[];
}

/** Points on a picture, in rectangles or regions; without the picture there is nothing to point at. */
export const readImage: ResponseReader = async (response, scene) => {
  const fields: AskedField[] = [];
  for (const input of elementsBelow(response, 'imageinput')) {
    const field = await hotspotOf(input, scene);
    if (field === undefined) return undefined;
    fields.push(isBlank(shownInside(input)) ? { field } : { field, prompt: scene.text(shownInside(input)) });
  }
  return fields.length > 0 ? fields : undefined;
};

async function hotspotOf(
  { attributes }: XmlNode,
  scene: ResponseScene,
): Promise<AskedField['field'] | undefined> {
  const src = attributes['src'] ?? '';
  const name = assetNameOf(src);
  const file = name === undefined ? undefined : scene.leaf.files.use(name);
  if (name === undefined || file === undefined) {
    scene.note({ code: 'picture-needed', values: { name: (name ?? src).slice(0, 120) } });
    return undefined;
  }
  const given = {
    width: Number.parseFloat(attributes['width'] ?? ''),
    height: Number.parseFloat(attributes['height'] ?? ''),
  };
  const size = given.width > 0 && given.height > 0 ? given : await pictureSize(name, scene.leaf);
  if (size === undefined) return undefined;
  const shapes = [
    ...rectanglesIn(attributes['rectangle'] ?? '', size),
    ...regionsIn(attributes['regions'], size),
  ];
  const places = shapes
    .slice(0, 50)
    .map((shape, at) => ({ ...shape, id: `place-${at + 1}`, label: String(at + 1) }));
  if (places.length === 0) return undefined;
  return { type: 'hotspot', file, alt: attributes['alt'] ?? '', places, right: places.map(({ id }) => id) };
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** `(10,20)-(30,40);(50,60)-(70,80)`, corners in any order. */
function rectanglesIn(text: string, { width, height }: Size): Pick<Place, 'shape' | 'at'>[] {
  const corners = text.matchAll(
    /[([]\s*([\d.]+)\s*,\s*([\d.]+)\s*[)\]]\s*-\s*[([]\s*([\d.]+)\s*,\s*([\d.]+)\s*[)\]]/g,
  );
  return [...corners].map((match) => {
    const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = match.slice(1).map(Number);
    const [left, top] = [percentOf(Math.min(x1, x2), width), percentOf(Math.min(y1, y2), height)];
    const [right, bottom] = [percentOf(Math.max(x1, x2), width), percentOf(Math.max(y1, y2), height)];
    return { shape: 'rectangle', at: [left, top, rounded(right - left), rounded(bottom - top)] };
  });
}

const rounded = (value: number): number => Math.round(value * 100) / 100;
const points = z.array(z.tuple([z.number(), z.number()])).min(3);

/** `[[[10,10],[20,30],[40,10]], ...]`, or one region without the outer brackets. */
function regionsIn(text: string | undefined, { width, height }: Size): Pick<Place, 'shape' | 'at'>[] {
  const one = jsonIn(text, points);
  const regions = one === undefined ? (jsonIn(text, z.array(points)) ?? []) : [one];
  return regions.map((region) => ({
    shape: 'polygon',
    at: region.slice(0, 100).flatMap(([x, y]) => [percentOf(x, width), percentOf(y, height)]),
  }));
}
