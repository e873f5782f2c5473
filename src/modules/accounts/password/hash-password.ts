import { hash, verify } from '@node-rs/argon2';
import { longestPassword } from './password-rules.ts';

/** Argon2id with 19 MiB and two rounds, OWASP's first choice for it: some 20 ms a try. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The same word typed on another keyboard is the same word. */
const normal = (password: string): string => password.normalize('NFKC').slice(0, 4 * longestPassword);

export const hashPassword = (password: string): Promise<string> => hash(normal(password), cost);

let nobodys: Promise<string> | undefined;

/**
 * Whether the password belongs to the hash. Without a hash (no such account, no password) the same work is done, so
 * that the time of the answer tells nothing.
 */
export async function isPassword(kept: string | undefined, password: string): Promise<boolean> {
  nobodys ??= hash('nobody has this password', cost);
  const right = await verify(kept ?? (await nobodys), normal(password));
  return kept !== undefined && right;
}
