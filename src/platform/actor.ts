import type { Lang } from './i18n/languages.ts';
import type { Ids } from './time/ids.ts';

export const roles = ['operator', 'moderator', 'editor', 'author'] as const;
export type Role = (typeof roles)[number];

/** Who acts, when, and with what source of new identifiers: the second argument of every use case. */
export interface Actor {
  readonly kind: 'visitor' | 'person' | 'partner' | 'system';
  /** Id of the person or of the partner's key; absent for visitors and the system. */
  readonly id?: string;
  /** As shown to the person; for the system, the name of the job or command. */
  readonly name?: string;
  readonly roles: readonly Role[];
  readonly lang: Lang;
  /** The instant of the deed: one for the whole request. */
  readonly now: Date;
  readonly ids: Ids;
  /** Network address, for limits and the audit log. */
  readonly address?: string;
  /** The session of a signed-in person. */
  readonly sessionId?: string;
}

export const hasRole = (actor: Actor, role: Role): boolean =>
  actor.kind === 'system' || actor.roles.includes(role);

/** The actor of a job or a command: may do all that anybody may. */
export function systemActor(name: string, now: Date, ids: Ids, lang: Lang = 'en'): Actor {
  return { kind: 'system', name, roles: [...roles], lang, now, ids };
}
