import type { Translator } from '../../../platform/i18n/translator.ts';
import { absoluteUrl, type Site } from '../../../platform/http/site.ts';
import { mailLayout } from '../../../platform/mail/mail-layout.ts';
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
  const lines = news.slice(0, mostLines).map((each) => ({ label: sayNews(t, each), url: url(each.path) }));
  const subject = subjectOf(t, pace, lines);
  const more = news.length - lines.length;
  const [only] = news;
  const single = only !== undefined && news.length === 1 ? { url: url(only.path) } : undefined;
  const following = letter.hasAccount ? url('/account/following') : url('/following', secret);
  const rest = {
    label: t('notify.letter.more', { n: more }),
    url: letter.hasAccount ? url('/account/news') : following,
  };
  const stop = url('/following/stop', secret);
  const words = mailLayout({
    lang: t.lang,
    dir: t.dir,
    brand: site.name,
    title: subject,
    ...(only?.body && single
      ? {
          paragraphs: only.body.paragraphs,
          links: only.body.lines.map(({ path, ...line }) => ({ ...line, url: url(path) })),
          action: { label: t('notify.letter.see'), ...single },
        }
      : single
        ? { paragraphs: [], action: { label: t('notify.letter.see'), ...single } }
        : { paragraphs: [t('notify.letter.lead')], links: lines, ...(more > 0 && { action: rest }) }),
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

function subjectOf(t: Translator, pace: Pace, lines: readonly { readonly label: string }[]): string {
  const [only] = lines;
  if (only && lines.length === 1) return only.label;
  const n = lines.length;
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
