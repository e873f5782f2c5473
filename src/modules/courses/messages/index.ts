import { langs } from '../../../platform/i18n/languages.ts';
import type { MessageSet } from '../../../platform/i18n/messages.ts';
import { filmMessages } from '../films/messages/index.ts';
import { askMessages } from '../ask-demand/messages/index.ts';
import { productionMessages } from '../plan-production/messages/index.ts';
import { runMessages } from '../hold-runs/messages/index.ts';
import { reviewMessages } from '../review-content/messages/index.ts';
import { readerMessages } from '../import-package/reading/messages/index.ts';
import { arrangeMessages } from '../arrange-course/messages/index.ts';
import { showMessages } from '../show-blocks/messages/index.ts';
import { blockMessages } from '../edit-block/messages/index.ts';
import { peopleMessages } from '../course-people/messages/index.ts';
import { describeMessages } from '../describe-course/messages/index.ts';
import { historyMessages } from '../keep-drafts/messages/index.ts';
import { reuseMessages } from '../reuse-content/messages/index.ts';
import { questionMessages } from '../edit-questions/messages/index.ts';
import { teachMessages } from '../list-courses/messages/index.ts';
import { importPackageMessages } from '../import-package/messages/index.ts';
import { exportMessages } from '../export-course/messages/index.ts';
import { ownFormatMessages } from '../own-format/messages/index.ts';
import { runPackageMessages } from '../run-packages/messages/index.ts';
import { publishMessages } from '../publish-course/messages/index.ts';
import { formMessages } from '../write-forms/messages/index.ts';
import { demandMessages } from '../demand-sign-offs/messages/index.ts';
import { upkeepMessages } from '../keep-up-to-date/messages/index.ts';
import { diversityMessages } from '../count-diversity/messages/index.ts';
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
  ownFormatMessages,
  exportMessages,
  filmMessages,
  runMessages,
  askMessages,
  productionMessages,
  reviewMessages,
  demandMessages,
  diversityMessages,
  upkeepMessages,
  readerMessages,
  teachMessages,
  arrangeMessages,
  formMessages,
  blockMessages,
  showMessages,
  publishMessages,
  questionMessages,
  historyMessages,
  peopleMessages,
  describeMessages,
  reuseMessages,
  importPackageMessages,
  runPackageMessages,
];

export const coursesMessages = Object.fromEntries(
  langs.map((lang) => [lang, Object.assign({}, ...sets.map((set) => set[lang]))]),
) as MessageSet;

declare module '../../../platform/i18n/messages.ts' {
  interface Messages extends Record<keyof typeof en, true> {}
}
