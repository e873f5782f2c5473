import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import type { CalendarEvent, TimedEvent } from './calendar-event.ts';
import { icalendar } from './ical-calendar.ts';
import { readIcal, valueOf } from './testing/read-ical.ts';
import { offsetAt, transitionsBetween } from './zone-offsets.ts';

const timed = (zone: string, start: string, more: Partial<TimedEvent> = {}): TimedEvent => ({
  uid: `${start}@x.example`,
  summary: 'Begins',
  description: '',
  url: 'https://x.example/a',
  tentative: false,
  categories: [],
  changedAt: new Date('2026-12-01T09:30:00Z'),
  zone,
  start: new Date(start),
  end: new Date(new Date(start).getTime() + 5_400_000),
  ...more,
});

function written(events: readonly CalendarEvent[]): string {
  const calendar = {
    name: 'Courses',
    lang: 'en',
    source: 'https://x.example/a.ics',
    url: 'https://x.example/a',
  };
  return icalendar({ ...calendar, events }, new Date('2026-12-02T10:00:00Z'));
}

/** Begin and end of every event as another program understands them, from the file's own rules alone. */
function understood(text: string): string[][] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const { startDate, endDate } = new ICAL.Event(component);
    for (const time of [startDate, endDate]) {
      const id = component.getFirstProperty('dtstart')?.getFirstParameter('tzid');
      const zone = calendar
        .getAllSubcomponents('vtimezone')
        .find((each) => each.getFirstPropertyValue('tzid') === id);
      if (zone) time.zone = new ICAL.Timezone(zone);
    }
    return [startDate, endDate].map((time) => new Date(time.toUnixTime() * 1000).toISOString());
  });
}

const quarterHours = (from: string, count: number): Date[] =>
  Array.from({ length: count }, (_, n) => new Date(new Date(from).getTime() + n * 900_000));

describe('timed events', () => {
  it.each([
    ['Europe/Paris', '2027-03-27T20:00:00Z'],
    ['Europe/Paris', '2027-10-30T20:00:00Z'],
    ['America/Sao_Paulo', '2018-11-03T20:00:00Z'],
    ['America/Sao_Paulo', '2027-02-20T20:00:00Z'],
    ['Asia/Shanghai', '2027-03-27T20:00:00Z'],
    ['Asia/Kolkata', '2026-12-31T12:00:00Z'],
    ['Africa/Casablanca', '2027-02-06T20:00:00Z'],
    ['Australia/Lord_Howe', '2027-04-03T10:00:00Z'],
    ['America/St_Johns', '2027-11-07T00:00:00Z'],
    ['Pacific/Kiritimati', '2026-12-31T05:00:00Z'],
    ['Europe/Dublin', '2027-03-27T20:00:00Z'],
  ])('come out at their instants in %s, each quarter of an hour around %s', (zone, from) => {
    const events = quarterHours(from, 96).map((at) => timed(zone, at.toISOString()));
    expect(understood(written(events))).toEqual(
      events.map(({ start, end }) => [start.toISOString(), end.toISOString()]),
    );
  });

  it('come out at their instants in every zone there is', () => {
    const instants = fc.date({
      min: new Date('1995-01-01Z'),
      max: new Date('2037-01-01Z'),
      noInvalidDate: true,
    });
    const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    fc.assert(
      fc.property(zones, fc.array(instants, { minLength: 1, maxLength: 4 }), (zone, starts) => {
        const whole = starts.map((at) => new Date(Math.floor(at.getTime() / 1000) * 1000));
        const events = whole.map((at, n) =>
          timed(zone, at.toISOString(), { uid: `${n}@x.example`, end: at }),
        );
        expect(understood(written(events)).map(([start]) => start)).toEqual(
          whole.map((at) => at.toISOString()),
        );
      }),
    );
  });

  it('tells them on the clock of the place, with one VTIMEZONE a zone', () => {
    const calendar = readIcal(
      Buffer.from(
        written([
          timed('Asia/Kolkata', '2027-01-12T12:30:00Z'),
          timed('Europe/Paris', '2027-07-12T16:00:00Z'),
          timed('Europe/Paris', '2029-01-12T17:00:00Z'),
        ]),
      ),
    );
    const zones = calendar.components.filter(({ name }) => name === 'VTIMEZONE');
    expect(zones.map((zone) => valueOf(zone, 'TZID'))).toEqual(['Asia/Kolkata', 'Europe/Paris']);
    // India's clock never changes; that of Paris twice in each of three years
    expect(zones.map((zone) => zone.components.length)).toEqual([1, 7]);
    const starts = calendar.components.flatMap(({ properties }) =>
      properties.filter(({ name }) => name === 'DTSTART'),
    );
    expect(starts.map(({ parameters, value }) => [parameters['TZID'], value])).toEqual([
      ['Asia/Kolkata', '20270112T180000'],
      ['Europe/Paris', '20270712T180000'],
      ['Europe/Paris', '20290112T180000'],
    ]);
  });

  it('writes in UTC what has no place, what nobody knows, and an hour that a clock shows twice', () => {
    const text = written([
      timed('UTC', '2027-01-12T12:30:00Z'),
      timed('Mars/Olympus', '2027-01-12T12:30:00Z'),
      timed('+02:00', '2027-01-12T12:30:00Z'),
      timed('Europe/Paris"\r\nX-EVIL:1', '2027-01-12T12:30:00Z'),
      timed('Europe/Paris', '2027-10-31T01:30:00Z'),
    ]);
    expect(text).not.toContain('VTIMEZONE');
    expect(text).not.toContain('EVIL');
    expect(text.match(/DTSTART:2027\d{4}T\d{6}Z/g)).toHaveLength(5);
  });

  it('has moments without an end, places, cancellations and reminders', () => {
    const moment = timed('UTC', '2027-01-12T12:30:00Z');
    const text = written([
      { ...moment, end: moment.start, place: 'Salle 2, rue des Écoles; Lyon', cancelled: true, busy: true },
      { ...moment, uid: 'b', remindBefore: [60] },
    ]);
    const [first, second] = readIcal(Buffer.from(text)).components;
    expect(first?.properties.map(({ name }) => name)).not.toContain('DTEND');
    expect(first && valueOf(first, 'STATUS')).toBe('CANCELLED');
    expect(first && valueOf(first, 'TRANSP')).toBe('OPAQUE');
    expect(text).toContain('LOCATION:Salle 2\\, rue des Écoles\\; Lyon');
    expect(second?.components.map((alarm) => valueOf(alarm, 'TRIGGER'))).toEqual(['-PT60M']);
  });
});

describe('zones', () => {
  it('knows the offset of an instant to the second', () => {
    expect(offsetAt('Asia/Kathmandu', new Date('2027-01-01T00:00:00Z'))).toBe(20_700);
    expect(offsetAt('America/St_Johns', new Date('2027-07-01T00:00:00Z'))).toBe(-9000);
    expect(offsetAt('UTC', new Date('2027-07-01T00:00:00Z'))).toBe(0);
    expect(() => offsetAt('Mars/Olympus', new Date(0))).toThrow(RangeError);
  });

  it('finds each change of a clock, at its instant', () => {
    const found = transitionsBetween(
      'Europe/Paris',
      new Date('2027-01-01T00:00:00Z'),
      new Date('2028-01-01T00:00:00Z'),
    );
    expect(found.map(({ at, before, after }) => [at.toISOString(), before, after])).toEqual([
      ['2027-03-28T01:00:00.000Z', 3600, 7200],
      ['2027-10-31T01:00:00.000Z', 7200, 3600],
    ]);
  });
});
