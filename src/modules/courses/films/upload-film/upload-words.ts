import type { Translator } from '../../../../platform/i18n/translator.ts';

/** Where the island sends a film to, and what it says meanwhile: attributes of the element that it takes hold of. */
export const uploadWords = (t: Translator, address: string) => ({
  'data-film-upload': address,
  'data-resuming': t('courses.films.upload.resuming'),
  'data-sending': t('courses.films.upload.sending', { percent: '{percent}' }),
  'data-offline': t('courses.films.upload.offline'),
  'data-paused': t('courses.films.upload.paused'),
  'data-failed': t('courses.films.upload.failed'),
  'data-done': t('courses.films.upload.done'),
});
