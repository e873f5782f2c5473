/** The embedded database cannot be used; the message says what happened and what a person can do. */
export class DatabaseFailure extends Error {
  override readonly name = 'DatabaseFailure';
}
