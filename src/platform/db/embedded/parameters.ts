import { statfsSync } from 'node:fs';

/** `test` trades safety against a power cut for speed: its data are thrown away. */
export type Profile = 'production' | 'test';

const mebibyte = 1024 * 1024;

/**
 * Settings for a small machine that the database shares with the server.
 *
 * @param totalMemory of the machine, in bytes
 */
export function parameters(profile: Profile, totalMemory: number): Record<string, string> {
  const memory = Math.floor(totalMemory / mebibyte);
  const between = (low: number, value: number, high: number): string =>
    `${Math.floor(Math.min(Math.max(low, value), high))}MB`;
  return {
    listen_addresses: '127.0.0.1',
    // No socket file: nothing to be left behind by a kill, and no limit on the length of the folder's path.
    unix_socket_directories: '',
    max_connections: '60',
    shared_buffers: between(32, memory / 8, 256),
    effective_cache_size: between(128, memory / 2, 8192),
    work_mem: '16MB',
    maintenance_work_mem: between(64, memory / 16, 256),
    wal_level: 'replica',
    max_wal_size: '2GB',
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    // Containers often give 64 MB here, too little for a parallel query.
    ...(sharedMemoryIsSmall() ? { dynamic_shared_memory_type: 'mmap' } : {}),
    ...(profile === 'test' ? { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' } : {}),
  };
}

function sharedMemoryIsSmall(): boolean {
  if (process.platform !== 'linux') return false;
  try {
    const { bsize, blocks } = statfsSync('/dev/shm');
    return bsize * blocks < 256 * mebibyte;
  } catch {
    return true;
  }
}

/** As arguments of the `postgres` program. */
export const asArguments = (settings: Record<string, string>): string[] =>
  Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
