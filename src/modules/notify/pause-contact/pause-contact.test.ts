import { afterAll, describe, expect, it } from 'vitest';
import { mailServer } from '../../../platform/mail/testing/mail-server.ts';
import { announce } from '../announce/announce.ts';
import { follow } from '../follow/follow.ts';
import { notifyStage } from '../testing/stage.ts';

const server = await mailServer();
afterAll(() => server.close());
const stage = await notifyStage({ smtpPort: server.port });
const { deed } = stage;

describe('letters that nobody takes', () => {
  it('stop after three in a row, say so, and go on when their reader says so', async () => {
    // the mail server of the tests refuses this recipient for good
    const address = 'nobody@example.org';
    const reader = await stage.person(address);
    await deed((inner) => follow(inner, reader, stage.wish({ by: { account: true } })));
    const tell = async (key: string) => {
      await deed((inner) => announce(inner, stage.actor(), [stage.news(key)]));
      await stage.deliverAtOnce();
      await stage.sendLetters();
      return (await stage.letters(address)).length;
    };
    expect([await tell('1'), await tell('2'), await tell('3')]).toEqual([1, 2, 3]);
    expect(await tell('4')).toBe(3);
    const browser = stage.browser();
    await stage.signIn(browser, address);
    const page = await browser.get('/en/account/following');
    expect(page.html).toContain('Nothing is sent there just now');
    const contact = /name="contact" value="([^"]+)"/.exec(page.html)?.[1] ?? '';
    const resumed = await browser.post('/en/account/following/resume', { contact });
    expect(resumed.html).not.toContain('Nothing is sent there just now');
    expect(await tell('5')).toBe(4);
  });

  it('are not those of a mail server that is busy', async () => {
    const reader = await stage.person('later@example.org');
    await deed((inner) => follow(inner, reader, stage.wish({ by: { account: true } })));
    for (const key of ['b1', 'b2', 'b3', 'b4']) {
      await deed((inner) => announce(inner, stage.actor(), [stage.news(key)]));
      await stage.deliverAtOnce();
      await stage.sendLetters().catch(() => undefined);
    }
    expect(await stage.letters('later@example.org')).toHaveLength(4);
  });
});
