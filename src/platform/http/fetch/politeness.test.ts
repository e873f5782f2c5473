import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import type { Fetcher } from './guarded-fetch.ts';
import { hostLanes } from './host-lanes.ts';
import { fetchStage } from './testing/fetch-stage.ts';
import type { LocalServer } from './testing/local-server.ts';

const { time, serve, fetcherFor } = fetchStage();

/** A site whose robots.txt answers so, and every other page with its path. */
function site(status: number, robots = ''): Promise<LocalServer> {
  return serve((request, response) => {
    if (request.url === '/robots.txt') response.writeHead(status).end(robots);
    else response.end(request.url);
  });
}

function obeying(server: LocalServer, limits = {}): Fetcher {
  return fetcherFor([], { allowedHosts: [server.host], limits });
}

async function outcome(fetcher: Fetcher, url: string, robots: 'obey' | 'feed' = 'obey'): Promise<string> {
  try {
    return await text((await fetcher.fetch(url, { robots, attempts: 1 })).body);
  } catch (error) {
    return (error as { code: string }).code;
  }
}

describe('robots.txt', () => {
  it('is obeyed, asked once a day, and only for the group that names us', async () => {
    const server = await site(
      200,
      'User-agent: *\nDisallow: /\n\nUser-agent: Passerelle\nDisallow: /private/\n',
    );
    const fetcher = obeying(server);
    expect(await outcome(fetcher, `${server.origin}/open`)).toBe('/open');
    expect(await outcome(fetcher, `${server.origin}/private/x`)).toBe('robots');
    const asked = (): number => server.asked.filter(({ url }) => url === '/robots.txt').length;
    expect(asked()).toBe(1);
    time().pass(25 * 60 * 60_000);
    await outcome(fetcher, `${server.origin}/open`);
    expect(asked()).toBe(2);
  });

  it('is obeyed where a redirect leads', async () => {
    const server = await serve((request, response) => {
      if (request.url === '/robots.txt') response.end('User-agent: *\nDisallow: /closed');
      else response.writeHead(302, { location: '/closed' }).end();
    });
    expect(await outcome(obeying(server), `${server.origin}/open`)).toBe('robots');
  });

  it.each([
    [404, '/page'],
    [403, '/page'],
    [503, 'robots'],
    [429, 'robots'],
  ])('answering %i gives %s', async (status, expected) => {
    const server = await site(status);
    expect(await outcome(obeying(server), `${server.origin}/page`)).toBe(expected);
  });

  it('in trouble closes the site for an hour only', async () => {
    let status = 500;
    const server = await serve((request, response) =>
      response.writeHead(request.url === '/robots.txt' ? status : 200).end('ok'),
    );
    const fetcher = obeying(server);
    expect(await outcome(fetcher, server.origin)).toBe('robots');
    status = 404;
    expect(await outcome(fetcher, server.origin)).toBe('robots');
    time().pass(61 * 60_000);
    expect(await outcome(fetcher, server.origin)).toBe('ok');
  });

  it('redirected inside the house counts as absent and is not followed', async () => {
    const inside = await serve((_request, response) => response.end('User-agent: *\nDisallow: /'));
    const server = await serve((request, response) => {
      if (request.url === '/robots.txt')
        response.writeHead(302, { location: `${inside.origin}/robots.txt` }).end();
      else response.end('ok');
    });
    expect(await outcome(obeying(server), server.origin)).toBe('ok');
    expect(inside.connections()).toBe(0);
  });

  it('without end is read as far as the cap', async () => {
    const server = await serve((request, response) => {
      if (request.url !== '/robots.txt') return void response.end('ok');
      response.write('User-agent: *\nDisallow: /closed\n');
      const more = (): void => {
        while (response.write('# talk\n'.repeat(1000)));
        if (!response.destroyed) response.once('drain', more);
      };
      more();
    });
    const fetcher = obeying(server);
    expect(await outcome(fetcher, `${server.origin}/closed`)).toBe('robots');
    expect(await outcome(fetcher, `${server.origin}/open`)).toBe('ok');
  });

  it('is not asked for the very address that an operator gave, nor for a host that is let off', async () => {
    const server = await site(200, 'User-agent: *\nDisallow: /');
    expect(await outcome(obeying(server), `${server.origin}/feed`, 'feed')).toBe('/feed');
    const off = fetcherFor([server]);
    expect(await outcome(off, `${server.origin}/feed`)).toBe('/feed');
    expect(server.asked.map(({ url }) => url)).toEqual(['/feed', '/feed']);
  });

  it('slows us down, up to a cap', async () => {
    const server = await site(200, 'User-agent: *\nCrawl-delay: 5\n');
    const fetcher = obeying(server);
    await outcome(fetcher, `${server.origin}/1`);
    await outcome(fetcher, `${server.origin}/2`);
    expect(time().slept.at(-1)).toBe(5000);
    const greedy = await site(200, 'User-agent: *\nCrawl-delay: 86400\n');
    const patient = obeying(greedy, { maxCrawlDelayMs: 30_000 });
    await outcome(patient, `${greedy.origin}/1`);
    await outcome(patient, `${greedy.origin}/2`);
    expect(time().slept.at(-1)).toBe(30_000);
  });
});

