/** One thing that speaks for or against two courses being one. */
export interface DuplicateReason {
  readonly what: 'url' | 'title' | 'provider' | 'language' | 'level' | 'platform';
  /** What it adds to the score, -1 to 1. */
  readonly weight: number;
  /** 0 to 1 for titles. */
  readonly likeness?: number;
}
