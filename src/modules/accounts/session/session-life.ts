const minute = 60_000;
const day = 24 * 60 * minute;

/** A session ends when nobody used it for this long, */
export const idleLife = 30 * day;
/** and after this long in any case. */
export const wholeLife = 180 * day;
/** Seconds that the browser keeps the cookie. */
export const cookieLife = wholeLife / 1000;
/** "Last seen" is written no more often than this: a page view costs one statement, not two. */
export const seenEvery = 60 * minute;
/** How long after signing in one may change credentials without proving oneself again. */
export const recentLife = 15 * minute;

export const idleSince = (now: Date): Date => new Date(now.getTime() - idleLife);
export const endOfSession = (now: Date): Date => new Date(now.getTime() + wholeLife);

export const isDueToBeSeen = (lastSeen: Date, now: Date): boolean =>
  now.getTime() - lastSeen.getTime() >= seenEvery;

export const isRecent = (signedInAt: Date, now: Date): boolean =>
  now.getTime() - signedInAt.getTime() < recentLife;
