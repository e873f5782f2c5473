import { readMailFrom, readMailUrl } from './mail-settings.ts';
import type { Mailer, Outbox, OutgoingMail } from './mailer.ts';
import { outgoingMail } from './outgoing-mail.ts';
import { smtpMailer } from './smtp-mailer.ts';

/**
 * The mailer that MAIL_URL names; without one, mails are kept in the outbox. Nothing is connected yet.
 * @param mailFrom `Passerelle <no-reply@example.org>`
 * @throws MailSettingWrong
 */
export function mailerFromUrl(mailUrl: string | undefined, mailFrom: string, outbox: Outbox): Mailer {
  const from = readMailFrom(mailFrom);
  const text = mailUrl?.trim() ?? '';
  return text === '' ? outboxMailer(from, outbox) : smtpMailer(readMailUrl(text), from);
}

/** Keeps every mail where operators can read it; checks it as if it were sent. */
export function outboxMailer(from: OutgoingMail['from'], outbox: Outbox): Mailer {
  return {
    send: async (mail) => outbox.store(outgoingMail(mail, from)),
    verify: () =>
      Promise.resolve('MAIL_URL is not set: mail is kept in the outbox, which operators can read'),
    close: () => undefined,
  };
}
