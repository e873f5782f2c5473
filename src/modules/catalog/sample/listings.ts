import { listingFile, type ListingFile } from './authored-listing.ts';
import ar from './listings-ar.json' with { type: 'json' };
import en1 from './listings-en-1.json' with { type: 'json' };
import en2 from './listings-en-2.json' with { type: 'json' };
import es from './listings-es.json' with { type: 'json' };
import fr1 from './listings-fr-1.json' with { type: 'json' };
import fr2 from './listings-fr-2.json' with { type: 'json' };
import pt from './listings-pt.json' with { type: 'json' };
import ru from './listings-ru.json' with { type: 'json' };
import zh from './listings-zh.json' with { type: 'json' };

const files: readonly unknown[] = [fr1, fr2, en1, en2, es, pt, ru, zh, ar];

/** Every authored listing, by file; throws a ZodError that names the wrong key when a data file is wrong. */
export const listingFiles = (): ListingFile[] => files.map((file) => listingFile.parse(file));
