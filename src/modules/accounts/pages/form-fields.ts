import { z } from 'zod';
import { langs } from '../../../platform/i18n/languages.ts';
import { isAddress } from '../address-key.ts';

/** Fields that several forms ask for; the messages are keys. */
export const nameField = z
  .string({ error: 'accounts.name.missing' })
  .trim()
  .min(1, 'accounts.name.missing')
  .max(80, 'accounts.name.too-long');
export const addressField = z
  .string({ error: 'accounts.address.missing' })
  .trim()
  .min(1, 'accounts.address.missing')
  .refine(isAddress, { error: 'accounts.address.wrong' });
export const passwordField = z
  .string({ error: 'accounts.password.missing' })
  .min(1, 'accounts.password.missing')
  .max(2_000, 'accounts.password.too-long');
export const codeField = z
  .string({ error: 'accounts.code.missing' })
  .trim()
  .min(1, 'accounts.code.missing')
  .max(40, 'accounts.code.missing');
export const langField = z.enum(langs).optional().catch(undefined);
/** The secret of a link, as it stands in the mail. */
export const secretField = z.string().max(100).catch('');
/** Where to go on afterwards: a path of ours without its language. */
export const backField = z
  .string()
  .max(500)
  .regex(/^\/[^\s\\]*$/)
  .optional()
  .catch(undefined);
