/** The database was in the way of an import, not its feed: what was applied stays, and importing again carries on. */
export class ImportCutOff extends Error {
  override name = 'ImportCutOff';
}