describe('a host', () => {
  it('serves one of our requests at a time, with a pause between', async () => {
    let open = 0;
    let most = 0;
    const server = await serve((_request, response) => {
      open += 1;
      most = Math.max(most, open);
      setImmediate(() => {
        open -= 1;
        response.end('ok');
      });
    });
    const fetcher = fetcherFor([server], { limits: { minDelayMs: 1000 } });
    await Promise.all(['a', 'b', 'c'].map((path) => outcome(fetcher, `${server.origin}/${path}`)));
    expect(most).toBe(1);
    expect(time().slept).toEqual([1000, 1000]);
  });

  it('is not asked again while an answer of its is still being read', async () => {
    const finish: (() => void)[] = [];
    const server = await serve((_request, response) => {
      response.write('half');
      finish.push(() => response.end());
    });
    const fetcher = fetcherFor([server]);
    const first = await fetcher.fetch(`${server.origin}/first`);
    const second = fetcher.fetch(`${server.origin}/second`);
    // A request that went out at once would have arrived before this answer of another server.
    const other = await serve((_request, response) => response.end('ok'));
    expect(await outcome(fetcherFor([other]), other.origin)).toBe('ok');
    expect(server.asked).toHaveLength(1);
    finish[0]?.();
    await text(first.body);
    (await second).body.destroy();
    expect(server.asked).toHaveLength(2);
  });

  it('that asks for rest gets it from every later request', async () => {
    const server = await serve((request, response) => {
      response.writeHead(request.url === '/busy' ? 429 : 200, { 'retry-after': '20' }).end('ok');
    });
    const fetcher = fetcherFor([server]);
    expect(await outcome(fetcher, `${server.origin}/busy`)).toBe('http-429');
    expect(await outcome(fetcher, `${server.origin}/other`)).toBe('ok');
    expect(time().slept).toEqual([20_000]);
  });
});

describe('hostLanes', () => {
  it('keeps the line going when one who waits gives up', async () => {
    const lanes = hostLanes(time().clock, time().sleep, 0);
    const controller = new AbortController();
    const leave = await lanes.enter('h');
    const second = lanes.enter('h', controller.signal);
    const third = lanes.enter('h');
    controller.abort();
    await expect(second).rejects.toThrow();
    let entered = false;
    void third.then(() => {
      entered = true;
    });
    await new Promise(setImmediate);
    expect(entered).toBe(false);
    leave();
    (await third)();
  });

  it('lets different hosts pass at once', async () => {
    const lanes = hostLanes(time().clock, time().sleep, 1000);
    await lanes.enter('a');
    await lanes.enter('b');
    expect(time().slept).toEqual([]);
  });
});
