import type { MoodleQuestion } from './moodle-question.ts';

/** What is said of right, partly right and wrong answers; `fieldNamed` gives the HTML of a field of Moodle's. */
export function saidOf(fieldNamed: (name: string) => string): MoodleQuestion['said'] {
  const own = (name: string): string => (isOwn(fieldNamed(name)) ? fieldNamed(name) : '');
  return {
    right: own('correctfeedback'),
    partly: own('partiallycorrectfeedback'),
    wrong: own('incorrectfeedback'),
  };
}

/** Standard sentences that Moodle puts in by itself are no words of the author. */
const isOwn = (html: string): boolean => {
  const words = html.replace(/<[^>]+>|&nbsp;/g, ' ').trim();
  return (
    words !== '' &&
    !/^(Your answer is (partially )?(in)?correct\.|Votre réponse est (partiellement )?(in)?correcte\.)$/.test(
      words,
    )
  );
};
