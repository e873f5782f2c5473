import type { Verdict } from '../moderation-tables.ts';

/** What a moderator may give as the reason of a decision; own words can be added to each. */
export const decisionReasons = {
  published: ['fine', 'checked', 'not-a-burst', 'appeal-right'],
  rejected: [
    'insult',
    'personal-data',
    'advertising',
    'copy',
    'organised',
    'own-course',
    'not-about-course',
    'unlawful',
    'unreadable',
    'other',
  ],
} as const satisfies Readonly<Record<Verdict, readonly string[]>>;

export type DecisionReason = (typeof decisionReasons)[Verdict][number];

export const fitsVerdict = (verdict: Verdict, reason: string): reason is DecisionReason =>
  (decisionReasons[verdict] as readonly string[]).includes(reason);
