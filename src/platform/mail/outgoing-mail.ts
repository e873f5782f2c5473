import { MailFailed, type Mail, type OutgoingMail } from './mailer.ts';

// Stricter than the standard: quoted local parts and comments exist in attacks only.
const bareAddress = /^[^\s@<>()[\]\\,;:"\p{Cc}]+@[^\s@<>()[\]\\,;:"\p{Cc}]+$/u;
const freeHeader =
  /^(x-[a-z0-9-]+|list-[a-z-]+|references|in-reply-to|reply-to|auto-submitted|precedence|feedback-id)$/i;

/** Whether a text is one mail address and nothing else. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && bareAddress.test(text) && !/^\.|\.@|\.\.|@-|@\./.test(text);
}

/**
 * Checks a mail and completes its headers, so that no text of a person can add a recipient or a header.
 * @throws MailFailed `bad-mail`
 */
export function outgoingMail(mail: Mail, from: OutgoingMail['from']): OutgoingMail {
  if (!isMailAddress(mail.to)) throw bad(`"${oneLine(mail.to)}" is not a mail address`);
  const subject = oneLine(mail.subject);
  if (subject === '') throw bad('a mail has no subject');
  return {
    from,
    to: mail.to,
    subject,
    text: mail.text,
    ...(mail.html !== undefined && { html: mail.html }),
    headers: { ...ownHeaders(mail), ...checkedHeaders(mail.headers ?? {}) },
    lang: mail.lang,
  };
}

function ownHeaders(mail: Mail): Record<string, string> {
  if (!/^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(mail.lang)) throw bad(`"${oneLine(mail.lang)}" is no language`);
  // Tells vacation answers to stay silent.
  const headers: Record<string, string> = {
    'Content-Language': mail.lang,
    'Auto-Submitted': 'auto-generated',
  };
  if (mail.unsubscribeUrl === undefined) return headers;
  const url = URL.parse(mail.unsubscribeUrl);
  if (!url || !/^https?:$/.test(url.protocol)) throw bad('the address to unsubscribe is not a web address');
  return {
    ...headers,
    'List-Unsubscribe': `<${url.href}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  };
}

function checkedHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  for (const [name, value] of Object.entries(headers)) {
    if (!freeHeader.test(name)) throw bad(`the header "${oneLine(name)}" is not for a mail to set`);
    if (/[\p{Cc}\u2028\u2029]/u.test(value)) throw bad(`the header "${name}" has more than one line`);
  }
  return { ...headers };
}

/** Text without line ends or other control characters, which a title from a feed may carry. */
function oneLine(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim();
}

function bad(why: string): MailFailed {
  return new MailFailed('bad-mail', `The mail is not sent: ${why}.`, false);
}
