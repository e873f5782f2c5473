import { StorageTrouble } from './storage.ts';

const reasons: Record<string, string> = {
  EACCES: 'this process may not write there: give it the right, or choose another folder',
  EPERM: 'this process may not write there: give it the right, or choose another folder',
  EROFS: 'it is on a read-only disk: choose another folder',
  ENOSPC: 'the disk is full: make room',
  EDQUOT: 'the disk quota is used up: make room',
  ENOTDIR: 'a part of its path is a file: choose another folder',
  EEXIST: 'a part of its path is a file: choose another folder',
};

/** Errors of the disk become sentences; all others (the stream's own, too large) pass. */
export function asTrouble(folder: string): (error: unknown) => never {
  return (error) => {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    const reason = reasons[code];
    if (!reason) throw error;
    throw new StorageTrouble(`Files cannot be kept in ${folder}: ${reason} (${code}).`, { cause: error });
  };
}
