import type { RecordReader } from './record-reader.ts';
import { lheoName } from './lheo-vocabulary.ts';
import type { XmlElement } from './xml-elements.ts';

/** An element of LHEO by its right name, without extras. */
export interface LheoElement {
  readonly name: string;
  readonly numero?: string;
  readonly text: string;
  readonly children: readonly LheoElement[];
}

/** Where an element's content goes in the document, for those whose misspelling matters most. */
const documentField: Readonly<Record<string, string>> = {
  'intitule-formation': 'title',
  'objectif-formation': 'summary',
  'contenu-formation': 'description',
  'resultats-attendus': 'outcomes',
  certifiante: 'certificate',
  'domaine-formation': 'subjects',
  'code-FORMACODE': 'subjects',
  'code-ROME': 'subjects',
  'code-NSF': 'subjects',
  session: 'runs',
  action: 'runs',
  periode: 'runs',
  'langue-formation': 'languages',
  'organisme-formation-responsable': 'providers',
  'nom-organisme': 'providers',
};

/** "-" is what the standard's users write into an obligatory element that has nothing to say. */
const nothing = /^[-–—.\s]*$/;

/**
 * The tree by the standard's names: misspelt tags are corrected and noted, extras and unknown elements left out with
 * all that is in them.
 */
export function lheoTree(reader: RecordReader, element: XmlElement): LheoElement {
  const children = element.children.flatMap((child) => {
    const meant = lheoName(child.name);
    if (meant === undefined || meant.name === 'extras' || meant.name === 'extra') return [];
    if (meant.corrected) {
      reader.note(documentField[meant.name] ?? 'record', `read <${child.name}> as ${meant.name}`);
    }
    return [{ ...lheoTree(reader, child), name: meant.name }];
  });
  const numero = element.attributes['numero']?.trim();
  const text = nothing.test(element.text) ? '' : element.text;
  return { name: element.name, text, children, ...(numero ? { numero } : {}) };
}

/** The elements at the end of a path of names below this one. */
export function elementsAt(element: LheoElement, ...path: readonly string[]): readonly LheoElement[] {
  return path.reduce<readonly LheoElement[]>(
    (parents, name) => parents.flatMap((parent) => parent.children.filter((child) => child.name === name)),
    [element],
  );
}

/** The texts there that say something. */
export function textsAt(element: LheoElement, ...path: readonly string[]): readonly string[] {
  return elementsAt(element, ...path)
    .map((one) => one.text)
    .filter((text) => text !== '');
}

export function textAt(element: LheoElement, ...path: readonly string[]): string | undefined {
  return textsAt(element, ...path)[0];
}
