import { absoluteUrl, type Site } from '../../../platform/http/site.ts';
import { type Lang, isLang } from '../../../platform/i18n/languages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { mailLayout } from '../../../platform/mail/mail-layout.ts';
import type { Mail } from '../../../platform/mail/mailer.ts';

/** What a letter is written with. */
export interface Letters {
  readonly translators: Readonly<Record<Lang, Translator>>;
  readonly site: Site;
}

export const eventLetters = ['confirm', 'seated', 'waiting', 'moved', 'cancelled', 'reminder'] as const;
export type EventLetter = (typeof eventLetters)[number];

export interface LetterFacts {
  readonly slug: string;
  readonly title: string;
  readonly startsAt: Date;
  readonly zone: string;
  readonly place: string | null;
  readonly link: string | null;
}

export interface LetterReader {
  readonly address: string;
  readonly lang: string;
  /** Path of their registration, with its secret; the page of the event where the secret is not known any more. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
}

/** A letter about an event in its reader's language: what, when on the clock of the place, where, and one thing to do. */
export function eventLetter(
  { translators, site }: Letters,
  about: EventLetter,
  event: LetterFacts,
  reader: LetterReader,
): Mail {
  const lang = isLang(reader.lang) ? reader.lang : 'en';
  const t = translators[lang];
  const subject = t(`editorial.event.letter.${about}.subject`, { title: event.title });
  const knowsLink = (about === 'seated' || about === 'reminder' || about === 'moved') && event.link !== null;
  const words = mailLayout({
    lang,
    dir: t.dir,
    brand: site.name,
    title: subject,
    paragraphs: [
      t(`editorial.event.letter.${about}.text`),
      t.moment(event.startsAt, event.zone),
      ...(event.place === null ? [] : [event.place]),
      ...(knowsLink ? [event.link ?? ''] : []),
    ],
    action: {
      label: t(`editorial.event.letter.${about}.action`),
      url: absoluteUrl(site, lang, reader.path, reader.query ?? {}),
    },
    links: [
      {
        label: t('editorial.event.calendar'),
        url: absoluteUrl(site, lang, `/events/${encodeURIComponent(event.slug)}/event.ics`),
      },
    ],
    footer: [t('editorial.event.letter.why', { site: site.name }), site.baseUrl],
  });
  return { to: reader.address, subject, lang, ...words };
}
