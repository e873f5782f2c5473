import type { App } from '../http/environment.ts';

type Fields = Readonly<Record<string, string | readonly string[]>>;

export interface Shown {
  readonly status: number;
  readonly html: string;
  readonly headers: Headers;
  /** Path and query of where one ended up. */
  readonly path: string;
}

/**
 * A browser without JavaScript, in the same process as the application: keeps cookies, follows redirects after a
 * form, and says where its requests come from.
 */
export class TestBrowser {
  readonly cookies = new Map<string, string>();
  private readonly app: App;
  /** Network address that the application sees. */
  readonly address: string;

  /** Public address of the site. */
  readonly origin: string;

  constructor(app: App, address = '192.0.2.1', origin = 'http://localhost:3000') {
    this.app = app;
    this.origin = origin;
    this.address = address;
  }

  async get(path: string): Promise<Shown> {
    return this.follow(path, await this.send(path, { method: 'GET' }));
  }

  /** Sends a form and follows the redirect. */
  async post(path: string, fields: Fields = {}, headers: Record<string, string> = {}): Promise<Shown> {
    return this.follow(path, await this.sendForm(path, fields, headers));
  }

  /** Sends a form and stays: for tests that look at the redirect itself. */
  async sendForm(path: string, fields: Fields = {}, headers: Record<string, string> = {}): Promise<Response> {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields))
      for (const each of typeof value === 'string' ? [value] : value) body.append(name, each);
    const from = { origin: this.origin, 'sec-fetch-site': 'same-origin' };
    return this.send(path, { method: 'POST', body, headers: { ...from, ...headers } });
  }

  /** As a script of our own pages does. */
  async json<T>(path: string, value: unknown): Promise<{ status: number; answer: T }> {
    const headers = { origin: this.origin, 'content-type': 'application/json' };
    const response = await this.send(path, { method: 'POST', body: JSON.stringify(value), headers });
    return { status: response.status, answer: (await response.json()) as T };
  }

  async send(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers(init.headers);
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    if (cookie) headers.set('cookie', cookie);
    const request = new Request(this.origin + path, { ...init, headers });
    const response = await this.app.request(request, undefined, {
      incoming: { socket: { remoteAddress: this.address } },
    });
    for (const line of response.headers.getSetCookie()) this.keep(line);
    return response;
  }

  private keep(line: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (/max-age=0/i.test(line) || value === '') this.cookies.delete(name);
    else this.cookies.set(name, value);
  }

  private async follow(path: string, response: Response): Promise<Shown> {
    let at = path;
    let now = response;
    for (let hops = 0; [301, 302, 303].includes(now.status) && hops < 6; hops += 1) {
      const to = new URL(now.headers.get('location') ?? '', this.origin + at);
      at = to.pathname + to.search;
      now = await this.send(at, { method: 'GET' });
    }
    return { status: now.status, html: await now.text(), headers: now.headers, path: at };
  }
}
