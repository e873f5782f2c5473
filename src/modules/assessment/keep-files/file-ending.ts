/** Whether a file's name has one of the endings; without any, all are taken. */
export const hasEnding = (name: string, endings: readonly string[]): boolean =>
  endings.length === 0 ||
  endings.some((ending) => name.toLowerCase().endsWith(`.${ending.replace(/^\./, '').toLowerCase()}`));
