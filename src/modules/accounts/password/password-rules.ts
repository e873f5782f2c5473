import { addressKey } from '../address-key.ts';

export const shortestPassword = 10;
/** Longer ones would only make the hash work harder for nobody's good. */
export const longestPassword = 200;

/** Whose password it is: one that can be read off the account protects nothing. */
export interface Owner {
  readonly name: string;
  readonly address: string;
}

export type IsCommon = (password: string) => boolean;

/**
 * What is wrong with a password, as a message key; undefined when it may be used. Long is all that is asked: rules about
 * capitals and signs make passwords that are hard to remember and easy to guess.
 */
export function wrongWithPassword(password: string, owner: Owner, isCommon: IsCommon) {
  const length = [...password].length;
  if (length < shortestPassword) return 'accounts.password.too-short';
  if (length > longestPassword) return 'accounts.password.too-long';
  if (isCommonInDisguise(password, isCommon)) return 'accounts.password.too-common';
  if (isMonotonous(password)) return 'accounts.password.too-common';
  if (isAboutOwner(password, owner)) return 'accounts.password.too-personal';
  return undefined;
}

/** Capitals, a year or an exclamation mark at the end do not make a common password a rare one. */
function isCommonInDisguise(password: string, isCommon: IsCommon): boolean {
  const lower = password.toLowerCase();
  return [password, lower, lower.replace(/[\d\p{P}\p{S}]+$/u, ''), lower.replace(/\s+/g, '')].some(
    (each) => each !== '' && isCommon(each),
  );
}

/** Few different signs ("aaaaaaaaaa"), or a short piece again and again ("abcabcabcabc"). */
function isMonotonous(password: string): boolean {
  return new Set(password).size < 4 || /^(.{1,4})\1+$/u.test(password);
}

function isAboutOwner(password: string, { name, address }: Owner): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  const mine = plain(password);
  const [local = ''] = addressKey(address).split('@');
  const pieces = [plain(address), plain(local), plain(name)].filter((piece) => piece.length >= 4);
  return pieces.some((piece) => mine.includes(piece) && mine.length - piece.length < shortestPassword - 4);
}
