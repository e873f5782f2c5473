import { Readable } from 'node:stream';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { type Allowance, networkOf, RateLimit } from '../../../platform/http/rate-limit.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { readNumber } from '../attestation-number.ts';
import { documentOf } from '../make-document/make-document.ts';
import { type Attestation, attestationBy, stateOf } from '../read-attestations/attestations.queries.ts';
import { guessing } from '../refusals.ts';
import { FindPage } from './find.page.tsx';
import { AttestationPage } from './attestation.page.tsx';

/** Numbers that nobody has, from one network: whoever reads one off a paper needs a few tries, and no more. */
const unknownNumbers: Allowance = { name: 'unknown-attestations', quota: 30, seconds: 600 };

/** GET /attestations with a field for a number; GET /attestations/:number; its PDF. */
export function showAttestationRoutes(app: App): void {
  const limit = new RateLimit();
  app.get('/attestations', (c) => find(c));
  app.get('/attestations/:number', (c) => show(c, limit));
  app.get('/attestations/:number/attestation.pdf', (c) => download(c, limit));
}

/** The field, or the way to what was typed into it. */
function find(c: AppContext): Response {
  const { t, site, lang } = c.var;
  const typed = c.req.query('number');
  const number = typed === undefined ? undefined : readNumber(typed);
  if (number !== undefined) return c.redirect(urlFor(site, lang, `/attestations/${number}`), 303);
  return sendPage(c, {
    title: t('credentials.find.title'),
    description: t('credentials.find.lead'),
    width: 'narrow',
    status: typed === undefined ? 200 : 422,
    children: (
      <FindPage t={t} site={site} typed={typed} problem={typed === undefined ? undefined : 'wrong'} />
    ),
  });
}

async function show(c: AppContext, limit: RateLimit): Promise<Response> {
  const { t, site, lang } = c.var;
  const asked = c.req.param('number') ?? '';
  const number = readNumber(asked);
  const attestation = number === undefined ? undefined : await known(c, limit, number);
  c.header('X-Robots-Tag', 'noindex');
  if (!attestation) return notThere(c, asked, number === undefined ? 'wrong' : 'unknown');
  if (asked !== attestation.number)
    return c.redirect(urlFor(site, lang, `/attestations/${attestation.number}`), 301);
  return sendPage(c, {
    title: t('credentials.show.title', { title: attestation.facts.courseTitle }),
    indexed: false,
    status: stateOf(attestation) === 'erased' ? 410 : 200,
    children: <AttestationPage t={t} site={site} attestation={attestation} />,
  });
}

function notThere(c: AppContext, typed: string, problem: 'wrong' | 'unknown'): Response {
  const { t, site } = c.var;
  return sendPage(c, {
    title: t('credentials.find.title'),
    width: 'narrow',
    status: 404,
    indexed: false,
    children: <FindPage t={t} site={site} typed={typed} problem={problem} />,
  });
}

/** @throws Refusal 429 after too many numbers that nobody has */
async function known(c: AppContext, limit: RateLimit, number: string): Promise<Attestation | undefined> {
  const { db, actor } = c.var;
  const network = networkOf(actor.address);
  const { left, resetsIn } = limit.take(network, unknownNumbers, 0, actor.now);
  if (left === 0) throw guessing(resetsIn);
  const attestation = await attestationBy(db, number);
  if (!attestation) limit.take(network, unknownNumbers, 1, actor.now);
  return attestation;
}

/** The document of a valid one; whatever else leads to the page that says what became of it. */
async function download(c: AppContext, limit: RateLimit): Promise<Response> {
  const { tools, db, apart, actor, lang, site } = c.var;
  const number = readNumber(c.req.param('number') ?? '');
  const attestation = number === undefined ? undefined : await known(c, limit, number);
  if (!attestation || stateOf(attestation) !== 'valid')
    return c.redirect(urlFor(site, lang, `/attestations/${c.req.param('number')}`), 303);
  const made = await documentOf({ tools, db, apart, now: actor.now }, attestation, lang);
  const etag = `"${made.hash.slice(0, 32)}"`;
  c.header('ETag', etag);
  c.header('Cache-Control', 'private, no-cache');
  c.header('X-Robots-Tag', 'noindex');
  if (c.req.header('if-none-match') === etag) return c.body(null, 304);
  const { body, bytes } = await made.open();
  c.header('Content-Type', 'application/pdf');
  c.header('Content-Length', String(bytes));
  c.header('Content-Disposition', `attachment; filename="attestation-${attestation.number}.pdf"`);
  return c.body(body instanceof Readable ? (Readable.toWeb(body) as ReadableStream) : new Uint8Array(body));
}
