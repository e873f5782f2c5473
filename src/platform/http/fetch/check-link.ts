import { FetchFailed, FetchRefused, type Redirect } from './fetch-errors.ts';
import type { Fetched, Fetcher, FetchRequest } from './guarded-fetch.ts';

/**
 * `alive`: answers. `moved`: answers elsewhere, and its redirects say for good. `dead`: gone, by its own word or
 * because its name is gone. `unsure`: nothing can be said this time; try another day.
 */
export type LinkState = 'alive' | 'moved' | 'dead' | 'unsure';

export interface LinkCheck {
  readonly state: LinkState;
  readonly status?: number;
  /** Where it answers; for `moved` the address to keep instead. */
  readonly finalUrl?: string;
  /** `http-404`, `dns`, `timeout`, `private-address`...; `ok` for what answers. */
  readonly code: string;
  /** A sentence for operators. */
  readonly reason: string;
}

export interface LinkCheckOptions {
  /** How often in a row this link failed with code `dns` before; the third time it is dead. Default 0. */
  readonly dnsFailuresBefore?: number;
  readonly signal?: AbortSignal;
}

const dnsFailuresUntilDead = 3;

/**
 * Whether a link still leads somewhere: one HEAD, and one GET (its body left unread) where HEAD is not understood
 * or refused. robots.txt is obeyed: a page that it closes is `unsure`. A page that says "not found" with status 200 is taken for alive. Never throws, except when aborted.
 */
export async function checkLink(
  fetcher: Fetcher,
  url: string,
  options: LinkCheckOptions = {},
): Promise<LinkCheck> {
  const request: FetchRequest = {
    attempts: 1,
    accept: 'text/html,*/*;q=0.8',
    ...(options.signal && { signal: options.signal }),
  };
  try {
    return verdict(await visit(fetcher, url, request), url);
  } catch (error) {
    options.signal?.throwIfAborted();
    return failedVerdict(error, options.dnsFailuresBefore ?? 0);
  }
}

const headRefused = new Set([400, 403, 404, 405, 406, 500, 501, 503]);

async function visit(fetcher: Fetcher, url: string, request: FetchRequest): Promise<Fetched> {
  const once = async (method: 'HEAD' | 'GET'): Promise<Fetched> => {
    const answer = await fetcher.fetch(url, { ...request, method });
    answer.body.destroy();
    return answer;
  };
  try {
    return await once('HEAD');
  } catch (error) {
    const again = error instanceof FetchFailed && headRefused.has(error.facts.status ?? 0);
    if (!again) throw error;
    return once('GET');
  }
}

function verdict(answer: Fetched, url: string): LinkCheck {
  const { status, finalUrl } = answer;
  const kept = permanentTarget(answer.redirects);
  if (kept !== undefined && kept !== new URL(url).href)
    return { state: 'moved', status, finalUrl: kept, code: 'ok', reason: `Moved for good to ${kept}.` };
  return { state: 'alive', status, finalUrl, code: 'ok', reason: `Answers ${status}.` };
}

/** Where the permanent redirects lead that stand at the start of a chain; what a temporary one says is not kept. */
function permanentTarget(redirects: readonly Redirect[]): string | undefined {
  let target: string | undefined;
  for (const hop of redirects) {
    if (hop.status !== 301 && hop.status !== 308) break;
    target = hop.to;
  }
  return target;
}

function failedVerdict(error: unknown, dnsFailuresBefore: number): LinkCheck {
  if (error instanceof FetchRefused) return { state: 'unsure', code: error.code, reason: error.message };
  if (!(error instanceof FetchFailed)) throw error;
  const { status, finalUrl } = error.facts;
  const gone = status === 404 || status === 410;
  const nameGone = error.code === 'dns' && dnsFailuresBefore + 1 >= dnsFailuresUntilDead;
  return {
    state: gone || nameGone ? 'dead' : 'unsure',
    ...(status !== undefined && { status }),
    ...(finalUrl !== undefined && { finalUrl }),
    code: error.code,
    reason: error.message,
  };
}
