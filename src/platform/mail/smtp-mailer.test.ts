import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { SMTPServerOptions } from 'smtp-server';
import { afterEach, describe, expect, it } from 'vitest';
import type { SmtpAddress } from './mail-settings.ts';
import type { Mail, Mailer } from './mailer.ts';
import { smtpMailer } from './smtp-mailer.ts';
import { mailServer, refusal, type MailServer } from './testing/mail-server.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function server(options: SMTPServerOptions = {}): Promise<MailServer> {
  const started = await mailServer(options);
  closing.push(started.close);
  return started;
}

function mailer(port: number, address: Partial<SmtpAddress> = {}): Mailer {
  const from = { name: 'Pass, "the" Bridge', address: 'no-reply@example.org' };
  const times = { connectMs: 300, silenceMs: 300 };
  const made = smtpMailer({ host: '127.0.0.1', port, encryption: 'may', ...address }, from, times);
  closing.push(made.close);
  return made;
}

const mail: Mail = { to: 'awa@example.org', subject: 'Votre code', text: 'Le code est 123456.', lang: 'fr' };
const signedIn = { user: 'anna', password: 'p@ss' };

/** A header of a mail as it travelled, its folded lines joined. */
function header(raw: string, name: string): string | undefined {
  const head = raw.slice(0, raw.indexOf('\r\n\r\n')).replaceAll(/\r\n[ \t]+/g, ' ');
  return new RegExp(`^${name}: (.*)$`, 'im').exec(head)?.[1];
}

