export const pushTask = 'notify-push';
