import { z } from 'zod';
import platformData from './platforms.json' with { type: 'json' };
import providerDescriptionData from './provider-descriptions.json' with { type: 'json' };
import providerData from './providers.json' with { type: 'json' };
import subjectData from './subjects.json' with { type: 'json' };

/** Who appears in the sample: invented platforms and providers, and the subjects that listings may name. */
const byLanguage = z.record(z.string(), z.string());

const platform = z.strictObject({
  slug: z.string(),
  name: z.string(),
  url: z.url(),
  currency: z.string().length(3),
  description: byLanguage,
});
export type SamplePlatform = z.infer<typeof platform>;

const provider = z.strictObject({ name: z.string(), host: z.string(), country: z.string().length(2) });

/** A subject's ISCED-F code, and its name in each language of the sample. */
const subject = z.strictObject({ isced: z.string().regex(/^\d{4}$/), label: byLanguage });

const bySlug = <T extends z.ZodType>(of: T, data: unknown) =>
  new Map(Object.entries(z.record(z.string(), of).parse(data)));

/** By the letter that listings use in `on`. */
export const platforms = bySlug(platform, platformData);
export const providers = bySlug(provider, providerData);
export const subjects = bySlug(subject, subjectData);
/** What each provider does, in a sentence or two, by provider key and language. */
export const providerDescriptions = bySlug(byLanguage, providerDescriptionData);
