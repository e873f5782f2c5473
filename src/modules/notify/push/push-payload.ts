import type { Translator } from '../../../platform/i18n/translator.ts';
import { absoluteUrl, type Site } from '../../../platform/http/site.ts';
import { sayNews } from '../say-news/say-news.ts';
import type { PushLetter } from './push-letters.queries.ts';

/** What the worker in the browser shows (src/client/push-worker.ts). */
export interface PushPayload {
  readonly title: string;
  readonly body: string;
  /** Where a press leads. */
  readonly url: string;
  /** The same message again takes the place of the first. */
  readonly tag: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
}

/** Push services take 4 KB with encryption and all; a longer body is not shown anyway. */
const longestBody = 300;
const mostLines = 3;

export function pushPayload(t: Translator, site: Site, letter: PushLetter): PushPayload {
  const { news } = letter;
  const said = news.slice(0, mostLines).map((each) => sayNews(t, each));
  const [first] = news;
  const many = news.length > 1;
  const body = many ? said.join('\n') : (said[0] ?? '');
  return {
    title: many ? t('notify.letter.several', { n: news.length }) : site.name,
    body: body.length > longestBody ? `${body.slice(0, longestBody - 1)}…` : body,
    url: absoluteUrl(site, t.lang, many ? '/following' : (first?.path ?? '/following')),
    tag: letter.id,
    lang: t.lang,
    dir: t.dir,
  };
}
