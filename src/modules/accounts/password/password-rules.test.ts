import { describe, expect, it } from 'vitest';
import { leakedPasswords } from './leaked-passwords.ts';
import { hashPassword, isPassword } from './hash-password.ts';
import { wrongWithPassword } from './password-rules.ts';

const isCommon = await leakedPasswords();
const owner = { name: 'Aminata Diallo', address: 'aminata.d@example.org' };
const wrong = (password: string) => wrongWithPassword(password, owner, isCommon);

describe('a password', () => {
  it.each([
    'seven green kayaks',
    'ни пуха ни пера',
    '学习使人进步真的很好吗',
    'horse-staple-9',
    'zzzq 8812 mmn',
  ])('may be %s', (password) => expect(wrong(password)).toBeUndefined());

  it.each([
    ['nine sign', 'accounts.password.too-short'],
    ['😀😀😀😀😀😀😀😀😀', 'accounts.password.too-short'],
    ['x'.repeat(201), 'accounts.password.too-long'],
    ['password123', 'accounts.password.too-common'],
    ['PassWord123', 'accounts.password.too-common'],
    ['qwertyuiop', 'accounts.password.too-common'],
    ['pass word 123', 'accounts.password.too-common'],
    ['sunshine2026!', 'accounts.password.too-common'],
    ['aaaaaaaaaaaa', 'accounts.password.too-common'],
    ['abcabcabcabc', 'accounts.password.too-common'],
    ['Aminata Diallo', 'accounts.password.too-personal'],
    ['aminata.d@example.org', 'accounts.password.too-personal'],
    ['aminatadiallo1', 'accounts.password.too-personal'],
  ])('may not be %s', (password, key) => expect(wrong(password)).toBe(key));
});

describe('the hash of a password', () => {
  it('knows its password, however it is composed, and no other', async () => {
    const kept = await hashPassword('un café à Orléans');
    expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(await isPassword(kept, 'un cafe\u0301 a\u0300 Orle\u0301ans')).toBe(true);
    expect(await isPassword(kept, 'un cafe a Orleans')).toBe(false);
  });

  it('is never that of nobody', async () => {
    expect(await isPassword(undefined, 'nobody has this password')).toBe(false);
  });
});
