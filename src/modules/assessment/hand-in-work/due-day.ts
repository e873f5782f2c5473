import { instantOf } from '../../../platform/time/wall-time.ts';

const form = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/;

/**
 * When the last day of an assignment ends, as its author wrote it: "2026-12-01" to its last minute, "2026-12-01 18:30",
 * both in the zone, or an instant with its own offset. Undefined for other words ("Week 3"), which are only said.
 */
export function dueAtOf(text: string, zone: string): Date | undefined {
  const [, day, time = '23:59', offset] = form.exec(text.trim()) ?? [];
  if (day === undefined) return undefined;
  if (offset === undefined) return instantOf(day, time, zone);
  const at = Date.parse(`${day}T${time}${offset}`);
  return Number.isNaN(at) || !instantOf(day, time, 'UTC') ? undefined : new Date(at);
}
