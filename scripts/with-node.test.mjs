import { delimiter } from 'node:path';
import { describe, expect, it } from 'vitest';
import { environmentWith, isCurrent } from './with-node.mjs';

describe('isCurrent', () => {
  it.each(['18.20.8', '20.20.2', '22.17.1', '0.12.0'])('finds %s too old', (version) => {
    expect(isCurrent(version)).toBe(false);
  });
  it.each(['22.18.0', '22.20.1', '24.0.0', '26.10.0'])('takes %s', (version) => {
    expect(isCurrent(version)).toBe(true);
  });
});

describe('environmentWith', () => {
  it('puts the Node first on the path, however the path is spelt, and keeps the rest', () => {
    const environment = environmentWith('/opt/node/bin/node', {
      Path: '/usr/bin',
      npm_lifecycle_event: 'start',
    });
    expect(environment).toMatchObject({
      Path: `/opt/node/bin${delimiter}/usr/bin`,
      npm_lifecycle_event: 'start',
    });
  });
});
