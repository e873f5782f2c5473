/**
 * What a failed statement tells about trying it again: `again` when another transaction was in its way, `data` when
 * what was given cannot be stored, `database` when the database itself is in trouble or gone.
 */
export type FailureKind = 'again' | 'data' | 'database';

const inTheWay = new Set(['40001', '40P01', '55P03']);
/** Classes of SQLSTATE: data exception, integrity, cardinality, program limits such as the size of an index entry. */
const ofTheData = /^(?:21|22|23|54)/;
const sqlState = /^[0-9A-Z]{5}$/;
/** Of the system's codes those of a network; ENOENT and EACCES may as well tell of a file. */
const network = /^(?:ECONN|EHOST|ENET|EAI_|EPIPE$|ENOTFOUND$|ETIMEDOUT$)/;
/** What the driver says without a code. */
const lostConnection =
  /^Connection terminated|^timeout exceeded when trying to connect|^Client has encountered/;

/** The kind of a database's failure; undefined for errors that do not come from it. */
export function failureKind(error: unknown): FailureKind | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (inTheWay.has(code)) return 'again';
  if (sqlState.test(code) && 'severity' in error) return ofTheData.test(code) ? 'data' : 'database';
  const isGone = network.test(code);
  return isGone || lostConnection.test(error.message) ? 'database' : undefined;
}
