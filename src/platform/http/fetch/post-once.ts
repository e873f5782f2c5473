import { text } from 'node:stream/consumers';
import type { AllowedHost } from './address-rules.ts';
import { allowedEntry, checkAddress } from './address-rules.ts';
import { toFetchError } from './fetch-errors.ts';
import type { Connections } from './one-request.ts';

export interface PostRequest {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
  readonly signal?: AbortSignal;
}

export interface Posted {
  /** Whatever was answered, failures too. */
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

const mostAnswer = 64 * 1024;

/**
 * Hands something to another server: once, no redirect followed, through the same guard as everything that goes out.
 * @throws FetchRefused, FetchFailed when no answer came
 */
export async function postOnce(
  net: Connections,
  allowed: readonly AllowedHost[],
  address: string,
  { headers, body, signal }: PostRequest,
): Promise<Posted> {
  const url = checkAddress(address, allowed);
  try {
    const answer = await net.exchange({
      url,
      method: 'POST',
      headers,
      body,
      maxBytes: mostAnswer,
      guarded: allowedEntry(url, allowed) === undefined,
      ...(signal && { signal }),
    });
    return { status: answer.status, headers: answer.headers, text: await text(answer.body) };
  } catch (error) {
    throw toFetchError(error, url);
  }
}
