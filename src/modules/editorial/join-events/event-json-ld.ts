import type { ShownEvent } from './join-event.queries.ts';

/** The event as schema.org JSON-LD (https://schema.org/Event), safe to stand inside a script element. */
export function eventJsonLd(event: ShownEvent, address: string): string {
  const mode = event.place === null ? 'Online' : event.link === null ? 'Offline' : 'Mixed';
  const places = [
    ...(event.place === null ? [] : [{ '@type': 'Place', name: event.place, address: event.place }]),
    ...(event.link === null ? [] : [{ '@type': 'VirtualLocation', url: address }]),
  ];
  const data = {
    '@context': 'https://schema.org',
    '@type': 'Event',
    '@id': address,
    name: event.title,
    ...(event.summary ? { description: event.summary } : {}),
    inLanguage: event.lang,
    startDate: event.startsAt.toISOString(),
    endDate: event.endsAt.toISOString(),
    eventStatus: `https://schema.org/Event${event.state === 'cancelled' ? 'Cancelled' : 'Scheduled'}`,
    eventAttendanceMode: `https://schema.org/${mode}EventAttendanceMode`,
    location: places,
    isAccessibleForFree: true,
    ...(event.host ? { organizer: { '@type': 'Organization', name: event.host } } : {}),
    ...(event.speakers.length > 0
      ? { performer: event.speakers.map(({ name }) => ({ '@type': 'Person', name })) }
      : {}),
    ...(event.seats === null ? {} : { maximumAttendeeCapacity: event.seats }),
  };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
