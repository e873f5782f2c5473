/** What doctor saw of one thing. */
export interface Finding {
  readonly what: string;
  readonly ok: boolean;
  /** What was seen, or what to do. */
  readonly says: string;
}

/** What looking at one thing said; where it threw, that is what is wrong. */
export async function findingOf(what: string, look: () => Promise<string> | string): Promise<Finding> {
  try {
    return { what, ok: true, says: await look() };
  } catch (error) {
    return { what, ok: false, says: error instanceof Error ? error.message : String(error) };
  }
}
