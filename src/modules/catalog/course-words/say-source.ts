import type { Translator } from '../../../platform/i18n/translator.ts';

export interface SaidSource {
  readonly format: string;
  /** Set where a platform has several sources of one format. */
  readonly name: string;
}

/** Where facts were read, as a reader would say it; how machines call that format is left to operators. */
export function saySource(t: Translator, source: SaidSource, platform: string): string {
  const place = placeOf(t, source.format, platform);
  return source.name === '' ? place : `${place} (${source.name})`;
}

function placeOf(t: Translator, format: string, platform: string): string {
  if (format === 'correction') return t('catalog.course.corrected-by-hand');
  if (format === 'sample') return t('catalog.source.sample');
  if (format === 'csv') return t('catalog.source.list', { platform });
  if (format === 'schema-org') return t('catalog.source.pages', { platform });
  return t('catalog.source.catalogue', { platform });
}
