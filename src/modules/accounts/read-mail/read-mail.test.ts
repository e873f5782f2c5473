import { expect, it } from 'vitest';
import { markMailFailed, markMailSent } from '../../../platform/mail/mail.queries.ts';
import { sendMail } from '../../../platform/mail/send-mail.ts';
import { accountsStage, signIn } from '../testing/stage.ts';

const stage = await accountsStage();
const { db } = stage;
await stage.person({ address: 'olive@example.org', name: 'Olive', roles: ['operator'] });
const browser = stage.browser();
await signIn(browser, 'olive@example.org');

const write = (subject: string) =>
  sendMail(db, stage.actor(), {
    to: 'awa@example.org',
    subject,
    text: `<b>${subject}</b>\n\nhttp://localhost:3000/en/sign-in/link/open?token=abc\nhttps://evil.example/x`,
    lang: 'ar',
  });
const waiting = await write('Waiting one');
const failed = await write('Failed one');
const sent = await write('Sent one');
await markMailFailed(db, failed, 'mail server says no');
await markMailSent(db, sent, stage.clock.now());

it('shows what waits, failed and was sent', async () => {
  const all = await browser.get('/en/operator/mail');
  for (const subject of ['Waiting one', 'Failed one', 'Sent one']) expect(all.html).toContain(subject);
  expect(all.html).toContain('MAIL_URL is not set');
  const only = await browser.get('/en/operator/mail?state=failed');
  expect(only.html).toContain('Failed one');
  expect(only.html).not.toContain('Waiting one');
});

it('shows a letter as text, with our own addresses to press', async () => {
  const shown = await browser.get(`/en/operator/mail/${waiting}`);
  expect(shown.html).toContain('&lt;b>Waiting one&lt;/b>');
  expect(shown.html).toContain('href="http://localhost:3000/en/sign-in/link/open?token=abc"');
  expect(shown.html).not.toContain('href="https://evil.example');
  expect(shown.html).toContain('dir="rtl"');
});

it('says why one failed, and keeps no words of one that went', async () => {
  expect((await browser.get(`/en/operator/mail/${failed}`)).html).toContain('mail server says no');
  const gone = await browser.get(`/en/operator/mail/${sent}`);
  expect(gone.html).toContain('not kept once it has been sent');
  expect(gone.html).not.toContain('token=abc');
});

it('says 404 for none', async () => {
  expect((await browser.get('/en/operator/mail/nothing')).status).toBe(404);
  expect((await browser.get('/en/operator/mail/00000000-0000-7000-8000-000000000000')).status).toBe(404);
});
