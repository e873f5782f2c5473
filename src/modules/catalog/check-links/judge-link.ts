import type { LinkCheck } from '../../../platform/http/fetch/check-link.ts';
import type { DueLink, LinkFinding } from './check-links.queries.ts';

const dayMs = 86_400_000;
/** Days between two looks at a link that is well. */
export const usualDays = 14;
/** A page is dead when it was found so this often in a row, a day apart. */
const timesUntilDead = 3;

/**
 * What to think of a link after one more look: a single "not found" makes it suspect, and only several in a row dead; an
 * answer that says nothing leaves it as it was.
 */
export function judgeLink(link: DueLink, check: LinkCheck, now: Date): LinkFinding {
  const isDead = check.state === 'dead';
  const failures = isDead ? link.failures + 1 : check.state === 'unsure' ? link.failures : 0;
  const dnsFailures = check.code === 'dns' ? link.dnsFailures + 1 : 0;
  const state = stateAfter(link, check, failures);
  const days = state === 'suspect' ? 1 : check.state === 'unsure' ? 3 : usualDays;
  return {
    url: link.url,
    state,
    failures,
    dnsFailures,
    status: check.status ?? null,
    code: check.code,
    reason: check.reason,
    finalUrl: check.finalUrl ?? null,
    nextAt: new Date(now.getTime() + days * dayMs),
  };
}

function stateAfter(link: DueLink, check: LinkCheck, failures: number): LinkFinding['state'] {
  if (check.state === 'dead') return failures >= timesUntilDead ? 'dead' : 'suspect';
  if (check.state !== 'unsure') return check.state;
  // a look that told nothing takes nothing back
  return link.state === 'dead' || link.state === 'suspect' ? link.state : 'unsure';
}
