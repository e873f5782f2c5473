/** A mail to one person. */
export interface Mail {
  /** One bare address: `awa@example.org`. */
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  /** Only headers that neither address nor shape the mail: `X-...`, `List-Id`, `References`, `Reply-To`... */
  readonly headers?: Readonly<Record<string, string>>;
  /** Language of the words, for screen readers and filters. */
  readonly lang: string;
  /**
   * Address that ends mails of this kind, without signing in; it must answer a POST (RFC 8058), since mail programs
   * show a button for it. Leave it out of what a person asked for a moment ago (a code, a receipt).
   */
  readonly unsubscribeUrl?: string;
}

/** A mail as it goes out: checked, with its sender and all its headers. */
export interface OutgoingMail {
  readonly from: { readonly name: string; readonly address: string };
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly lang: string;
}

/** Keeps mails that are not sent, for operators to read. */
export interface Outbox {
  store(mail: OutgoingMail): Promise<void>;
}

export interface Mailer {
  /** Returns when the mail is in the hands of the next server (or of the outbox). @throws MailFailed */
  send(mail: Mail): Promise<void>;
  /**
   * For the doctor command: connects and signs in without sending.
   * @returns a sentence about what works @throws MailFailed with a sentence that says what to do
   */
  verify(): Promise<string>;
  /** Ends open connections. */
  close(): void;
}

export type MailFailure =
  /** The mail itself is wrong: a bug of ours, or an address that is none. */
  'bad-mail' | 'recipient' | 'sender' | 'message' | 'auth' | 'tls' | 'connect' | 'busy';

/** A mail did not go out; the message is one line for operators. */
export class MailFailed extends Error {
  override name = 'MailFailed';
  readonly code: MailFailure;
  /** Whether the same mail may pass later. */
  readonly retryable: boolean;
  constructor(code: MailFailure, message: string, retryable: boolean, cause?: unknown) {
    super(message, { cause });
    this.code = code;
    this.retryable = retryable;
  }
}
