export const deliverTask = 'notify-deliver';

/** Hour (UTC) at which the digests of the day and, on Mondays, of the week are written. */
export const digestHour = 6;

/** The end of the minute that an instant is in. */
export const nextMinute = (now: Date): Date => new Date((Math.floor(now.getTime() / 60_000) + 1) * 60_000);
