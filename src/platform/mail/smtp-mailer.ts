import { createTransport } from 'nodemailer';
import type { Mailer, OutgoingMail } from './mailer.ts';
import type { SmtpAddress } from './mail-settings.ts';
import { outgoingMail } from './outgoing-mail.ts';
import { smtpFailure } from './smtp-failure.ts';

export interface SmtpTimes {
  /** In milliseconds. */
  readonly connectMs: number;
  readonly silenceMs: number;
}

const patient: SmtpTimes = { connectMs: 20_000, silenceMs: 60_000 };

/** Sends through a mail server, over few connections that stay open between mails. */
export function smtpMailer(server: SmtpAddress, from: OutgoingMail['from'], times = patient): Mailer {
  const { host, port, encryption, user, password } = server;
  const transport = createTransport({
    pool: true,
    maxConnections: 2,
    host,
    port,
    secure: encryption === 'at-once',
    requireTLS: encryption === 'must',
    ignoreTLS: encryption === 'never',
    // Where plain text would do as well, encryption to whoever answers is still better than none.
    tls: { rejectUnauthorized: encryption !== 'may' },
    ...(user !== undefined && password !== undefined && { auth: { user, pass: password } }),
    connectionTimeout: times.connectMs,
    greetingTimeout: times.connectMs,
    socketTimeout: times.silenceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return {
    async send(mail) {
      const { to, lang: _, ...out } = outgoingMail(mail, from);
      try {
        // As an object an address is taken as it is; as a text it would be read as a list.
        await transport.sendMail({
          ...out,
          from: { ...from },
          to: { name: '', address: to },
          headers: { ...out.headers },
        });
      } catch (error) {
        throw smtpFailure(error, server, from.address);
      }
    },
    async verify() {
      try {
        await transport.verify();
      } catch (error) {
        throw smtpFailure(error, server, from.address);
      }
      return `mail goes through ${host}:${port}${user === undefined ? '' : ` as ${user}`}`;
    },
    close: () => transport.close(),
  };
}
