import type { FeedFormat } from './feed-format.ts';
import { elm } from './elm/elm.ts';
import { moochub } from './moochub/moochub.ts';
import { schemaOrg } from './schema-org/schema-org.ts';

/** Formats whose records link to each other: JSON:API, schema.org, the European Learning Model. */
export const linkedFormats: readonly FeedFormat[] = [moochub, schemaOrg, elm];
