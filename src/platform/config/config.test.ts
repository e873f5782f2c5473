import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from './config.ts';

describe('readConfig', () => {
  it('has a default for everything', () => {
    const config = readConfig({});
    expect(config).toMatchObject({
      port: 3000,
      host: '127.0.0.1',
      baseUrl: 'http://127.0.0.1:3000',
      webConcurrency: 1,
    });
    expect(config.dataDir).toMatch(/\/data$/);
  });

  it('takes empty values as absent and strips the trailing slash of the address', () => {
    expect(readConfig({ PORT: ' ', BASE_URL: 'https://courses.example.org/' })).toMatchObject({
      port: 3000,
      baseUrl: 'https://courses.example.org',
    });
  });

  it.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['HOST', 'a b'],
    ['BASE_URL', 'courses.example.org'],
    ['BASE_URL', 'https://example.org/sub'],
    ['BASE_URL', 'https://user:secret@example.org'],
    ['FETCH_ALLOWED_HOSTS', 'feeds.example.org,http://other.example.org'],
    ['FETCH_ALLOWED_HOSTS', 'two words'],
    ['DATABASE_URL', 'mysql://u:p@h/d'],
    ['DATABASE_REPLICA_URLS', 'postgres://a/b,nonsense'],
    ['WEB_CONCURRENCY', '0'],
    ['MAIL_URL', 'http://mail'],
    ['STORAGE_URL', 'ftp://x'],
  ])('refuses %s=%s in one line that names it', (name, value) => {
    const attempt = () => readConfig({ [name]: value });
    expect(attempt).toThrow(ConfigError);
    expect(attempt).toThrow(new RegExp(`^${name} must [^\\n]*$`));
  });

  it('writes the address as browsers do', () => {
    expect(readConfig({ BASE_URL: 'HTTPS://Courses.Example.org:443' }).baseUrl).toBe(
      'https://courses.example.org',
    );
  });

  it('never shows a password', () => {
    expect(() => readConfig({ MAIL_URL: 'http://bob:s3cret@mail' })).toThrow(/bob:\*\*\*@mail/);
  });
});
