import { describe, expect, it } from 'vitest';
import { mailLayout, type MailWords } from './mail-layout.ts';
import { readMailFrom, readMailUrl } from './mail-settings.ts';
import { mailerFromUrl } from './mailer-from-url.ts';
import type { Mail, OutgoingMail } from './mailer.ts';
import { isMailAddress, outgoingMail } from './outgoing-mail.ts';

const from = { name: 'Passerelle', address: 'no-reply@example.org' };
const mail: Mail = { to: 'awa@example.org', subject: 'Bonjour', text: 'Bonjour.', lang: 'fr' };

describe('readMailUrl', () => {
  it.each([
    ['smtp://relay', { host: 'relay', port: 25, encryption: 'may' }],
    ['smtp://relay:2525?tls=1', { host: 'relay', port: 2525, encryption: 'must' }],
    ['smtp://relay?tls=0', { host: 'relay', port: 25, encryption: 'never' }],
    [
      'smtp://a:b@mail.example.org',
      { host: 'mail.example.org', port: 587, user: 'a', password: 'b', encryption: 'must' },
    ],
    ['smtp://a:b@mail.example.org:587/?tls=0', { user: 'a', port: 587, encryption: 'never' }],
    ['smtp://a:b@127.0.0.1:1025', { port: 1025, encryption: 'may' }],
    [
      'smtps://me%40x.org:p%2Fw@mail.example.org',
      { user: 'me@x.org', password: 'p/w', port: 465, encryption: 'at-once' },
    ],
  ])('reads %s', (text, expected) => expect(readMailUrl(text)).toMatchObject(expected));

  it.each([
    ['http://mail', 'no address of a mail server'],
    ['mail.example.org', 'no address of a mail server'],
    ['smtp://a:s3cret/x@mail', 'no address of a mail server'],
    ['smtp://a@mail', 'a user without a password'],
    ['smtp://a:s3cret@mail/inbox', 'it has a path'],
    ['smtp://a:s3cret@mail?ssl=1', '"ssl" is unknown'],
    ['smtp://a:s3cret@mail?tls=yes', 'tls must be 0 or 1'],
    ['smtps://a:s3cret@mail?tls=0', 'smtps:// is encrypted'],
    ['smtp://a:s3cret%ZZ@mail', 'written %25'],
  ])('refuses %s in one line that names MAIL_URL and no password', (text, why) => {
    let message = '';
    try {
      readMailUrl(text);
    } catch (error) {
      message = (error as Error).message;
    }
    expect(message).toMatch(/^MAIL_URL cannot be used: [^\n]+$/);
    expect(message).toContain(why);
    expect(message).not.toContain('s3cret');
  });
});

describe('readMailFrom', () => {
  it.each([
    ['Passerelle <no-reply@example.org>', from],
    ['"Pass, Bridge" <a@b.org>', { name: 'Pass, Bridge', address: 'a@b.org' }],
    ['a@b.org', { name: '', address: 'a@b.org' }],
    ['Passerelle <no-reply@localhost>', { name: 'Passerelle', address: 'no-reply@localhost' }],
  ])('reads %s', (text, expected) => expect(readMailFrom(text)).toEqual(expected));
  it.each(['Passerelle', '<>', 'a@b.org, c@d.org', 'A <a@b.org> <c@d.org>', 'A\n <a@b.org>'])(
    'refuses %j',
    (text) => expect(() => readMailFrom(text)).toThrow(/^MAIL_FROM cannot be used/),
  );
});

describe('outgoingMail', () => {
  it.each([
    'a@b.org, c@d.org',
    'a@b.org\r\nBcc: c@d.org',
    'A <a@b.org>',
    '"a b"@c.org',
    'a@b@c.org',
    'a@b..org',
    '.a@b.org',
    '',
    `${'a'.repeat(250)}@b.org`,
  ])('refuses the recipient %j', (to) => {
    expect(isMailAddress(to)).toBe(false);
    expect(() => outgoingMail({ ...mail, to }, from)).toThrow(/is not a mail address/);
  });
  it.each([
    'a@b.org',
    'first.last+tag@sub.example.org',
    'żółw@example.org',
    'x@例え.jp',
    "o'neil@example.org",
  ])('takes %s', (to) => expect(isMailAddress(to)).toBe(true));
  it.each([
    [{ Bcc: 'spy@example.org' }, 'the header "Bcc"'],
    [{ 'Content-Type': 'text/html' }, 'the header "Content-Type"'],
    [{ 'X-A': 'b\r\nBcc: spy@example.org' }, 'more than one line'],
    [{ 'X-A: b\r\nBcc': 'spy' }, 'is not for a mail to set'],
  ])('refuses the headers %j', (headers, why) => {
    expect(() => outgoingMail({ ...mail, headers: headers as Record<string, string> }, from)).toThrow(why);
  });
  it('refuses no subject, no language, and an unsubscribe address that is none', () => {
    expect(() => outgoingMail({ ...mail, subject: ' \r\n ' }, from)).toThrow('no subject');
    expect(() => outgoingMail({ ...mail, lang: 'fr\r\nX: y' }, from)).toThrow('no language');
    expect(() => outgoingMail({ ...mail, unsubscribeUrl: 'javascript:x' }, from)).toThrow('unsubscribe');
  });
});

