import sharp from 'sharp';
import { qtiReader } from '../qti/qti-reader.ts';
import { archiveOf } from './archive-of.ts';
import { questionsOf, readChecked } from './read-checked.ts';

/** Pieces of items of QTI 2, and asking them. */
export const item = (id: string, declarations: string, body: string, rest = '') =>
  `<?xml version="1.0"?><assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="${id}" title="Item ${id}" adaptive="false" timeDependent="false">${declarations}<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/><itemBody>${body}</itemBody>${rest}</assessmentItem>`;
export const declare = (cardinality: string, baseType: string, inside: string, id = 'R') =>
  `<responseDeclaration identifier="${id}" cardinality="${cardinality}" baseType="${baseType}">${inside}</responseDeclaration>`;
export const correct = (...values: readonly string[]) =>
  `<correctResponse>${values.map((value) => `<value>${value}</value>`).join('')}</correctResponse>`;
export const mapping = (entries: Readonly<Record<string, number>>) =>
  `<mapping>${Object.entries(entries)
    .map(([key, value]) => `<mapEntry mapKey="${key}" mappedValue="${value}"/>`)
    .join('')}</mapping>`;
export const template = (name: string) =>
  `<responseProcessing template="http://www.imsglobal.org/question/qti_v2p1/rptemplates/${name}"/>`;
export const choices = (...ids: readonly string[]) =>
  ids.map((id) => `<simpleChoice identifier="${id}">${id.toUpperCase()}</simpleChoice>`).join('');
export const associable = (...ids: readonly string[]) =>
  ids
    .map((id) => `<simpleAssociableChoice identifier="${id}" matchMax="1">${id}</simpleAssociableChoice>`)
    .join('');

export async function ask(...items: readonly string[]) {
  const png = await sharp({ create: { width: 200, height: 100, channels: 3, background: '#fff' } })
    .png()
    .toBuffer();
  const files = Object.fromEntries(items.map((xml, n) => [`items/i${n}.xml`, xml]));
  const read = await readChecked(qtiReader, archiveOf({ ...files, 'items/map.png': png }));
  return { read, questions: questionsOf(read), items: read.items };
}
