import { resolve } from 'node:path';
import { z } from 'zod';

/** A setting has a value that cannot be used; the message is one line that names it. */
export class ConfigError extends Error {
  override name = 'ConfigError';
}

const port = z.coerce
  .number({ error: 'must be a port number from 0 to 65535' })
  .int('must be a whole number')
  .min(0, 'must be 0 to 65535')
  .max(65_535, 'must be 0 to 65535');

const postgresUrl = z
  .string()
  .refine((value) => /^postgres(ql)?:\/\/[^\s]+$/.test(value) && URL.canParse(value), {
    error: 'must look like postgres://user:password@host:5432/database',
  });

const baseUrl = z.string().refine(
  (value) => {
    if (!URL.canParse(value)) return false;
    const url = new URL(value);
    const isPlain = url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password;
    return /^https?:$/.test(url.protocol) && isPlain;
  },
  { error: 'must be an http or https address without a path, such as https://courses.example.org' },
);

const mailUrl = z
  .string()
  .refine((value) => URL.canParse(value) && /^smtps?:$/.test(new URL(value).protocol), {
    error: 'must look like smtp://user:password@host:587 or smtps://user:password@host:465',
  });

const storageUrl = z
  .string()
  .refine((value) => URL.canParse(value) && /^(s3|file):$/.test(new URL(value).protocol), {
    error: 'must look like s3://KEY:SECRET@host/bucket?region=eu-west-1 or file:///folder',
  });

const hostAndPort = /^(?:[\p{L}\p{N}_.-]+|\[[0-9a-f:.]+\])(?::\d{1,5})?$/u;

const settings = z.object({
  DATA_DIR: z.string().min(1, 'must name a folder').default('data'),
  PORT: port.default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'must be a host name or an address such as 127.0.0.1')
    .default('127.0.0.1'),
  BASE_URL: baseUrl.optional(),
  FRAME_URL: baseUrl.optional(),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_DIRECT_URL: postgresUrl.optional(),
  DATABASE_REPLICA_URLS: z
    .string()
    .transform((value) =>
      value
        .split(',')
        .map((part) => part.trim())
        .filter(Boolean),
    )
    .pipe(z.array(postgresUrl))
    .default([]),
  WEB_CONCURRENCY: z.coerce
    .number({ error: 'must be a whole number from 1 to 64' })
    .int('must be a whole number from 1 to 64')
    .min(1, 'must be 1 to 64')
    .max(64, 'must be 1 to 64')
    .default(1),
  MAIL_URL: mailUrl.optional(),
  MAIL_FROM: z.string().min(3, 'must be a mail address').default('Passerelle <no-reply@localhost>'),
  STORAGE_URL: storageUrl.optional(),
  FFMPEG_PATH: z.string().optional(),
  FFPROBE_PATH: z.string().optional(),
  FETCH_ALLOWED_HOSTS: z
    .string()
    .transform((value) =>
      value
        .split(',')
        .map((part) => part.trim().toLowerCase())
        .filter(Boolean),
    )
    .pipe(z.array(z.string().regex(hostAndPort, 'must be hosts such as feeds.example.org or 10.0.0.5:8080')))
    .default([]),
});

export interface Config {
  /** Absolute folder of everything that must be kept. */
  readonly dataDir: string;
  readonly port: number;
  readonly host: string;
  /** Public address without a trailing slash. */
  readonly baseUrl: string;
  /**
   * Address of the same server under another host, for packages that run their own script; absent where there is none:
   * they then play without an origin.
   */
  readonly frameUrl: string | undefined;
  /** Absent: the embedded database in the data folder. */
  readonly databaseUrl: string | undefined;
  /** A connection that no transaction pooler stands in front of. */
  readonly databaseDirectUrl: string | undefined;
  readonly replicaUrls: readonly string[];
  readonly webConcurrency: number;
  readonly mailUrl: string | undefined;
  readonly mailFrom: string;
  readonly storageUrl: string | undefined;
  /** The programs that make films; absent: looked for in PATH. */
  readonly ffmpegPath: string | undefined;
  readonly ffprobePath: string | undefined;
  /** Hosts (host or host:port) that outgoing requests may reach though they are not public. */
  readonly fetchAllowedHosts: readonly string[];
}

/** Reads the settings from the environment; empty values count as absent. Throws ConfigError. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([name, value]) => name in settings.shape && value?.trim()),
  );
  const parsed = settings.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    const name = String(issue?.path[0] ?? 'configuration');
    throw new ConfigError(
      `${name} ${issue?.message ?? 'cannot be used'} (it is "${withoutPassword(String(given[name]))}")`,
    );
  }
  const value = parsed.data;
  const host = value.HOST.includes(':') ? `[${value.HOST}]` : value.HOST;
  const reachable = ['0.0.0.0', '[::]'].includes(host) ? 'localhost' : host;
  const base = value.BASE_URL ? new URL(value.BASE_URL).origin : `http://${reachable}:${value.PORT}`;
  return {
    dataDir: resolve(value.DATA_DIR),
    port: value.PORT,
    host: value.HOST,
    baseUrl: base,
    frameUrl: frameUrlFor(base, value.FRAME_URL),
    databaseUrl: value.DATABASE_URL,
    databaseDirectUrl: value.DATABASE_DIRECT_URL ?? value.DATABASE_URL,
    replicaUrls: value.DATABASE_REPLICA_URLS,
    webConcurrency: value.WEB_CONCURRENCY,
    mailUrl: value.MAIL_URL,
    mailFrom: value.MAIL_FROM,
    storageUrl: value.STORAGE_URL,
    ffmpegPath: value.FFMPEG_PATH,
    ffprobePath: value.FFPROBE_PATH,
    fetchAllowedHosts: value.FETCH_ALLOWED_HOSTS,
  };
}

function frameUrlFor(base: string, told: string | undefined): string | undefined {
  const own = new URL(base);
  if (told !== undefined) {
    const frame = new URL(told);
    if (frame.hostname === own.hostname)
      throw new ConfigError(`FRAME_URL must have another host than BASE_URL (both are "${frame.hostname}")`);
    return frame.origin;
  }
  // browsers send every name below localhost to this machine, and take each for a site of its own
  if (own.protocol !== 'http:' || !/^(?:localhost|127\.0\.0\.1)$/.test(own.hostname)) return undefined;
  own.hostname = 'frames.localhost';
  return own.origin;
}

/** Error lines end up in logs: an address in them shows no password. */
function withoutPassword(value: string): string {
  return value.replace(/\/\/([^:/@\s]+):[^@\s]*@/g, '//$1:***@');
}
