export { DatabaseFailure } from './database-failure.ts';
export { embeddedPostgres } from './embedded-postgres.ts';
