import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { systemActor } from '../actor.ts';
import { transact } from '../db/transact.ts';
import { testDatabase } from '../testing/database.ts';
import { testTools } from '../testing/web.ts';
import { deleteMailTo, mailById, mailPage, mailTo } from './mail.queries.ts';
import { mailerFromUrl } from './mailer-from-url.ts';
import { forgetMailJob, sendMailJob } from './send-mail.job.ts';
import { sendMail } from './send-mail.ts';
import { mailServer } from './testing/mail-server.ts';

const database = await testDatabase();
const { db } = database;
const server = await mailServer();
afterAll(() => server.close());

const outbox = testTools(database, { messages: [] });
const actor = systemActor('test', outbox.clock.now(), outbox.ids);
const mailUrl = `smtp://127.0.0.1:${server.port}`;
const sending = {
  ...outbox,
  config: { ...outbox.config, mailUrl },
  mailer: mailerFromUrl(mailUrl, outbox.config.mailFrom, { store: async () => undefined }),
};
afterAll(() => sending.mailer.close());

const mail = { to: 'awa@example.org', subject: 'Your code', text: '123456', html: '<p>123456', lang: 'en' };
const run = (tools: typeof outbox, id: string) =>
  sendMailJob.run({ tools, db, actor, signal: new AbortController().signal }, { id });
const store = (to = mail.to) => transact(db, (inner) => sendMail(inner, actor, { ...mail, to }));

describe('sendMail', () => {
  beforeEach(() => deleteMailTo(db, [mail.to, 'later@example.org', 'nobody@example.org']));

  it('keeps nothing when the deed is undone', async () => {
    const failing = transact(db, async (inner) => {
      await sendMail(inner, actor, mail);
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await mailTo(db, [mail.to])).toEqual([]);
  });

  it('stays in the outbox, words and all, where there is no mail server', async () => {
    const id = await store();
    await run(outbox, id);
    expect(await mailById(db, id)).toMatchObject({ text: '123456', sentAt: null, error: null });
    expect((await mailPage(db, 9, { state: 'waiting' })).map((each) => each.id)).toContain(id);
  });

  it('is sent once, and its words are not kept', async () => {
    const id = await store();
    await run(sending, id);
    await run(sending, id);
    expect(server.arrived.filter(({ to }) => to.includes(mail.to))).toHaveLength(1);
    expect(await mailById(db, id)).toMatchObject({ text: '', sentAt: actor.now, tries: 1 });
  });

  it('is tried again when that may help, and says why it waits', async () => {
    const id = await store('later@example.org');
    await expect(run(sending, id)).rejects.toMatchObject({ retryable: true });
    const kept = await mailById(db, id);
    expect(kept).toMatchObject({ text: '123456', sentAt: null, tries: 1 });
    expect(kept?.error).toContain('mailbox busy');
  });

  it('keeps no link to unsubscribe either, which opens what somebody follows', async () => {
    const unsubscribeUrl = 'https://example.org/stop?token=secret';
    const id = await transact(db, (inner) => sendMail(inner, actor, { ...mail, unsubscribeUrl }));
    expect(await mailById(db, id)).toMatchObject({ unsubscribeUrl });
    await run(sending, id);
    expect(JSON.stringify(await mailById(db, id))).not.toContain('secret');
  });

  it('is given up when nothing would help', async () => {
    const id = await store('nobody@example.org');
    await run(sending, id);
    expect((await mailById(db, id))?.error).toContain('no such mailbox');
    expect((await mailPage(db, 9, { state: 'failed' })).map((each) => each.id)).toContain(id);
  });

  it('is forgotten after three months', async () => {
    const id = await store();
    const later = { ...actor, now: new Date(actor.now.getTime() + 91 * 86_400_000) };
    await forgetMailJob.run({ tools: outbox, db, actor: later, signal: new AbortController().signal }, {});
    expect(await mailById(db, id)).toBeUndefined();
  });
});
