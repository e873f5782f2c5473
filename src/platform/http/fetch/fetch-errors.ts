/** Why an address was not fetched although nothing was wrong with the network: a rule of ours says no. */
export type RefusalCode =
  | 'bad-address'
  | 'bad-scheme'
  | 'bad-port'
  | 'credentials'
  | 'private-address'
  | 'private-name'
  | 'robots'
  | 'too-large'
  | 'too-dense'
  | 'too-many-redirects'
  | 'other-site';

/** What went wrong on the way, or what the other side answered. */
export type FailureCode =
  | 'dns'
  | 'connect'
  | 'tls'
  | 'timeout'
  | 'broken-off'
  | 'bad-answer'
  | 'bad-encoding'
  | 'aborted'
  | `http-${number}`;

/** What is known about the answer when a fetch fails after one was received. */
export interface FailureFacts {
  readonly status?: number;
  readonly finalUrl?: string;
  /** Addresses passed on the way, first to last. */
  readonly redirects?: readonly Redirect[];
  /** How long the other side asked to be left alone, in milliseconds. */
  readonly retryAfterMs?: number;
}

/** One hop of a redirect chain. */
export interface Redirect {
  readonly status: number;
  readonly from: string;
  readonly to: string;
}

/** A rule of ours forbids this fetch; trying again changes nothing. The message is a sentence for operators. */
export class FetchRefused extends Error {
  override name = 'FetchRefused';
  readonly code: RefusalCode;
  constructor(code: RefusalCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** The fetch was tried and did not succeed. The message is a sentence for operators. */
export class FetchFailed extends Error {
  override name = 'FetchFailed';
  readonly code: FailureCode;
  /** Whether the same request may succeed later. */
  readonly retryable: boolean;
  readonly facts: FailureFacts;
  constructor(code: FailureCode, message: string, retryable: boolean, facts: FailureFacts = {}) {
    super(message);
    this.code = code;
    this.retryable = retryable;
    this.facts = facts;
  }
}

const tlsCodes =
  /^(CERT_|ERR_TLS_|ERR_SSL_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|EPROTO|HOSTNAME_MISMATCH|INVALID_CA)/;
const encodingCodes = /^(Z_|ERR__ERROR|ERR_BROTLI|ERR_PADDING|ERR__?)/;

/**
 * The error of a network library told in our words. Errors that are ours already pass unchanged, also when they
 * are only the cause of the one given.
 */
export function toFetchError(error: unknown, url: URL): FetchRefused | FetchFailed {
  const own = find(error, (e) => e instanceof FetchRefused || e instanceof FetchFailed);
  if (own instanceof FetchRefused || own instanceof FetchFailed) return own;
  const code = codeOf(error);
  const host = url.host;
  if (code === 'ENOTFOUND' || code === 'ENODATA' || code === 'EAI_AGAIN') {
    const again = code === 'EAI_AGAIN';
    return new FetchFailed(
      'dns',
      `The name "${url.hostname}" has no address${again ? ' at the moment' : ''}.`,
      again,
    );
  }
  if (/TIMEOUT|ETIMEDOUT/.test(code))
    return new FetchFailed('timeout', `"${host}" did not answer in time.`, true);
  if (tlsCodes.test(code))
    return new FetchFailed(
      'tls',
      `The certificate or encryption of "${host}" is not valid (${code}).`,
      false,
    );
  if (/^E(CONNREFUSED|HOSTUNREACH|NETUNREACH|ADDRNOTAVAIL)$/.test(code))
    return new FetchFailed('connect', `No connection to "${host}" (${code}).`, true);
  if (
    /^(ECONNRESET|EPIPE|UND_ERR_SOCKET|UND_ERR_RES_CONTENT_LENGTH_MISMATCH|ERR_STREAM_PREMATURE_CLOSE)$/.test(
      code,
    )
  )
    return new FetchFailed('broken-off', `"${host}" broke off before its answer was complete.`, true);
  if (encodingCodes.test(code))
    return new FetchFailed(
      'bad-encoding',
      `The compressed answer of "${host}" cannot be read (${code}).`,
      false,
    );
  if (code === 'ABORT_ERR' || code === 'UND_ERR_ABORTED')
    return new FetchFailed('aborted', `The request to "${host}" was given up.`, false);
  return new FetchFailed(
    'bad-answer',
    `"${host}" gave an answer that is not valid HTTP (${code || 'no code'}).`,
    false,
  );
}

function codeOf(error: unknown): string {
  const withCode = find(error, (e) => 'code' in e && typeof e.code === 'string');
  if (withCode && 'code' in withCode) return String(withCode.code);
  return error instanceof Error && error.name === 'AbortError' ? 'ABORT_ERR' : '';
}

/** The first of an error, its causes and its gathered errors for which the test holds. */
function find(error: unknown, test: (e: Error) => boolean, depth = 0): Error | undefined {
  if (!(error instanceof Error) || depth > 5) return undefined;
  if (test(error)) return error;
  const inner = error instanceof AggregateError ? [...error.errors, error.cause] : [error.cause];
  for (const one of inner) {
    const found = find(one, test, depth + 1);
    if (found) return found;
  }
  return undefined;
}
