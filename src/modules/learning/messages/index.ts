import { langs } from '../../../platform/i18n/languages.ts';
import type { MessageSet } from '../../../platform/i18n/messages.ts';
import { announceMessages } from '../announce-run/messages/index.ts';
import { teachMessages } from '../teach-run/messages/index.ts';
import { playPackageMessages } from '../play-package/messages/index.ts';
import { tellMessages } from '../tell-author/messages/index.ts';
import { talkMessages } from '../write-to-authors/messages/index.ts';
import { filmsMessages } from '../watch-films/messages/index.ts';
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
  playPackageMessages,
  teachMessages,
  announceMessages,
  tellMessages,
  talkMessages,
  filmsMessages,
];

export const learningMessages = Object.fromEntries(
  langs.map((lang) => [lang, Object.assign({}, ...sets.map((set) => set[lang]))]),
) as MessageSet;

declare module '../../../platform/i18n/messages.ts' {
  interface Messages extends Record<keyof typeof en, true> {}
}
