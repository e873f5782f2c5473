import type { Lang } from '../../../platform/i18n/languages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { absoluteUrl, type Query, type Site } from '../../../platform/http/site.ts';
import { mailLayout } from '../../../platform/mail/mail-layout.ts';
import type { Mail } from '../../../platform/mail/mailer.ts';

/** What a use case needs to write to somebody in their own language. */
export interface Letters {
  readonly translators: Readonly<Record<Lang, Translator>>;
  readonly site: Site;
}

/** Letters that lead somewhere, and the page they lead to. */
const destinations = {
  'sign-up': '/sign-up/link',
  known: '/sign-in',
  'sign-in': '/sign-in/link/open',
  reset: '/reset-password/choose',
  unknown: '/sign-up',
  'password-changed': '/account',
  'passkey-added': '/account/passkeys',
  'passkey-removed': '/account/passkeys',
  'two-factor-on': '/account/two-factor',
  'two-factor-off': '/account/two-factor',
  'address-added': '/account/addresses',
  'address-removed': '/account/addresses',
} as const;

type Destination = keyof typeof destinations;
/** `address` carries a code to type, `address-taken` only tells. */
export type LetterAbout = Destination | 'address' | 'address-taken';

export interface LetterOrder {
  readonly about: LetterAbout;
  readonly to: string;
  readonly lang: Lang;
  readonly values?: Readonly<Record<string, string | number>>;
  readonly query?: Query;
  /** Digits to type. */
  readonly code?: string;
}

/** The mail in its reader's language, with one thing to do. */
export function letter({ translators, site }: Letters, order: LetterOrder): Mail {
  const { about, lang, values = {}, code } = order;
  const t = translators[lang];
  const subject = t(`accounts.letter.${about}.subject`, { site: site.name, ...values });
  const action = hasDestination(about)
    ? {
        label: t(`accounts.letter.${about}.action`),
        url: absoluteUrl(site, lang, destinations[about], order.query),
      }
    : undefined;
  const words = mailLayout({
    lang,
    dir: t.dir,
    brand: site.name,
    title: subject,
    paragraphs: [t(`accounts.letter.${about}.text`, { site: site.name, ...values })],
    ...(action && { action }),
    ...(code !== undefined && { code }),
    footer: [t('accounts.letter.why', { address: order.to, site: site.name }), site.baseUrl],
  });
  return { to: order.to, subject, lang, ...words };
}

const hasDestination = (about: LetterAbout): about is Destination => about in destinations;
