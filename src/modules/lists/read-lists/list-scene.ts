import type { Site } from '../../../platform/http/site.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';

/** What every page of lists is written with. */
export interface ListScene {
  readonly t: Translator;
  readonly site: Site;
  readonly now: Date;
}
