export const deliverTask = 'notify-deliver';

/** The end of the minute that an instant is in. */
export const nextMinute = (now: Date): Date => new Date((Math.floor(now.getTime() / 60_000) + 1) * 60_000);
