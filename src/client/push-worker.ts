// Runs in the browser without a page: shows what the site has to tell, and opens its page when pressed. It keeps nothing
// and answers no request, so that pages load as if it were not there.

interface Told {
  readonly title: string;
  readonly body: string;
  readonly url: string;
  readonly tag: string;
  readonly lang: string;
  readonly dir: 'ltr' | 'rtl';
}

/** The little of a worker's world that is used here; the page's types do not know it. */
interface WorkerEvent extends Event {
  waitUntil(done: Promise<unknown>): void;
}
interface PushEvent extends WorkerEvent {
  readonly data: { json(): Told } | null;
}
interface PressEvent extends WorkerEvent {
  readonly notification: Notification;
}
interface WorkerScope {
  readonly registration: ServiceWorkerRegistration;
  readonly clients: { openWindow(url: string): Promise<unknown> };
  readonly location: Location;
  addEventListener(kind: 'push', listen: (event: PushEvent) => void): void;
  addEventListener(kind: 'notificationclick', listen: (event: PressEvent) => void): void;
}

const scope = globalThis as unknown as WorkerScope;

scope.addEventListener('push', (event) => {
  const told = event.data?.json();
  if (!told) return;
  const { title, body, url, tag, lang, dir } = told;
  event.waitUntil(scope.registration.showNotification(title, { body, tag, lang, dir, data: url }));
});

scope.addEventListener('notificationclick', (event) => {
  event.notification.close();
  const url = new URL(String(event.notification.data), scope.location.href);
  // Only pages of this site.
  if (url.origin === scope.location.origin) event.waitUntil(scope.clients.openWindow(url.href));
});
