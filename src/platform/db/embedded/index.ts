export { DatabaseFailure } from './database-failure.ts';
export type { EmbeddedDatabase, EmbeddedOptions } from './embedded-postgres.ts';
export { embeddedPostgres } from './embedded-postgres.ts';
