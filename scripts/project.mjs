import { fileURLToPath } from 'node:url';

/** The project's folder, with a trailing separator stripped. */
export const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[\\/]$/, '');

/** The oldest Node that the platform's packages and its type stripping accept. */
export const oldestNode = [22, 18];

/** The Node that is installed where the machine's own is too old. */
export const bundledNode = '26.10.0';
