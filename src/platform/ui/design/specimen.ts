import type { ComponentChildren } from 'preact';
import type { Translator } from '../../i18n/translator.ts';
import type { SampleTexts } from './sample-texts.ts';

/** What a specimen is drawn with: words of the kit, words of the sample, and a prefix for ids. */
export interface Setting {
  readonly t: Translator;
  readonly say: SampleTexts;
  readonly id: string;
}

/** One group of elements on the style page, under the names of its components. */
export interface Specimen {
  readonly name: string;
  readonly draw: (setting: Setting) => ComponentChildren;
}
