import { isMailAddress } from './outgoing-mail.ts';
import type { OutgoingMail } from './mailer.ts';

/** MAIL_URL or MAIL_FROM has a value that cannot be used; the message is one line that names it. */
export class MailSettingWrong extends Error {
  override name = 'MailSettingWrong';
}

/** The mail server that MAIL_URL names. */
export interface SmtpAddress {
  readonly host: string;
  readonly port: number;
  readonly user?: string;
  readonly password?: string;
  /**
   * `at-once`: encrypted from the first byte (smtps). `must`: STARTTLS or nothing. `may`: STARTTLS where offered, with any certificate.
   * `never`: for a server on the same trusted network.
   */
  readonly encryption: 'at-once' | 'must' | 'may' | 'never';
}

/**
 * Reads `smtp://user:password@host:587` or `smtps://user:password@host:465`. A password travels encrypted only: with
 * one, smtp:// insists on STARTTLS, except with `?tls=0` or to this machine itself.
 * @throws MailSettingWrong without repeating the password
 */
export function readMailUrl(text: string): SmtpAddress {
  const url = URL.parse(text.trim());
  if (!url || !/^smtps?:$/.test(url.protocol) || !url.hostname)
    throw wrongUrl('it is no address of a mail server (an @ or / in the password is written %40 or %2F)');
  if (url.username && !url.password) throw wrongUrl('it has a user without a password');
  if (!/^\/?$/.test(url.pathname)) throw wrongUrl('it has a path, which a mail server has not');
  for (const name of url.searchParams.keys())
    if (name !== 'tls') throw wrongUrl(`"${name}" is unknown (known: tls)`);
  const tls = url.searchParams.get('tls') ?? '';
  if (!['', '0', '1'].includes(tls)) throw wrongUrl('tls must be 0 or 1');
  const atOnce = url.protocol === 'smtps:';
  if (atOnce && tls === '0') throw wrongUrl('smtps:// is encrypted: take smtp:// for tls=0');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const secret = url.username !== '' && !/^(localhost|127\..*|::1)$/.test(host);
  const must = tls === '1' || secret;
  return {
    host,
    port: Number(url.port) || (atOnce ? 465 : url.username ? 587 : 25),
    ...(url.username && { user: decoded(url.username), password: decoded(url.password) }),
    encryption: atOnce ? 'at-once' : tls === '0' ? 'never' : must ? 'must' : 'may',
  };
}

/** Reads `Name <address>` or a bare address. @throws MailSettingWrong */
export function readMailFrom(text: string): OutgoingMail['from'] {
  const [, name = '', inside] = /^ *"?([^"<>\p{Cc}]*?)"? *<([^<>]*)> *$/u.exec(text) ?? [];
  const address = (inside ?? text).trim();
  if (!isMailAddress(address))
    throw new MailSettingWrong(
      'MAIL_FROM cannot be used: expected an address such as Passerelle <no-reply@example.org>',
    );
  return { name: name.trim(), address };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw wrongUrl('a % in the user or password is written %25');
  }
}

function wrongUrl(why: string): MailSettingWrong {
  return new MailSettingWrong(
    `MAIL_URL cannot be used: ${why}. Expected smtp://user:password@host:587 or smtps://user:password@host:465`,
  );
}
