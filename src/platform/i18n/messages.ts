import type { Lang } from './languages.ts';

/**
 * All message keys. Each module adds its own beside its texts:
 * `declare module '.../platform/i18n/messages.ts' { interface Messages extends Record<keyof typeof en, true> {} }`.
 */
export interface Messages {}
export type MessageKey = keyof Messages & string;

export type PluralForms = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;
/** A text with `{name}` places, or one such text for each plural category of the language, chosen by `n`. */
export type MessageText = string | PluralForms;
export type MessageSet = Readonly<Record<Lang, Readonly<Record<string, MessageText>>>>;
export type MessageValues = Readonly<Record<string, string | number>>;

type Piece = string | { readonly name: string };
export type CompiledMessage = { readonly pieces: Piece[] } | { readonly plural: Map<string, Piece[]> };

const place = /\{(\w+)\}/;

function compileText(text: string): Piece[] {
  return text
    .split(/(\{\w+\})/)
    .filter((piece) => piece !== '')
    .map((piece) => {
      const name = place.exec(piece)?.[1];
      return name === undefined ? piece : { name };
    });
}

export function compileMessage(text: MessageText): CompiledMessage {
  if (typeof text === 'string') return { pieces: compileText(text) };
  return { plural: new Map(Object.entries(text).map(([category, form]) => [category, compileText(form)])) };
}
