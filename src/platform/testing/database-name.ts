/** Databases of tests are named after their process, so that those of killed runs are known and dropped. */
export const testDatabasePrefix = 'test_';

/** The same server's address with another database. */
export function databaseUrl(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
