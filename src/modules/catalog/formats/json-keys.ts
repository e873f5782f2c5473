/** Member names in the beginning of a JSON text, however it goes on: to tell feeds apart without parsing them. */
export function jsonKeys(head: string): ReadonlySet<string> {
  if (!/^\s*[[{]/.test(head)) return new Set();
  const keys = new Set<string>();
  for (const match of head.matchAll(/"([\w$.@-]{1,60})"\s*:/g)) {
    if (match[1] !== undefined) keys.add(match[1]);
  }
  return keys;
}

export interface KeyProfile {
  /** Names without which it is not this format. */
  readonly all: readonly string[];
  /** Names that make it surer, each as much. */
  readonly some: readonly string[];
  /** Names that belong to another format. */
  readonly none?: readonly string[];
}

/** 0 when it cannot be, else from 0.5 (the needed names alone) up to 0.95 (all the others too). */
export function keyScore(keys: ReadonlySet<string>, profile: KeyProfile): number {
  if (!profile.all.every((name) => keys.has(name))) return 0;
  if (profile.none?.some((name) => keys.has(name))) return 0;
  const found = profile.some.filter((name) => keys.has(name)).length;
  return 0.5 + (0.45 * found) / Math.max(1, profile.some.length);
}

/** The best of several profiles of one format. */
export function bestKeyScore(head: string, profiles: readonly KeyProfile[]): number {
  const keys = jsonKeys(head);
  return Math.max(0, ...profiles.map((profile) => keyScore(keys, profile)));
}
