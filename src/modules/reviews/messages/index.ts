import { langs } from '../../../platform/i18n/languages.ts';
import type { MessageSet } from '../../../platform/i18n/messages.ts';
import { appealMessages } from '../appeal/messages/index.ts';
import { howMessages } from '../explain-checks/messages/index.ts';
import { moderationMessages } from '../moderate-reviews/messages/index.ts';
import { proofMessages } from '../prove-review/messages/index.ts';
import { reportMessages } from '../report-review/messages/index.ts';
import { scoreMessages } from '../show-scores/messages/index.ts';
import { showMessages } from '../show-reviews/messages/index.ts';
import { topicMessages } from '../topics/messages/index.ts';
import { writeMessages } from '../write-review/messages/index.ts';
import { tuneMessages } from '../tune-scores/messages/index.ts';
import ar from './ar.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import pt from './pt.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };
import zh from './zh.json' with { type: 'json' };

/** The module's own texts, then those that a folder keeps beside itself. */
const sets: readonly MessageSet[] = [
  { fr, en, es, pt, ru, zh, ar },
  moderationMessages,
  reportMessages,
  appealMessages,
  proofMessages,
  howMessages,
  topicMessages,
  scoreMessages,
  tuneMessages,
  writeMessages,
  showMessages,
];

export const reviewsMessages = Object.fromEntries(
  langs.map((lang) => [lang, Object.assign({}, ...sets.map((set) => set[lang]))]),
) as MessageSet;

declare module '../../../platform/i18n/messages.ts' {
  interface Messages extends Record<keyof typeof en, true> {}
}
