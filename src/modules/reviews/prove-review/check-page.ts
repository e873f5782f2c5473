import { text } from 'node:stream/consumers';
import { FetchFailed, FetchRefused } from '../../../platform/http/fetch/fetch-errors.ts';
import type { Fetcher } from '../../../platform/http/fetch/guarded-fetch.ts';
import { isBelieved } from './believed-site.ts';
import { isTellingName, namesCourse, namesPerson, wordsOf } from './match-words.ts';
import { pageText } from './page-text.ts';
import { askModerator, notMatched, type ProofFacts, type ProofOutcome } from './proof-outcome.ts';

/** Larger pages are not read: no certificate needs them. */
export const mostPageBytes = 2_000_000;

/** Words by which a page says that the course was completed, folded. */
const completionWords = new Set(
  (
    'certificate certificates certified certification completed completion accomplishment badge diploma statement ' +
    'certificat certificats attestation attestations reussite obtenu acheve diplome ' +
    'certificado certificada completado completada finalizado aprovechamiento constancia insignia ' +
    'concluido concluida conclusao diploma сертификат сертификата свидетельство завершил завершила удостоверение диплом ' +
    'شهاده شهادات اتم اكمل اجتاز'
  ).split(' '),
);
const completionPhrases = ['证 书', '结 业', '完 成', '毕 业'];

export interface FetchedText {
  readonly url: string;
  readonly text: string;
  readonly contentType: string;
}

/**
 * Fetches what a person points to, from the public internet only.
 * @throws FetchRefused, FetchFailed
 */
export async function fetchEvidence(
  fetcher: Fetcher,
  url: string,
  signal: AbortSignal,
  accept = 'text/html',
): Promise<FetchedText> {
  // asked by a person for their own page: robots.txt is written for crawlers
  const answer = await fetcher.fetch(url, {
    maxBytes: mostPageBytes,
    attempts: 2,
    robots: 'feed',
    accept,
    signal,
  });
  return { url: answer.finalUrl, text: await text(answer.body), contentType: answer.contentType ?? '' };
}

/** Looks at a public page: it must stand on the course's site and name the person and the course where visitors see it. */
export async function checkPage(
  fetcher: Fetcher,
  url: string,
  facts: ProofFacts,
  signal: AbortSignal,
): Promise<ProofOutcome> {
  const believed = isBelieved(url, facts.courseUrl);
  if (believed === undefined) return askModerator('no-course-page');
  if (!believed) return askModerator('other-site');
  try {
    const page = await fetchEvidence(fetcher, url, signal);
    // a redirect leads away from who is believed
    if (isBelieved(page.url, facts.courseUrl) !== true) return askModerator('other-site');
    return judgePage(page, facts);
  } catch (error) {
    return faultOf(error);
  }
}

/** What a page says, as its visitors read it. */
export function judgePage(page: FetchedText, facts: ProofFacts): ProofOutcome {
  if (!/^(text\/html|application\/xhtml\+xml|text\/plain)\b/i.test(page.contentType))
    return notMatched('unreadable');
  if (!isTellingName(facts.personName)) return askModerator('short-name');
  const words = wordsOf(pageText(page.text));
  if (!namesPerson(words, facts.personName)) return notMatched('name');
  if (!namesCourse(words, facts.courseTitle)) return notMatched('title');
  return {
    state: 'proved',
    level: saysCompletion(words) ? 'certificate' : 'enrolled',
    evidence: evidenceOf(page.url),
  };
}

function saysCompletion(words: readonly string[]): boolean {
  if (words.some((word) => completionWords.has(word))) return true;
  const joined = ` ${words.join(' ')} `;
  return completionPhrases.some((phrase) => joined.includes(phrase));
}

/** One page is one piece of evidence, however its address is dressed up. */
function evidenceOf(address: string): string {
  const url = new URL(address);
  return `page:${url.host}${url.pathname.replace(/\/+$/, '')}`.toLowerCase();
}

/** What went wrong on the way, as the person is told. */
export function faultOf(error: unknown): ProofOutcome {
  if (error instanceof FetchRefused)
    return notMatched(error.code === 'too-large' || error.code === 'too-dense' ? 'too-large' : 'refused');
  if (!(error instanceof FetchFailed)) throw error;
  return notMatched(/^http-(401|403|404|410)$/.test(error.code) ? 'not-public' : 'unreachable');
}
