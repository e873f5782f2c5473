import { z } from 'zod';
import { FetchRefused } from '../../../platform/http/fetch/fetch-errors.ts';
import type { Fetcher } from '../../../platform/http/fetch/guarded-fetch.ts';
import type { MessageKey } from '../../../platform/i18n/messages.ts';
import { isFormatName } from './format-names.ts';
import type { ListedSource } from './sources.queries.ts';

/** The format of a source that is told from its first import. */
export const detectedFormat = 'detect';

/** Hours between two imports that one can choose. */
export const everyHoursChoices = [6, 12, 24, 72, 168, 720] as const;

export interface SourceInput {
  readonly id: string;
  readonly platform: string;
  readonly platformUrl: string | null;
  readonly format: string;
  readonly name: string;
  readonly location: string | null;
  readonly everyHours: number | null;
  readonly mapping: Readonly<Record<string, string>> | null;
}

const mostMapped = 200;

/** "Course name = title", one column a line. */
export function readMappingLines(text: string): Record<string, string> | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  if (lines.length > mostMapped) return undefined;
  const pairs = lines.map((line) => {
    const at = line.lastIndexOf('=');
    return at < 0 ? (['', ''] as const) : ([line.slice(0, at).trim(), line.slice(at + 1).trim()] as const);
  });
  return pairs.every(([column, field]) => column !== '' && field !== '')
    ? Object.fromEntries(pairs)
    : undefined;
}

export const writeMappingLines = (mapping: Readonly<Record<string, string>> | null): string =>
  Object.entries(mapping ?? {})
    .map(([column, field]) => `${column} = ${field}`)
    .join('\n');

const text = (most: number) => z.string().trim().max(most);
const webAddress = /^https?:\/\/\S+$/i;

/** Error messages are message keys. */
const sourceSchema = z.object({
  id: z.uuid(),
  platform: text(120).min(1, 'catalog.sources.error.platform'),
  platformUrl: text(500)
    .regex(/^(https?:\/\/\S+)?$/i, 'catalog.sources.error.address')
    .default(''),
  format: z
    .string()
    .refine((name) => name === detectedFormat || isFormatName(name), 'catalog.sources.error.format'),
  name: text(80).default(''),
  location: text(2000)
    .refine((value) => value === '' || webAddress.test(value), 'catalog.sources.error.address')
    .default(''),
  everyHours: z
    .string()
    .default('')
    .transform((value) => (value === '' ? null : Number(value)))
    .refine(
      (value) => value === null || (Number.isInteger(value) && value >= 1 && value <= 8760),
      'catalog.sources.error.every',
    ),
  mapping: z
    .string()
    .max(20_000)
    .default('')
    .transform(readMappingLines)
    .refine((value) => value !== undefined, 'catalog.sources.error.mapping'),
});

export type FormErrors = Readonly<Record<string, MessageKey>>;
export type ReadSource =
  { readonly ok: true; readonly input: SourceInput } | { readonly ok: false; readonly errors: FormErrors };

/** What the form says, or which fields need another look. */
export function readSourceForm(fields: Readonly<Record<string, string>>): ReadSource {
  const parsed = sourceSchema.safeParse(fields);
  if (!parsed.success) {
    const errors: Record<string, MessageKey> = {};
    for (const issue of parsed.error.issues) errors[String(issue.path[0])] ??= issue.message as MessageKey;
    return { ok: false, errors };
  }
  const { platformUrl, location, mapping, ...rest } = parsed.data;
  const isMapped = Object.keys(mapping ?? {}).length > 0;
  return {
    ok: true,
    input: {
      ...rest,
      platformUrl: platformUrl || null,
      location: location || null,
      mapping: isMapped ? (mapping ?? null) : null,
    },
  };
}

/** Why an address will never be fetched, as far as its form tells; undefined when it may be. Nothing is sent. */
export function addressError(fetcher: Fetcher, location: string): MessageKey | undefined {
  try {
    fetcher.check(location);
    return undefined;
  } catch (error) {
    if (!(error instanceof FetchRefused)) throw error;
    if (error.code === 'private-address' || error.code === 'private-name')
      return 'catalog.sources.error.private';
    if (error.code === 'bad-port') return 'catalog.sources.error.port';
    if (error.code === 'credentials') return 'catalog.sources.error.credentials';
    return 'catalog.sources.error.address';
  }
}

/** What the form shows of a source that is there already. */
export const fieldsOf = (source: ListedSource): Readonly<Record<string, string>> => ({
  id: source.id,
  platform: source.platform,
  platformUrl: source.platformUrl ?? '',
  format: source.format,
  name: source.name,
  location: source.location ?? '',
  everyHours: source.everyHours === null ? '' : String(source.everyHours),
  mapping: writeMappingLines(source.mapping),
});
