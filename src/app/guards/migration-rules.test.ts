import { describe, expect, it } from 'vitest';
import { unsafeMigrations } from './migration-rules.ts';

const migration = (text: string, path = 'migrations/20261201-1200-reviews-create-review.sql') =>
  unsafeMigrations([{ path, text }]);

describe('the guard of migrations', () => {
  it('lets a new table with its index pass', () => {
    expect(
      migration(
        'create table reviews.review (id uuid primary key, at timestamptz not null);\n' +
          'create index review_at on reviews.review (at);\n-- now() is not used\n',
      ),
    ).toEqual([]);
  });

  it('lets a concurrent index pass in a file of its own', () => {
    expect(
      migration('-- no transaction\ncreate index concurrently review_at on reviews.review (at);'),
    ).toEqual([]);
  });

  it.each([
    ['drop table reviews.review;', 'drop it in a later release'],
    ['alter table reviews.review drop column at;', 'drop it in a later release'],
    ['alter table reviews.review rename column at to written_at;', 'old name'],
    ['alter table reviews.review alter column stars type int;', 'rewrites the table'],
    ['alter table reviews.review add column stars int not null;', 'give a default'],
    ['create table a.b (at timestamptz default now());', 'clock of the code'],
    ['create table a.b (id bigserial);', 'made in the code'],
    ['create table a.b (at timestamp);', 'timestamptz'],
    ['create table a.b (name varchar(20));', 'text'],
    ['create index review_at on reviews.review (at);', 'made concurrently'],
    ['create index concurrently review_at on reviews.review (at);', 'no transaction'],
  ])('refuses %s', (sql, why) => {
    expect(migration(sql)).toContainEqual(expect.stringContaining(why));
  });

  it('lets the time before the first release change its empty tables', () => {
    const early = 'migrations/20261122-1200-catalog-more.sql';
    expect(migration('create index review_at on reviews.review (at);', early)).toEqual([]);
    expect(migration('create table a.b (at timestamp);', early)).toHaveLength(1);
  });

  it('refuses a name without its place in the order', () => {
    expect(migration('select 1;', 'migrations/reviews.sql')).toEqual([
      expect.stringContaining('20261201-1200'),
    ]);
  });
});
