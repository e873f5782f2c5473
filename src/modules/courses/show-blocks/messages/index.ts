import ar from './ar.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import es from './es.json' with { type: 'json' };
import fr from './fr.json' with { type: 'json' };
import pt from './pt.json' with { type: 'json' };
import ru from './ru.json' with { type: 'json' };
import zh from './zh.json' with { type: 'json' };

/** Blocks as they are shown to everybody. */
export const showMessages = { fr, en, es, pt, ru, zh, ar };

declare module '../../../../platform/i18n/messages.ts' {
  interface Messages extends Record<keyof typeof en, true> {}
}
