import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DayEvent } from './calendar-event.ts';
import { icalendar } from './ical-calendar.ts';
import { readIcal, valueOf } from './testing/read-ical.ts';

const event: DayEvent = {
  uid: '0190a5d8-0000-7000-8000-000000000001-start@catalogue.example',
  from: '2027-01-12',
  to: '2027-01-12',
  summary: 'Begins',
  description: 'Some words',
  url: 'https://catalogue.example/fr/courses/x',
  tentative: false,
  categories: [],
  changedAt: new Date('2026-12-01T09:30:15.250Z'),
};
const now = new Date('2026-12-02T10:00:00.999Z');
const written = (events: readonly DayEvent[], name = 'Courses') =>
  readIcal(
    Buffer.from(
      icalendar(
        { name, lang: 'fr', source: 'https://x.example/a.ics', url: 'https://x.example/a', events },
        now,
      ),
    ),
  );

describe('icalendar', () => {
  it('is what RFC 5545 wants of a published calendar', () => {
    const calendar = written([event]);
    expect(calendar.name).toBe('VCALENDAR');
    expect(valueOf(calendar, 'VERSION')).toBe('2.0');
    expect(valueOf(calendar, 'METHOD')).toBe('PUBLISH');
    const [only] = calendar.components;
    if (!only) throw new Error('no event');
    expect(only.name).toBe('VEVENT');
    expect(valueOf(only, 'DTSTAMP')).toBe('20261202T100000Z');
    expect(valueOf(only, 'LAST-MODIFIED')).toBe('20261201T093015Z');
    expect(valueOf(only, 'STATUS')).toBe('CONFIRMED');
    const start = only.properties.find((property) => property.name === 'DTSTART');
    expect(start).toEqual({ name: 'DTSTART', parameters: { VALUE: 'DATE' }, value: '20270112' });
    // the end of a whole day is the day after it
    expect(valueOf(only, 'DTEND')).toBe('20270113');
  });

  it('has a sequence that grows with each change and is the same for the same state', () => {
    const sequence = (at: string) =>
      Number(
        valueOf(written([{ ...event, changedAt: new Date(at) }]).components[0] ?? written([]), 'SEQUENCE'),
      );
    expect(sequence('2026-12-01T09:30:00Z')).toBe(sequence('2026-12-01T09:30:59Z'));
    expect(sequence('2026-12-01T09:31:00Z')).toBeGreaterThan(sequence('2026-12-01T09:30:00Z'));
    expect(sequence('2090-01-01T00:00:00Z')).toBeLessThan(2 ** 31);
  });

  it('gives every text back as it was, whatever it is, in lines of at most 75 octets', () => {
    const texts = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 200 }),
      fc.constantFrom(
        'a;b,c\\d\ne',
        'é'.repeat(60),
        '🎓'.repeat(40),
        '数据'.repeat(60),
        'END:VEVENT',
        '\r\nX-EVIL:1',
        '\\n',
      ),
      fc.string({ unit: 'binary', maxLength: 100 }),
    );
    fc.assert(
      fc.property(texts, texts, (summary, description) => {
        const calendar = written([{ ...event, summary, description }], summary);
        expect(calendar.components).toHaveLength(1);
        const plain = (text: string) =>
          text
            .toWellFormed()
            .replace(/\r\n?/g, '\n')
            .replace(/(?!\n|\t)\p{Cc}/gu, '');
        const [only = calendar] = calendar.components;
        expect(valueOf(only, 'SUMMARY')).toBe(plain(summary));
        expect(valueOf(only, 'DESCRIPTION')).toBe(plain(description));
        expect(valueOf(calendar, 'NAME')).toBe(plain(summary));
      }),
    );
  });
});
