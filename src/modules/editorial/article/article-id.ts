/** Whether a text can be an id; any other is the id of nothing, and the database would take offence. */
export const isArticleId = (text: string): boolean =>
  /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/.test(text);
