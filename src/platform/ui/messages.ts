import ar from './messages/ar.json' with { type: 'json' };
import en from './messages/en.json' with { type: 'json' };
import es from './messages/es.json' with { type: 'json' };
import fr from './messages/fr.json' with { type: 'json' };
import pt from './messages/pt.json' with { type: 'json' };
import ru from './messages/ru.json' with { type: 'json' };
import zh from './messages/zh.json' with { type: 'json' };

/** The kit's own words, for the translators. */
export const uiMessages = { fr, en, es, pt, ru, zh, ar };

declare module '../i18n/messages.ts' {
  interface Messages extends Record<keyof typeof en, true> {}
}
