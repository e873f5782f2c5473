import { langs } from '../../../platform/i18n/languages.ts';
import type { MessageSet } from '../../../platform/i18n/messages.ts';
import { browseMessages } from '../browse/messages/index.ts';
import { compareMessages } from '../compare-courses/messages/index.ts';
import { embedMessages } from '../embed-courses/messages/index.ts';
import { calendarMessages } from '../calendar/messages/index.ts';
import { changeMessages } from '../change-log/messages/index.ts';
import { newsMessages } from '../course-news/messages/index.ts';
import { wordMessages } from '../course-words/messages/index.ts';
import { followMessages } from '../follow-course/messages/index.ts';
import { placeMessages } from '../explain-place/messages/index.ts';
import { apiMessages } from '../publish-api/messages/index.ts';
import { docsMessages } from '../publish-api/docs/messages/index.ts';
import { keyMessages } from '../publish-api/partner-keys/messages/index.ts';
import { feedMessages } from '../publish-feeds/messages/index.ts';
import { savedSearchMessages } from '../save-search/messages/index.ts';
import { searchMessages } from '../search-courses/messages/index.ts';
import { operateMessages } from '../operator-pages/messages.ts';
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
  wordMessages,
  searchMessages,
  placeMessages,
  browseMessages,
  compareMessages,
  embedMessages,
  calendarMessages,
  changeMessages,
  followMessages,
  newsMessages,
  apiMessages,
  keyMessages,
  docsMessages,
  feedMessages,
  savedSearchMessages,
  ...operateMessages,
];

export const catalogMessages = Object.fromEntries(
  langs.map((lang) => [lang, Object.assign({}, ...sets.map((set) => set[lang]))]),
) as MessageSet;

declare module '../../../platform/i18n/messages.ts' {
  interface Messages extends Record<keyof typeof en, true> {}
}
