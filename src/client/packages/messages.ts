// What the page and the frame in it say to each other. Neither trusts the other's words: the frame plays what strangers
// made, and the server reads again all that comes from there.

/** Where somebody stopped, as it was kept. */
export interface KeptState {
  readonly completion?: 'completed' | 'incomplete';
  readonly success?: 'passed' | 'failed';
  /** 0 to 1. */
  readonly score?: number;
  readonly location?: string;
  readonly suspend?: string;
}

/** What a package needs at its start. */
export interface Start {
  readonly state: KeptState;
  /** Seconds in earlier sessions. */
  readonly seconds: number;
  readonly mastery?: number;
  readonly launchData?: string;
  /** Stands for the learner, and says nothing of them. */
  readonly learner: string;
}

/** What a package said so far. */
export interface Told extends KeptState {
  /** In this session. */
  readonly seconds: number;
}

export type FromFrame =
  | { readonly passerelle: 'ready' }
  | { readonly passerelle: 'result'; readonly told: Told }
  | { readonly passerelle: 'height'; readonly height: number };

export interface ToFrame {
  readonly passerelle: 'start';
  readonly start: Start;
}
