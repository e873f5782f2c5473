import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Db } from '../../../platform/db/database.ts';
import { typeset } from '../../../platform/documents/typeset.ts';
import type { Tools } from '../../../platform/http/environment.ts';
import { absoluteUrl } from '../../../platform/http/site.ts';
import type { Lang } from '../../../platform/i18n/languages.ts';
import { dayOf } from '../../../platform/time/clock.ts';
import type { Attestation } from '../read-attestations/attestations.queries.ts';
import { attestationTemplate } from './attestation-template.ts';
import { documentData } from './document-data.ts';
import { documentKey, insertDocument } from './make-document.queries.ts';

export interface DocumentScene {
  readonly tools: Tools;
  /** Reads. */
  readonly db: Db;
  /** Commits by itself: a page that is only read makes the document. */
  readonly apart: Db;
  readonly now: Date;
}

export interface MadeDocument {
  /** Changes when what stands on it does. */
  readonly hash: string;
  open(): Promise<{ readonly body: Readable | Uint8Array; readonly bytes: number }>;
}

/**
 * The PDF of a valid attestation in a language: made at the first request, then kept under the hash of all that stands on
 * it.
 */
export async function documentOf(
  scene: DocumentScene,
  attestation: Attestation,
  asked: Lang,
): Promise<MadeDocument> {
  const { tools } = scene;
  const { lang, lacksFonts } = await writable(tools, attestation, asked);
  const data = documentData(attestation.facts, {
    t: tools.translators[lang],
    siteName: tools.site.name,
    address: absoluteUrl(tools.site, lang, `/attestations/${attestation.number}`),
    number: attestation.number,
    issuedOn: dayOf(attestation.issuedAt),
    lacksFonts,
    isSample: attestation.isSample,
  });
  const hash = createHash('sha256').update(attestationTemplate).update(JSON.stringify(data)).digest('hex');
  return { hash, open: () => openOrMake(scene, attestation, { hash, data }) };
}

async function openOrMake(
  { tools, db, apart, now }: DocumentScene,
  { id, issuedAt }: Attestation,
  { hash, data }: { readonly hash: string; readonly data: unknown },
) {
  const key = await documentKey(db, id, hash);
  const kept = key === undefined ? undefined : await tools.storage.open(key);
  if (kept) return kept;
  const { pdf } = await typeset({ template: attestationTemplate, data, at: issuedAt });
  const stored = await tools.storage.put(pdf, { contentType: 'application/pdf' });
  if (!(await insertDocument(apart, { attestationId: id, hash, key: stored.key, bytes: stored.bytes, now })))
    await tools.storage.remove(stored.key);
  return { body: pdf, bytes: pdf.length };
}

/**
 * A machine without fonts for the language that was asked for writes its own words in English; what the learner and the
 * course are called stands as it is, with a line that says where to read it.
 */
async function writable(tools: Tools, { facts }: Attestation, asked: Lang) {
  const fonts = await tools.fonts();
  const words = tools.translators[asked]('credentials.document.given-to');
  const lang = fonts.fontsFor(words, asked).missing.length === 0 ? asked : 'en';
  const names = [facts.personName, facts.courseTitle, ...facts.providers, ...facts.competencies].join(' ');
  return { lang, lacksFonts: fonts.fontsFor(names, facts.courseLang).missing.length > 0 };
}
