export interface OpenEdxKey {
  /** The course, the same for all its runs: "Org+Number". */
  readonly course: string;
  readonly org: string;
  readonly run?: string;
}

/**
 * Reads an Open edX id: "course-v1:Org+Number+Run", the older "Org/Number/Run", or a course's own
 * "course-v1:Org+Number" and "Org+Number". undefined when it is none (custom courses of coaches, programs).
 */
export function openEdxKey(id: string): OpenEdxKey | undefined {
  const bare = id.trim().replace(/^course-v1:/, '');
  if (/^[\w-]+-v\d+:/.test(bare) || /[\s?#]/.test(bare)) return undefined;
  const [org, number, run, ...more] = bare.split(bare.includes('+') ? '+' : '/');
  if (!org || !number || more.length > 0) return undefined;
  return { course: `${org}+${number}`, org, ...(run && { run }) };
}
