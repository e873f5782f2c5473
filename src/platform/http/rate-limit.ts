import ipaddr from 'ipaddr.js';

/** How much one may ask within a window that begins with the first request. */
export interface Allowance {
  /** Said in the headers: "anonymous", "key". */
  readonly name: string;
  readonly quota: number;
  readonly seconds: number;
}

export interface Taken {
  readonly allowed: boolean;
  /** What is left of the quota. */
  readonly left: number;
  /** Seconds until the window ends. */
  readonly resetsIn: number;
}

interface Window {
  used: number;
  endsAt: number;
}

/**
 * Counts what each client asks, in the memory of the process. It guards the machine against floods, and a machine is
 * what a process has: counting in the database would cost more than most of the answers that it guards, and a GET
 * would write. With several processes a client gets the quota of each that it reaches.
 */
export class RateLimit {
  readonly #windows = new Map<string, Window>();
  readonly #mostClients: number;

  constructor(mostClients = 50_000) {
    this.#mostClients = mostClients;
  }

  /** Takes `cost` from what a client has left; what is refused costs nothing. */
  take(client: string, { quota, seconds }: Allowance, cost: number, now: Date): Taken {
    const at = now.getTime();
    const window = this.#windowOf(client, at, seconds * 1000);
    const allowed = window.used + cost <= quota;
    if (allowed) window.used += cost;
    const resetsIn = Math.max(1, Math.ceil((window.endsAt - at) / 1000));
    return { allowed, left: Math.max(0, quota - window.used), resetsIn };
  }

  #windowOf(client: string, at: number, length: number): Window {
    const known = this.#windows.get(client);
    if (known && known.endsAt > at) return known;
    const begun = { used: 0, endsAt: at + length };
    // the newest stand last, so that the oldest are met first
    this.#windows.delete(client);
    if (this.#windows.size >= this.#mostClients) this.#makeRoom(at);
    this.#windows.set(client, begun);
    return begun;
  }

  #makeRoom(at: number): void {
    for (const [client, { endsAt }] of this.#windows) {
      if (endsAt > at && this.#windows.size < this.#mostClients) return;
      this.#windows.delete(client);
    }
  }
}

/** Who counts as one client: an IPv4 address, or the /64 of IPv6 that a household has. */
export function networkOf(address: string | undefined): string {
  if (address === undefined || !ipaddr.isValid(address)) return 'unknown';
  const ip = ipaddr.process(address);
  if (!(ip instanceof ipaddr.IPv6)) return ip.toString();
  return `${ip.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`;
}
