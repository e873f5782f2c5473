import { describe, expect, it } from 'vitest';
import { systemActor } from '../../../platform/actor.ts';
import { accountsStage, who } from '../testing/stage.ts';
import { operatorCommand } from './operator.command.ts';

const stage = await accountsStage();

async function run(words: string[], options: Record<string, string | true> = {}) {
  const said: string[] = [];
  const actor = systemActor('operator', stage.clock.now(), stage.ids);
  const scene = { tools: stage.tools, db: stage.db, actor, say: (line: string) => void said.push(line) };
  const answer = await operatorCommand.run({ ...scene, progress: () => undefined }, { words, options });
  return { said, answer };
}

async function open(link: string) {
  const browser = stage.browser();
  await browser.post('/en/sign-in/link/open', { token: link.split('token=')[1] ?? '' });
  return who(browser);
}

describe('passerelle operator', () => {
  it('makes an account where there is none, and prints a link that works once', async () => {
    const { answer, said } = await run(['first@example.org'], { name: 'First', lang: 'fr' });
    expect(answer).toMatchObject({ ok: true, created: true });
    const link = said.at(-1) ?? '';
    expect(link).toMatch(/^http:\/\/localhost:3000\/fr\/sign-in\/link\/open\?token=[\w-]{43}$/);
    expect(await open(link)).toMatchObject({ kind: 'person', name: 'First', roles: ['operator'] });
    expect((await open(link)).kind).toBe('visitor');
  });

  it('gives the role to an account that is there, and keeps its others', async () => {
    await stage.person({ address: 'milo@example.org', roles: ['moderator'] });
    const { answer, said } = await run(['MILO@example.org']);
    expect(answer).toMatchObject({ created: false });
    expect((await open(said.at(-1) ?? '')).roles).toEqual(['operator', 'moderator']);
    expect((await run(['milo@example.org'])).answer).toMatchObject({ ok: true });
  });

  it('says what it wants', async () => {
    await expect(run([])).rejects.toThrow('you@example.org');
    await expect(run(['nobody'])).rejects.toThrow('you@example.org');
    await expect(run(['a@example.org'], { lang: 'xx' })).rejects.toThrow('xx is not one of ours');
  });
});
