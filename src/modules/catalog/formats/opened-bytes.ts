import { Transform } from 'node:stream';
import { FeedUnreadable } from './feed-format.ts';

export interface OpenedBytesLimits {
  /** Most bytes that come out. */
  readonly maxBytes: number;
  /** Most bytes that come out for one that goes in; checked from 8 MiB on, so that small files may be repetitive. */
  readonly maxRatio: number;
}

const ratioCheckedFrom = 8 * 2 ** 20;

/**
 * Two counters to put before and after an unpacking stream, so that a small file cannot become an endless one.
 * The guard fails with FeedUnreadable as soon as a limit is passed, before the bytes are handed on.
 */
export function openedBytesGuard(
  limits: OpenedBytesLimits,
  name: string,
): { countPacked: Transform; guard: Transform } {
  let packed = 0;
  let opened = 0;
  const countPacked = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      packed += chunk.length;
      done(null, chunk);
    },
  });
  const guard = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      opened += chunk.length;
      if (opened > limits.maxBytes) {
        done(new FeedUnreadable(`more than ${limits.maxBytes} bytes come out of ${name}`));
      } else if (opened > ratioCheckedFrom && opened > packed * limits.maxRatio) {
        done(
          new FeedUnreadable(
            `${name} unpacks to more than ${limits.maxRatio} times its size: refused as a bomb`,
          ),
        );
      } else done(null, chunk);
    },
  });
  return { countPacked, guard };
}
