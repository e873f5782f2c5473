import type { WordHint } from './lexicon.queries.ts';
import { typingDistance } from './words/typing-distance.ts';

/** How many slips are forgiven in a word of this length. */
export const slipsForgiven = (length: number): number => (length >= 7 ? 2 : length >= 4 ? 1 : 0);

/** Words that somebody may have meant instead of one the catalogue does not have, the likeliest first. */
export function likelyMeant(token: string, hints: readonly WordHint[], most = 3): string[] {
  const allowed = slipsForgiven(token.length);
  return hints
    .filter((hint) => hint.kind === 'similar' && hint.token === token)
    .map((hint) => ({ ...hint, slips: typingDistance(token, hint.word, allowed) }))
    .filter((hint) => hint.slips <= allowed)
    .toSorted((a, b) => a.slips - b.slips || b.weight - a.weight || (a.word < b.word ? -1 : 1))
    .slice(0, most)
    .map((hint) => hint.word);
}