describe('mailerFromUrl', () => {
  it('keeps mails in the outbox without MAIL_URL, checked as if they were sent', async () => {
    const stored: OutgoingMail[] = [];
    const outbox = { store: (one: OutgoingMail) => Promise.resolve(void stored.push(one)) };
    const mailer = mailerFromUrl(' ', 'Passerelle <no-reply@example.org>', outbox);
    await mailer.send({ ...mail, unsubscribeUrl: 'https://example.org/stop' });
    await expect(mailer.send({ ...mail, to: 'a@b.org, c@d.org' })).rejects.toMatchObject({
      code: 'bad-mail',
    });
    expect(stored).toHaveLength(1);
    expect(stored[0]).toMatchObject({ from, to: 'awa@example.org', subject: 'Bonjour', lang: 'fr' });
    expect(stored[0]?.headers['List-Unsubscribe']).toBe('<https://example.org/stop>');
    expect(await mailer.verify()).toContain('MAIL_URL is not set');
  });
  it('refuses a wrong setting before anything is sent', () => {
    const outbox = { store: () => Promise.resolve() };
    expect(() => mailerFromUrl('http://x', 'a@b.org', outbox)).toThrow('MAIL_URL');
    expect(() => mailerFromUrl(undefined, 'nobody', outbox)).toThrow('MAIL_FROM');
  });
});

describe('mailLayout', () => {
  const words: MailWords = {
    lang: 'ar',
    dir: 'rtl',
    brand: 'Passerelle',
    title: 'Titre <b>&',
    paragraphs: ['Un', 'Deux "guillemets"'],
    code: '123456',
    action: { label: 'Ouvrir', url: 'https://example.org/a?b=1&c=2' },
    links: [{ label: 'Cours', url: 'https://example.org/c', note: 'dès lundi' }],
    footer: ['Pourquoi ce message.'],
    footerLinks: [{ label: 'Changer', url: 'https://example.org/change' }],
    unsubscribe: { label: 'Ne plus recevoir', url: 'https://example.org/stop' },
  };

  it('says the same in text and in HTML', () => {
    const { text, html } = mailLayout(words);
    for (const part of [
      'Un',
      '123456',
      'Ouvrir',
      'Cours',
      'dès lundi',
      'Pourquoi ce message.',
      'Changer',
      'Ne plus recevoir',
    ]) {
      expect(text).toContain(part);
      expect(html).toContain(part);
    }
    expect(text).toContain('Ouvrir\nhttps://example.org/a?b=1&c=2\n');
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toContain('href="https://example.org/a?b=1&amp;c=2"');
  });

  it('escapes what people wrote, and loads nothing', () => {
    const { html } = mailLayout(words);
    expect(html).toContain('Titre &lt;b&gt;&amp;');
    expect(html).toContain('Deux &quot;guillemets&quot;');
    expect(html).not.toMatch(/<img|<script|<link|@import|url\(/);
  });

  it('leaves out what is absent', () => {
    const { lang, dir, brand, title } = words;
    const { text, html } = mailLayout({ lang, dir, brand, title, paragraphs: ['Un'], footer: [] });
    expect(text).toBe('Titre <b>&\n\nUn\n\n-- \nPasserelle\n');
    expect(html).not.toContain('<a ');
    expect(html).not.toContain('undefined');
  });

  it('refuses a link that is no web address', () => {
    expect(() => mailLayout({ ...words, action: { label: 'x', url: 'javascript:alert(1)' } })).toThrow(
      'not a web address',
    );
  });
});
