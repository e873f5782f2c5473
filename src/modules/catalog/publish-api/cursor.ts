import { z } from '@hono/zod-openapi';
import { Refusal } from '../../../platform/refusal.ts';

export const badCursor = () => new Refusal(400, 'api.bad-cursor', 'catalog.api.refusal.bad-cursor');

/**
 * Where a list goes on, as an opaque word: receivers keep it and give it back, and its inside may change without a new
 * version of the API.
 */
export interface Cursor<T> {
  write(place: T): string;
  /** Throws the refusal 400 for what was never written here. */
  read(word: string): T;
}

/** A cursor of one kind of list; one list's word is refused by another. */
export function cursorOf<T>(kind: string, place: z.ZodType<T>): Cursor<T> {
  const form = z.tuple([z.literal(kind), place]);
  return {
    write: (at) => Buffer.from(JSON.stringify([kind, at])).toString('base64url'),
    read(word) {
      const parsed = form.safeParse(parse(word));
      if (!parsed.success) throw badCursor();
      return parsed.data[1];
    },
  };
}

function parse(word: string): unknown {
  try {
    const text = Buffer.from(word, 'base64url').toString();
    // NUL in a text is something that PostgreSQL cannot be asked for
    return text.includes('\\u0000') ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
