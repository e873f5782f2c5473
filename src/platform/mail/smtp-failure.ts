import type { SmtpAddress } from './mail-settings.ts';
import { MailFailed } from './mailer.ts';

/** What nodemailer puts on its errors. */
interface SmtpError extends Error {
  readonly code?: string;
  /** Of the socket below. */
  readonly originalCode?: string;
  readonly command?: string;
  readonly response?: string;
  readonly responseCode?: number;
  readonly rejected?: readonly string[];
  readonly rejectedErrors?: readonly SmtpError[];
}

/** An error of the mail library as one line that says what to do. */
export function smtpFailure(error: unknown, server: SmtpAddress, from: string): MailFailed {
  const known = error instanceof Error ? (error as SmtpError) : undefined;
  if (!known) return new MailFailed('connect', `No mail can be sent: ${String(error)}.`, true, error);
  const where = `${server.host}:${server.port}`;
  const said = known.response ? ` It says: ${short(known.response)}` : '';
  const later = known.responseCode !== undefined && known.responseCode >= 400 && known.responseCode < 500;
  if (known.rejected && known.rejected.length > 0) return recipientFailure(known, where);
  if (known.code === 'EAUTH')
    return new MailFailed('auth', `MAIL_URL: ${where} refuses the user or password.${said}`, later, error);
  if (isTlsError(known)) return tlsFailure(known, server, where);
  if (known.command === 'MAIL FROM')
    return new MailFailed('sender', `MAIL_FROM: ${where} refuses the sender ${from}.${said}`, later, error);
  if (known.responseCode === undefined)
    return new MailFailed(
      'connect',
      `MAIL_URL: no mail server answers at ${where} (${short(known.message)}).`,
      true,
      error,
    );
  if (later) return new MailFailed('busy', `${where} takes no mail just now.${said}`, true, error);
  return new MailFailed('message', `${where} refuses the mail.${said}`, false, error);
}

function recipientFailure(error: SmtpError, where: string): MailFailed {
  const inner = error.rejectedErrors?.[0] ?? error;
  const code = inner.responseCode ?? error.responseCode ?? 550;
  const said = inner.response ?? error.response ?? error.message;
  const sentence = `${where} refuses the recipient ${error.rejected?.[0]}. It says: ${short(said)}`;
  return new MailFailed('recipient', sentence, code < 500, error);
}

const notEncrypted = /WRONG_VERSION|ERR_SSL|EPROTO/;
const badCertificate = /CERT|SELF_SIGNED|UNABLE_TO_|HOSTNAME_MISMATCH/;

function isTlsError({ code, originalCode = '' }: SmtpError): boolean {
  return code === 'ETLS' || notEncrypted.test(originalCode) || badCertificate.test(originalCode);
}

function tlsFailure(error: SmtpError, server: SmtpAddress, where: string): MailFailed {
  if (badCertificate.test(error.originalCode ?? '')) {
    const sentence = `MAIL_URL: the certificate of ${where} is not valid (${short(error.message)}).`;
    return new MailFailed('tls', sentence, false, error);
  }
  const advice =
    server.encryption === 'at-once'
      ? 'take smtp:// if it begins unencrypted'
      : 'take smtps://, or add ?tls=0 if the network between is trusted';
  const sentence = `MAIL_URL: ${where} offers no encryption, so nothing is sent: ${advice}.`;
  return new MailFailed('tls', sentence, false, error);
}

function short(text: string): string {
  const line = text.replace(/[\p{Cc}\s]+/gu, ' ').trim();
  return line.length > 200 ? `${line.slice(0, 197)}...` : line;
}