describe('smtpMailer', () => {
  it('sends text and HTML to one address, with sender, language and unsubscribe', async () => {
    const { port, arrived } = await server();
    await mailer(port).send({
      ...mail,
      html: '<p>Le code est 123456.</p>',
      headers: { 'List-Id': '<alerts.example.org>' },
      unsubscribeUrl: 'https://example.org/stop?t=1',
    });
    const [first] = arrived;
    const raw = first?.raw ?? '';
    expect(first).toMatchObject({ from: 'no-reply@example.org', to: ['awa@example.org'] });
    expect(header(raw, 'From')).toBe('"Pass, \\"the\\" Bridge" <no-reply@example.org>');
    expect(header(raw, 'To')).toBe('awa@example.org');
    expect(header(raw, 'Content-Language')).toBe('fr');
    expect(header(raw, 'Auto-Submitted')).toBe('auto-generated');
    expect(header(raw, 'List-Id')).toBe('<alerts.example.org>');
    expect(header(raw, 'List-Unsubscribe')).toBe('<https://example.org/stop?t=1>');
    expect(header(raw, 'List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
    expect(header(raw, 'Content-Type')).toMatch(/^multipart\/alternative/);
    expect(raw.indexOf('text/plain')).toBeLessThan(raw.indexOf('text/html'));
  });

  it('writes subjects of every language so that they can be read back', async () => {
    const { port, arrived } = await server();
    const subject = 'Новые курсы · دورات جديدة · 新课程 · déjà';
    await mailer(port).send({ ...mail, subject });
    const words = [
      ...(header(arrived[0]?.raw ?? '', 'Subject') ?? '').matchAll(/=\?UTF-8\?([BQ])\?(.*?)\?=/gi),
    ];
    const bytes = words.map(([, form, data = '']) =>
      form?.toUpperCase() === 'B'
        ? Buffer.from(data, 'base64')
        : Buffer.from(
            data
              .replaceAll('_', ' ')
              .replaceAll(/=([0-9A-F]{2})/gi, (_all, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
            'latin1',
          ),
    );
    expect(Buffer.concat(bytes).toString('utf8')).toBe(subject);
  });

  it('lets nobody add a header or a recipient through a subject', async () => {
    const { port, arrived } = await server();
    await mailer(port).send({ ...mail, subject: 'Hello\r\nBcc: spy@example.org\r\n\r\nbody' });
    expect(arrived[0]?.to).toEqual(['awa@example.org']);
    expect(header(arrived[0]?.raw ?? '', 'Bcc')).toBeUndefined();
    expect(header(arrived[0]?.raw ?? '', 'Subject')).toBe('Hello Bcc: spy@example.org body');
  });

  it('keeps its connection for the next mail', async () => {
    const running = await server();
    const one = mailer(running.port);
    await one.send(mail);
    await one.send(mail);
    expect(running.sessions()).toBe(1);
    expect(running.arrived).toHaveLength(2);
  });

  it('signs in', async () => {
    const { port, arrived } = await server({ authOptional: false });
    const one = mailer(port, signedIn);
    expect(await one.verify()).toBe(`mail goes through 127.0.0.1:${port} as anna`);
    await one.send(mail);
    expect(arrived).toHaveLength(1);
  });

  it('encrypts where it is offered, whatever the certificate, when plain text would do too', async () => {
    const { port, arrived } = await server({ disabledCommands: [] });
    await mailer(port).send(mail);
    expect(arrived[0]?.secure).toBe(true);
  });
});

describe('what fails says why', () => {
  const failing = async (one: Mailer, what: Partial<Mail> = {}): Promise<{ code: string; message: string }> =>
    one.send({ ...mail, ...what }).then(
      () => ({ code: 'sent', message: '' }),
      (error: { code: string; message: string }) => error,
    );

  it('a recipient, by name, for good or for now', async () => {
    const { port } = await server();
    const one = mailer(port);
    expect(await failing(one, { to: 'nobody@example.org' })).toMatchObject({
      code: 'recipient',
      retryable: false,
      message: `127.0.0.1:${port} refuses the recipient nobody@example.org. It says: 550 no such mailbox`,
    });
    expect(await failing(one, { to: 'later@example.org' })).toMatchObject({
      code: 'recipient',
      retryable: true,
    });
  });

  it('a mail that the server does not like', async () => {
    const { port } = await server();
    expect(await failing(mailer(port), { headers: { 'X-Spam': 'yes' } })).toMatchObject({
      code: 'message',
      retryable: false,
      message: `127.0.0.1:${port} refuses the mail. It says: 554 looks like spam`,
    });
  });

  it('a sender', async () => {
    const { port } = await server({ onMailFrom: (_from, _session, done) => done(refusal(553, 'not yours')) });
    const failure = await failing(mailer(port));
    expect(failure.code).toBe('sender');
    expect(failure.message).toMatch(
      /^MAIL_FROM: .* refuses the sender no-reply@example\.org\. It says: 553 not yours/,
    );
  });

  it('a password, without repeating it', async () => {
    const { port } = await server();
    const one = mailer(port, { ...signedIn, password: 'wr0ng' });
    const failure = await failing(one);
    expect(failure).toMatchObject({ code: 'auth', retryable: false });
    expect(failure.message).toMatch(/^MAIL_URL: .* refuses the user or password/);
    expect(failure.message).not.toContain('wr0ng');
    await expect(one.verify()).rejects.toMatchObject({ code: 'auth' });
  });

  it('no encryption where it must be, before the password is sent', async () => {
    let asked = 0;
    const { port } = await server({
      onAuth: (_auth, _session, done) => {
        asked += 1;
        done(null, { user: 'anna' });
      },
    });
    const failure = await failing(mailer(port, { ...signedIn, encryption: 'must' }));
    expect(failure).toMatchObject({ code: 'tls', retryable: false });
    expect(failure.message).toContain('offers no encryption, so nothing is sent: take smtps://');
    expect(asked).toBe(0);
  });

  it('smtps to a server that begins unencrypted', async () => {
    const { port } = await server();
    expect(await failing(mailer(port, { encryption: 'at-once' }))).toMatchObject({ code: 'tls' });
  });

  it.each([
    ['must', { disabledCommands: [] }],
    ['at-once', { secure: true }],
  ] as [SmtpAddress['encryption'], SMTPServerOptions][])(
    'a certificate that nobody vouches for (%s)',
    async (encryption, options) => {
      const { port, arrived } = await server(options);
      const failure = await failing(mailer(port, { encryption }));
      expect(failure.message).toMatch(/^MAIL_URL: the certificate of 127\.0\.0\.1:\d+ is not valid/);
      expect(arrived).toEqual([]);
    },
  );

  it('nobody there, and a server that says nothing', async () => {
    const gone = await mailServer();
    await gone.close();
    expect(await failing(mailer(gone.port))).toMatchObject({ code: 'connect', retryable: true });
    await expect(mailer(gone.port).verify()).rejects.toThrow(/^MAIL_URL: no mail server answers at/);
    const silent = createServer((socket) => void closing.push(() => socket.destroy()));
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    closing.push(() => silent.close());
    expect(await failing(mailer((silent.address() as AddressInfo).port))).toMatchObject({ code: 'connect' });
  });
});
