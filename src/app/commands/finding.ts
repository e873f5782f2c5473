/** What doctor saw of one thing. */
export interface Finding {
  readonly what: string;
  readonly ok: boolean;
  /** What was seen, or what to do. */
  readonly says: string;
}
