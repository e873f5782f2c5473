import { isMailAddress } from '../../platform/mail/outgoing-mail.ts';

/**
 * How an address is found whatever the capitals: mail servers that tell `Awa@` from `awa@` are unheard of, and two
 * accounts that differ by a capital would help deceivers only.
 */
export const addressKey = (address: string): string => address.trim().normalize('NFC').toLowerCase();

/** Whether a text is one address that mail can be sent to. */
export const isAddress = (text: string): boolean =>
  isMailAddress(text.trim()) && text.trim().includes('.', text.indexOf('@'));
