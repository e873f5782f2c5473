import { xmlElement } from '../../../../platform/xml/xml-text.ts';
import { type TargetLinks, targetText } from '../target-text.ts';

/** What writing an item may ask for. */
export interface ItemScene {
  readonly links: TargetLinks;
  /** Address and size of a picture. */
  picture(id: string): { address: string; width: number; height: number } | undefined;
  note(code: string, values?: Readonly<Record<string, string | number>>): void;
}

/** What of an item differs by its type. */
export interface ItemBody {
  /** Declarations of responses. */
  readonly declared: string;
  /** Inside of the body; the prompt stands in it. */
  readonly body: string;
  /** Conditions, tried one after the other, and the share of the points that each gives. Empty: a person looks at it. */
  readonly marks: readonly Mark[];
  /** Words for an answer: by identifier of a choice, or under a condition. */
  readonly feedback?: readonly { readonly id: string; readonly when: string; readonly text: string }[];
  /** Several fields, each with its marks: what they give is added. */
  readonly added?: boolean;
  /** Instead of marks: what the declared mapping gives, and a share that is there from the beginning. */
  readonly mapped?: { readonly begin: number };
}

export interface Mark {
  readonly when: string;
  readonly share: number;
}

export const element = (
  name: string,
  inside: string | readonly string[],
  attributes: Readonly<Record<string, string | undefined>> = {},
): string => xmlElement(`qti-${name}`, typeof inside === 'string' ? [inside] : inside, attributes);

/** Identifiers begin with a letter there. */
export const named = (id: string): string => `n-${id}`;

export const words = (html: string, { links }: ItemScene): string => targetText(html, links);

export const prompt = (html: string, scene: ItemScene): string => element('prompt', words(html, scene));

const value = (text: string): string => xmlElement('qti-value', text);

export interface Declared {
  readonly id?: string;
  readonly cardinality: 'single' | 'multiple' | 'ordered';
  readonly type: 'identifier' | 'string' | 'float' | 'directedPair' | 'file';
  /** Right values; none: a person decides. */
  readonly right?: readonly string[];
  readonly mapping?: Mapping;
}

/** Points of single values; the sum stays above `least` and below `most`. */
export interface Mapping {
  readonly points: readonly (readonly [value: string, points: number])[];
  readonly least: number;
  readonly most: number;
}

const mappingOf = ({ points, least, most }: Mapping): string =>
  element(
    'mapping',
    points.map(([key, worth]) =>
      element('map-entry', '', { 'map-key': key, 'mapped-value': decimal(worth) }),
    ),
    { 'lower-bound': decimal(least), 'upper-bound': decimal(most), 'default-value': '0' },
  );

export const decimal = (value: number): string => String(Math.round(value * 1e6) / 1e6);

/** The declaration of a response, by default of the only one. */
export const declare = ({ id = 'RESPONSE', cardinality, type, right = [], mapping }: Declared): string =>
  element(
    'response-declaration',
    [
      right.length === 0 ? '' : element('correct-response', right.map(value)),
      mapping === undefined ? '' : mappingOf(mapping),
    ],
    { identifier: id, cardinality, 'base-type': type },
  );

export const variable = (id = 'RESPONSE'): string => element('variable', '', { identifier: id });

export const baseValue = (type: string, text: string): string =>
  xmlElement('qti-base-value', text, { 'base-type': type });

/** Condition: the response is the declared one. */
export const isRight = (id = 'RESPONSE'): string =>
  element('match', [variable(id), element('correct', '', { identifier: id })]);

export const anyOf = (conditions: readonly string[]): string =>
  conditions.length === 1 ? (conditions[0] ?? '') : element('or', conditions);
