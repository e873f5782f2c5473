import type { Translator } from '../../../platform/i18n/translator.ts';
import type { AttestedFacts, WhatWasDone } from '../attestation.ts';

/** Its kind in words: who only went through a course did not pass anything, and the document does not say so. */
export function sayKind(t: Translator, { done }: Pick<AttestedFacts, 'done'>): string {
  const passed = done.questionSets > 0 || done.works > 0;
  return t(passed ? 'credentials.document.passed' : 'credentials.document.followed');
}

/** "14 units followed, 5 sets of questions passed and 1 piece of work accepted"; empty where nothing was counted. */
export function sayDone(t: Translator, done: WhatWasDone): string {
  const parts = [
    done.units > 0 && t('credentials.done.units', { n: done.units }),
    done.questionSets > 0 && t('credentials.done.question-sets', { n: done.questionSets }),
    done.works > 0 && t('credentials.done.works', { n: done.works }),
  ];
  return t.list(parts.filter((part) => part !== false));
}
