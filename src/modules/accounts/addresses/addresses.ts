import type { Actor } from '../../../platform/actor.ts';
import { audit } from '../../../platform/audit/audit.queries.ts';
import type { Db } from '../../../platform/db/database.ts';
import { sendMail } from '../../../platform/mail/send-mail.ts';
import { type AccountFacts, accountFacts, accountOfAddress } from '../account/accounts.queries.ts';
import { codeOfAccount, deleteCodesOf } from '../codes/codes.queries.ts';
import { issueCode, redeemDigits } from '../codes/codes.ts';
import { type LetterOrder, type Letters, letter } from '../letters/letters.ts';
import {
  addressNeeded,
  addressNotFound,
  addressYours,
  signInFirst,
  tooMany,
  wrongCode,
} from '../refusals.ts';
import { type Address, addressesOf, deleteAddress, insertAddress, setPrimary } from './addresses.queries.ts';

const codeMinutes = 60;
const mostAddresses = 10;

async function factsOf(db: Db, actor: Actor): Promise<AccountFacts> {
  const facts = actor.id === undefined ? undefined : await accountFacts(db, actor.id);
  if (!facts) throw signInFirst();
  return facts;
}

type About = Pick<LetterOrder, 'about' | 'to' | 'values' | 'code'>;

async function write(
  db: Db,
  actor: Actor,
  facts: AccountFacts,
  letters: Letters,
  about: About,
): Promise<void> {
  const values = { name: facts.name, ...about.values };
  await sendMail(db, actor, letter(letters, { lang: facts.lang, ...about, values }), facts.id);
}

/**
 * Writes a code to a further address. One that belongs to somebody else's account is written to as well, with other
 * words, so that the page tells nobody.
 * @throws Refusal 422 for one of one's own, 409 for too many
 */
export async function askAddress(
  db: Db,
  actor: Actor,
  { address, letters }: { readonly address: string; readonly letters: Letters },
): Promise<void> {
  const facts = await factsOf(db, actor);
  if ((await addressesOf(db, facts.id)).length >= mostAddresses) throw tooMany();
  const owner = await accountOfAddress(db, address);
  if (owner?.id === facts.id) throw addressYours();
  await deleteCodesOf(db, facts.id, ['address']);
  const code = await issueCode(db, actor, {
    purpose: 'address',
    minutes: codeMinutes,
    accountId: facts.id,
    address,
  });
  if (!owner) return write(db, actor, facts, letters, { about: 'address', to: address, code: code.digits });
  const order = { about: 'address-taken', to: owner.address, lang: owner.lang } as const;
  await sendMail(db, actor, letter(letters, order), owner.id);
}

/** The address that waits for its code. */
export async function waitingAddress(
  db: Db,
  actor: Actor,
): Promise<{ id: string; address: string } | undefined> {
  const code = actor.id ? await codeOfAccount(db, 'address', actor.id, actor.now) : undefined;
  return code?.address ? { id: code.id, address: code.address } : undefined;
}

/** Adds the address that waits, and tells the main one. @throws Refusal 422 for a wrong code */
export async function confirmAddress(
  db: Db,
  actor: Actor,
  { digits, letters }: { readonly digits: string; readonly letters: Letters },
): Promise<void> {
  const facts = await factsOf(db, actor);
  const waits = await waitingAddress(db, actor);
  const code = waits && (await redeemDigits(db, 'address', waits.id, digits, actor.now));
  if (!code?.address) throw wrongCode();
  const added = { id: actor.ids.next(), accountId: facts.id, address: code.address, now: actor.now };
  if (!(await insertAddress(db, added))) throw wrongCode();
  await audit(db, actor, 'add-address', facts.id);
  const values = { added: code.address };
  await write(db, actor, facts, letters, { about: 'address-added', to: facts.address, values });
}

/** Letters go there from now on. @throws Refusal 404 */
export async function choosePrimary(db: Db, actor: Actor, id: string): Promise<void> {
  const facts = await factsOf(db, actor);
  const address = await ownAddress(db, facts.id, id);
  if (address.isPrimary) return;
  await setPrimary(db, facts.id, id);
  await audit(db, actor, 'choose-address', facts.id);
}

/** Removes an address, and tells it so. @throws Refusal 404; 409 for the main one */
export async function removeAddress(
  db: Db,
  actor: Actor,
  { id, letters }: { readonly id: string; readonly letters: Letters },
): Promise<void> {
  const facts = await factsOf(db, actor);
  const address = await ownAddress(db, facts.id, id);
  if (address.isPrimary) throw addressNeeded();
  await deleteAddress(db, facts.id, id);
  await audit(db, actor, 'remove-address', facts.id);
  const values = { removed: address.address };
  for (const to of [address.address, facts.address])
    await write(db, actor, facts, letters, { about: 'address-removed', to, values });
}

async function ownAddress(db: Db, accountId: string, id: string): Promise<Address> {
  const address = (await addressesOf(db, accountId)).find((each) => each.id === id);
  if (!address) throw addressNotFound();
  return address;
}
