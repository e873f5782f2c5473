/** What module notify calls a search that somebody follows; its subject is the search's id. */
export const searchKind = 'catalog.search';

/** What one can be told of a search. */
export const followWants = ['match'] as const;
