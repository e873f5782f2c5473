import { openDatabase } from '../../../platform/db/database.ts';
import { courses, importing } from './catalog-stage.ts';

/** A process of its own that is killed with SIGKILL in the middle of an import: `node import-until-killed.ts URL COUNT`. */
const [url = '', count = '0'] = process.argv.slice(2);
const { db } = openDatabase({ url, maximum: 3, name: 'import-until-killed' });
await importing(db, courses(Number(count)), {
  platformName: 'killed',
  onProgress: ({ phase, done }) => {
    if (phase === 'applying' && done >= Number(count) / 2) process.kill(process.pid, 'SIGKILL');
  },
});
