import { describe, expect, it } from 'vitest';
import { ambientClock, inlineMarkup, silencedChecks } from './code-rules.ts';
import { bannedNames, kebabCaseNames, longFiles, unlistedModules } from './file-rules.ts';
import { incompleteMessages } from './message-rules.ts';
import { incompleteModules, unnamedFolders } from './module-rules.ts';
import { unsafeMigrations } from './migration-rules.ts';
import { projectFolder, readSources } from './source-file.ts';
import { foreignTables, misplacedSql } from './sql-rules.ts';

const sources = readSources(projectFolder);

/** The project itself obeys; each guard's own test shows that it would notice. */
describe('every file of the project', () => {
  it('is read', () => {
    expect(sources.map(({ path }) => path)).toContain('src/app/guards/source-file.ts');
  });

  it.each([
    ['has a name that says something', bannedNames],
    ['has a name in kebab-case', kebabCaseNames],
    ['belongs to a module that the table knows', unlistedModules],
    ['belongs to a module with a face, a README and texts', incompleteModules],
    ['stands in a folder that its module’s README names', unnamedFolders],
    ['is short enough to be read', longFiles],
    ['silences no check', silencedChecks],
    ['takes the time from its clock', ambientClock],
    ['has no inline script and no style attribute', inlineMarkup],
    ['leaves SQL to the queries files', misplacedSql],
    ['writes its own tables and reads those below', foreignTables],
    ['speaks all seven languages', incompleteMessages],
    ['migrates without being felt', unsafeMigrations],
  ])('%s', (_what, guard) => {
    expect(guard(sources)).toEqual([]);
  });
});
