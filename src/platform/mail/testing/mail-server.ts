import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

/** A real mail server on 127.0.0.1, for tests. */
export interface MailServer {
  readonly port: number;
  /** What arrived: envelope and the whole mail as it travelled. */
  readonly arrived: { from: string; to: string[]; raw: string; secure: boolean }[];
  /** Sessions ever opened. */
  sessions(): number;
  close(): Promise<void>;
}

/** Knows `anna` with password `p@ss`; takes every recipient but `nobody@...` (550) and `later@...` (450). */
export async function mailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const arrived: MailServer['arrived'] = [];
  let sessions = 0;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onConnect(_session, done) {
      sessions += 1;
      done();
    },
    onAuth(auth, _session, done) {
      const known = auth.username === 'anna' && auth.password === 'p@ss';
      done(known ? null : refusal(535, 'wrong password'), known ? { user: 'anna' } : undefined);
    },
    onRcptTo({ address }, _session, done) {
      if (address.startsWith('nobody@')) return done(refusal(550, 'no such mailbox'));
      if (address.startsWith('later@')) return done(refusal(450, 'mailbox busy'));
      done();
    },
    onData(stream, session, done) {
      const { mailFrom, rcptTo } = session.envelope;
      void text(stream).then((raw) => {
        if (raw.includes('X-Spam: yes')) return done(refusal(554, 'looks like spam'));
        const from = mailFrom ? mailFrom.address : '';
        arrived.push({ from, to: rcptTo.map((one) => one.address), raw, secure: session.secure });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.server.address() as AddressInfo).port,
    arrived,
    sessions: () => sessions,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** An error that the server answers with this code. */
export function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}
