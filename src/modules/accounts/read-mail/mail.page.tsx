import type { Site } from '../../../platform/http/site.ts';
import { directionOf, isLang } from '../../../platform/i18n/languages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import type { StoredMail } from '../../../platform/mail/mail.queries.ts';
import { Definitions } from '../../../platform/ui/definitions.tsx';
import { Notice } from '../../../platform/ui/notice.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { StateChip } from './outbox.page.tsx';

export interface MailPageProps {
  readonly t: Translator;
  readonly site: Site;
  readonly mail: StoredMail;
}

export function MailPage({ t, site, mail }: MailPageProps) {
  const facts = [
    { term: t('accounts.mail.to'), value: <bdi dir="ltr">{mail.to}</bdi> },
    { term: t('accounts.mail.written'), value: t.moment(mail.createdAt) },
    ...(mail.sentAt ? [{ term: t('accounts.mail.sent-at'), value: t.moment(mail.sentAt) }] : []),
    ...(mail.tries > 0 ? [{ term: t('accounts.mail.tries'), value: t.number(mail.tries) }] : []),
  ];
  return (
    <>
      <Pagehead title={mail.subject} titleLang={mail.lang} actions={<StateChip t={t} mail={mail} />} />
      {mail.error !== null && <Notice tone="bad">{mail.error}</Notice>}
      <Definitions items={facts} />
      <div class="section">
        {mail.text === '' ? (
          <p class="soft">{t('accounts.mail.not-kept')}</p>
        ) : (
          <Words site={site} mail={mail} />
        )}
      </div>
    </>
  );
}

/** The plain text, with our own addresses to press. */
function Words({ site, mail }: { readonly site: Site; readonly mail: StoredMail }) {
  const dir = isLang(mail.lang) ? directionOf(mail.lang) : 'auto';
  return (
    <div class="letter" lang={mail.lang} dir={dir}>
      {mail.text.split('\n').map((line, at) => (
        <p key={at}>
          {line.startsWith(`${site.baseUrl}/`) ? (
            <a href={line} data-no-prefetch dir="ltr">
              {line}
            </a>
          ) : (
            line || '\u00a0'
          )}
        </p>
      ))}
    </div>
  );
}
