import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';

/**
 * What of a value has to be written down so that the schema reads the same value again: whatever the schema fills in by
 * itself is left out, and keys stand in the schema's order, so that the same course is always the same text.
 */
export function toldValue(schema: z.core.$ZodType, value: unknown): unknown {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault) {
    const unsaid = isDeepStrictEqual(value, z.parse(schema, undefined));
    return unsaid ? undefined : toldValue(schema.def.innerType, value);
  }
  if (value === undefined) return undefined;
  if (schema instanceof z.ZodOptional) return toldValue(schema.def.innerType, value);
  if (schema instanceof z.ZodArray && Array.isArray(value))
    return value.map((item) => toldValue(schema.element, item));
  if (schema instanceof z.ZodUnion) return toldValue(optionOf(schema, value), value);
  if (schema instanceof z.ZodObject) return toldObject(schema, value as Record<string, unknown>);
  return value;
}

function optionOf(schema: z.ZodUnion, value: unknown): z.core.$ZodType {
  const option = schema.options.find((one) => z.safeParse(one, value).success);
  if (!option) throw new TypeError('a value of the course fits no kind of the format');
  return option;
}

function toldObject(schema: z.ZodObject, value: Record<string, unknown>): Record<string, unknown> {
  const told = Object.entries(schema.shape).map(([key, part]) => [key, toldValue(part, value[key])] as const);
  return Object.fromEntries(told.filter(([, part]) => part !== undefined));
}
