import type { Translator } from '../../../platform/i18n/translator.ts';
import type { SetState } from '../ask-questions/set-state.ts';
import type { QuestionsScene } from './field-scene.ts';

const types: ReadonlySet<string> = new Set(['order', 'match', 'drag', 'hotspot']);

/** Whether something of a set can be answered by moving or pointing. */
const isByHand = ({ phase, questions }: SetState): boolean =>
  phase !== 'look' && phase !== 'done' && questions.some(({ question }) => types.has(question.type));

const words = [
  ...(['handle', 'how-arrange', 'taken-arrange', 'moved', 'put', 'back'] as const),
  ...(['how-place', 'taken-place', 'put-in', 'how-point', 'pointed'] as const),
] as const;

/** What the script says while things are moved, for the set's own element: it knows no language. */
export function byHandWords(state: SetState, t: Translator): string | undefined {
  if (!isByHand(state)) return undefined;
  return JSON.stringify(Object.fromEntries(words.map((word) => [word, t(`assessment.hand.${word}`)])));
}

/** The script with which things are moved; it stands beside the form, so that it is there before a set is begun. */
export function ByHand({ state, scene }: { readonly state: SetState; readonly scene: QuestionsScene }) {
  const script = scene.assets?.islands?.['answer-by-hand'];
  return isByHand(state) && script !== undefined ? <script type="module" src={script} /> : null;
}
