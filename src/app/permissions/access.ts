export type Access =
  /** Open to everybody: nothing here is anybody's own. */
  | 'public'
  /** Signed-in people; each sees and changes what is their own. */
  | 'people'
  /** Operators and moderators. */
  | 'moderators'
  /** Operators and editors. */
  | 'editors'
  /** Operators and authors of courses. */
  | 'authors'
  /** Operators. */
  | 'operators';

/** Routes one a line, "POST /account/details", by who may reach them. */
export type AccessRows = Partial<Readonly<Record<Access, string>>>;
