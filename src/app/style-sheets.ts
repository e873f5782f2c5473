/** Where the sheets of src/client are loaded beside that of every page: addresses without their language, and all below them. */
export const sheetPaths: Readonly<Record<string, readonly string[]>> = {
  learn: ['/learn', '/teach'],
  workshop: ['/teach', '/editor', '/operator', '/moderator'],
};
