import type { Translator } from '../../../platform/i18n/translator.ts';
import { absoluteUrl, type Site } from '../../../platform/http/site.ts';
import { mailLayout, type MailWords } from '../../../platform/mail/mail-layout.ts';
import type { Mail } from '../../../platform/mail/mailer.ts';
import type { NewsBody, Pace } from '../contract.ts';
import { type KeptNews, sayNews } from '../say-news/say-news.ts';

export interface NewsLetter {
  readonly to: string;
  readonly pace: Pace;
  readonly news: readonly (KeptNews & {
    readonly path: string;
    readonly title: string | null;
    readonly body?: NewsBody | null;
  })[];
  /** Secret that opens the reader's own page. */
  readonly secret: string;
  /** Of a person with an account: their news stand on the site too. */
  readonly hasAccount: boolean;
}

const mostLines = 40;
const mostTitles = 5;

/** All the news that were due together, in their reader's language, with the way to stop. */
export function newsLetter(t: Translator, site: Site, letter: NewsLetter): Mail {
  const { pace, news, secret, to } = letter;
  const url = (path: string, token?: string) => absoluteUrl(site, t.lang, path, { token });
  const subject = subjectOf(t, pace, news);
  const following = letter.hasAccount ? url('/account/following') : url('/following', secret);
  const stop = url('/following/stop', secret);
  const words = mailLayout({
    lang: t.lang,
    dir: t.dir,
    brand: site.name,
    title: subject,
    ...contentOf(t, letter, url, letter.hasAccount ? url('/account/news') : following),
    footer: [whyOf(t, site, letter), site.baseUrl],
    footerLinks: [{ label: t('notify.letter.manage'), url: following }],
    unsubscribe: {
      label: t(pace === 'at-once' ? 'notify.letter.stop' : 'notify.letter.stop-all'),
      url: stop,
    },
  });
  const headers = { 'List-Id': `<following.${new URL(site.baseUrl).hostname}>` };
  return { to, subject, lang: t.lang, headers, unsubscribeUrl: stop, ...words };
}

type Content = Pick<MailWords, 'paragraphs' | 'links' | 'action'>;

/** One piece of news with its button, in full where it is a whole letter; several as lines, as far as anybody reads. */
function contentOf(
  t: Translator,
  { news }: NewsLetter,
  url: (path: string) => string,
  restUrl: string,
): Content {
  const [only] = news;
  if (only && news.length === 1) {
    const { body, path } = only;
    return {
      paragraphs: body?.paragraphs ?? [],
      links: (body?.lines ?? []).map((line) => ({ ...line, url: url(line.path) })),
      action: { label: t('notify.letter.see'), url: url(path) },
    };
  }
  const more = news.length - mostLines;
  return {
    paragraphs: [t('notify.letter.lead')],
    links: news.slice(0, mostLines).map((each) => ({ label: sayNews(t, each), url: url(each.path) })),
    ...(more > 0 && { action: { label: t('notify.letter.more', { n: more }), url: restUrl } }),
  };
}

/** How many there are, all of them; one alone speaks for itself. */
function subjectOf(t: Translator, pace: Pace, news: NewsLetter['news']): string {
  const [only] = news;
  const n = news.length;
  if (only && n === 1) return sayNews(t, only);
  if (pace === 'daily') return t('notify.letter.daily', { n });
  return pace === 'weekly' ? t('notify.letter.weekly', { n }) : t('notify.letter.several', { n });
}

/** Which of what one follows this letter is about. */
function whyOf(t: Translator, site: Site, { to, news }: NewsLetter): string {
  const titles = [...new Set(news.flatMap((each) => each.title ?? []))];
  if (titles.length === 0) return t('notify.letter.why-other', { address: to, site: site.name });
  const shown = titles.slice(0, mostTitles);
  if (titles.length > mostTitles) shown.push('…');
  return t('notify.letter.why', { address: to, site: site.name, titles: t.list(shown) });
}
