import type { ColumnType, Generated } from 'kysely';
import type { Role } from '../../platform/actor.ts';
import type { Lang } from '../../platform/i18n/languages.ts';
import type { Theme } from '../../platform/ui/theme-menu.tsx';

/** Row types of the schema `accounts`. */
export interface AccountTable {
  id: string;
  name: string;
  lang: Lang;
  theme: Generated<Theme>;
  roles: Generated<Role[]>;
  blocked_at: Date | null;
  is_sample: Generated<boolean>;
  created_at: Date;
  /** Pieces of news not read yet; kept by whoever brings news. */
  unread: Generated<number>;
}

export interface AddressTable {
  id: string;
  account_id: string;
  /** As it was typed; mail goes there. */
  address: string;
  /** How it is found: see addressKey. */
  address_key: string;
  is_primary: boolean;
  verified_at: Date;
}

export interface PasswordTable {
  account_id: string;
  hash: string;
  set_at: Date;
}

export type SignInMethod = 'password' | 'link' | 'passkey' | 'sign-up' | 'reset';

export interface SessionTable {
  id: string;
  account_id: string;
  token_hash: Buffer;
  method: SignInMethod;
  created_at: Date;
  last_seen_at: Date;
  expires_at: Date;
  address: string | null;
  agent: string | null;
}

export type CodePurpose = 'sign-up' | 'sign-in' | 'reset' | 'address' | 'second-step' | 'passkey';

export interface CodeTable {
  id: string;
  purpose: CodePurpose;
  account_id: string | null;
  /** Where it was sent. */
  address: string | null;
  secret_hash: Buffer;
  /** Of the six digits, for those who type rather than follow the link. */
  digits_hash: Buffer | null;
  /** Of the browser that asked for it. */
  browser_hash: Buffer | null;
  data: ColumnType<unknown, string | undefined, string>;
  created_at: Date;
  expires_at: Date;
}

export interface PasskeyTable {
  id: string;
  account_id: string;
  credential_id: string;
  public_key: Buffer;
  counter: number;
  transports: string[];
  synced: boolean;
  name: string;
  created_at: Date;
  last_used_at: Date | null;
}

export interface TwoFactorTable {
  account_id: string;
  secret: string;
  confirmed_at: Date | null;
  last_step: Generated<number>;
}

export interface RecoveryCodeTable {
  account_id: string;
  code_hash: Buffer;
  used_at: Date | null;
}

export interface AttemptTable {
  key: string;
  points: Generated<number>;
  expire: number | null;
}

/** What other modules may know of a person. */
export interface PublicPersonView {
  id: string;
  name: string;
}

/** Where letters about one's own doings go. */
export interface ReachablePersonView {
  id: string;
  name: string;
  lang: Lang;
  created_at: Date;
  address: string;
}

/** Whose mail somebody reads, as far as the domain tells. */
export interface PersonDomainView {
  person_id: string;
  domain: string;
}

/** Every proved address of every person, with whether letters may go there. */
export interface MailboxView {
  person_id: string;
  address: string;
  address_key: string;
  is_primary: boolean;
  lang: Lang;
  is_blocked: boolean;
}

export interface AccountsTables {
  'accounts.account': AccountTable;
  'accounts.address': AddressTable;
  'accounts.password': PasswordTable;
  'accounts.session': SessionTable;
  'accounts.code': CodeTable;
  'accounts.passkey': PasskeyTable;
  'accounts.two_factor': TwoFactorTable;
  'accounts.recovery_code': RecoveryCodeTable;
  'accounts.attempt': AttemptTable;
  'accounts.public_person': PublicPersonView;
  'accounts.mailbox': MailboxView;
  'accounts.reachable_person': ReachablePersonView;
  'accounts.person_domain': PersonDomainView;
}
