import type { Translator } from '../../../platform/i18n/translator.ts';
import { absoluteUrl, type Site } from '../../../platform/http/site.ts';
import { mailLayout } from '../../../platform/mail/mail-layout.ts';
import type { Mail } from '../../../platform/mail/mailer.ts';
import type { Wish } from './wishes.queries.ts';

/** Asks the owner of an address whether the wish is theirs. */
export function confirmLetter(t: Translator, site: Site, wish: Wish, secret: string): Mail {
  const subject = t('notify.confirm.subject', { title: wish.title });
  const words = mailLayout({
    lang: t.lang,
    dir: t.dir,
    brand: site.name,
    title: subject,
    paragraphs: [t('notify.confirm.text', { title: wish.title, site: site.name })],
    action: {
      label: t('notify.confirm.action'),
      url: absoluteUrl(site, t.lang, '/following/confirm', { token: secret }),
    },
    footer: [t('notify.confirm.why', { address: wish.address, site: site.name }), site.baseUrl],
  });
  return { to: wish.address, subject, lang: t.lang, ...words };
}
