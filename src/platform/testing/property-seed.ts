import fc from 'fast-check';

/**
 * The gate tries the same cases every time, so that a change is judged by what it changed; PROPERTY_SEED=random (or a
 * number) goes and looks for new ones.
 */
const wanted = process.env['PROPERTY_SEED'] ?? '20261122';
if (wanted !== 'random') fc.configureGlobal({ seed: Number(wanted) });
