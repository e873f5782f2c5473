/** One thing to choose, in words. */
export interface FieldOption {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

interface EveryField {
  /** Name of the property in the content. */
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** Left empty, the property is left out. */
  readonly optional?: boolean;
}

export interface LineField extends EveryField {
  readonly kind: 'line';
  readonly dir?: 'ltr';
}
/** Several lines of plain words. */
export interface WordsField extends EveryField {
  readonly kind: 'words';
  readonly rows: number;
  readonly dir?: 'ltr';
}
/** A course text, written as Markdown, or with formatting where there is a script. */
export interface TextField extends EveryField {
  readonly kind: 'text';
  readonly rows: number;
  /** Whether a picture can be sent along with the form. */
  readonly pictures?: boolean;
}
export interface NumberField extends EveryField {
  readonly kind: 'number';
  readonly min?: number;
  readonly max?: number;
  /** What one of the content is in the field: 100 for a share that is written in percent. */
  readonly scale?: number;
}
export interface CheckField extends EveryField {
  readonly kind: 'check';
}
export interface ChooseField extends EveryField {
  readonly kind: 'choose';
  readonly options: readonly FieldOption[];
}
/** Any number of these: an array of their values. */
export interface SeveralField extends EveryField {
  readonly kind: 'several';
  readonly options: readonly FieldOption[];
}
/** One a line: an array of texts. */
export interface LinesField extends EveryField {
  readonly kind: 'lines';
  readonly rows: number;
}
/** Numbers between commas: an array. */
export interface NumbersField extends EveryField {
  readonly kind: 'numbers';
}
/** A file of the course: its id. */
export interface FileField extends EveryField {
  readonly kind: 'file';
  readonly accept: string;
  /** Whether it is one of the films and recordings that the scene offers. */
  readonly film?: boolean;
}
/** Rows of the same fields: an array of objects. */
export interface RowsField extends EveryField {
  readonly kind: 'rows';
  readonly fields: readonly ContentField[];
  readonly add: string;
  /** "Choice 2" */
  readonly one: (n: number) => string;
  /** Rows have a lasting id. */
  readonly ids: boolean;
  /** Rows that an empty form begins with. */
  readonly begin?: number;
  /** The order has no meaning, or is no business of this form. */
  readonly fixed?: boolean;
}
/** Fields of an object inside the object. */
export interface GroupField extends EveryField {
  readonly kind: 'group';
  readonly fields: readonly ContentField[];
  /** `folded`: rarely needed, closed until it is opened or something in it is wrong; `bare`: without a frame. */
  readonly look?: 'folded' | 'bare';
  /** Its properties belong to the object itself: the group is one on the page alone. */
  readonly flat?: boolean;
}

/** How a property of some content is written in a form. */
export type ContentField =
  | LineField
  | WordsField
  | TextField
  | NumberField
  | CheckField
  | ChooseField
  | SeveralField
  | LinesField
  | NumbersField
  | FileField
  | RowsField
  | GroupField;

/** What stands in a form: texts by name, and again forms. Beside a text, `NAME:html` holds it where it came formatted. */
export interface Filled {
  readonly [name: string]: string | readonly string[] | Filled | readonly Filled[] | undefined;
}

export const textIn = (filled: Filled, name: string): string => {
  const value = filled[name];
  return typeof value === 'string' ? value : '';
};

export const textsIn = (filled: Filled, name: string): readonly string[] => {
  const value = filled[name];
  if (typeof value === 'string') return value === '' ? [] : [value];
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
};

export const rowsIn = (filled: Filled, name: string): readonly Filled[] => {
  const value = filled[name];
  return Array.isArray(value) ? value.filter((each): each is Filled => typeof each === 'object') : [];
};

export const groupIn = (filled: Filled, name: string): Filled => {
  const value = filled[name];
  return typeof value === 'object' && !Array.isArray(value) ? (value as Filled) : {};
};
