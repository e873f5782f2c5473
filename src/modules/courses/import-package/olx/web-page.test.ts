import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openArchive } from '../../../../platform/archives/open-archive.ts';
import type { PackagedFile } from '../package-reader.ts';
import { readLeafXml } from '../testing/olx-fixture.ts';

/** Names and texts in a file that the reader packed. */
async function inside(file: PackagedFile | undefined): Promise<Record<string, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'web-page-'));
  await writeFile(join(folder, 'made.zip'), file?.made ?? '');
  const archive = await openArchive(join(folder, 'made.zip'));
  const texts = await Promise.all(
    archive.entries.map(async ({ path }) => [path, (await archive.read(path)).toString()] as const),
  );
  await archive.close();
  await rm(folder, { recursive: true });
  return Object.fromEntries(texts);
}

const files = {
  'course/static/sim/index.html':
    '<link href="/static/mes styles.css"><script src="app.js"></script><img src="https://img.example/x.png"><a href="/etc/passwd">x</a>',
  'course/static/sim/app.js': 'load("/static/data.json"); load("../../course.xml")',
  'course/static/mes_styles.css': 'a { background: url(a%20b.png) }',
  'course/static/a b.png': 'PNG',
  'course/static/data.json': '{}',
  'course/static/other.txt': 'x',
};

describe('a page with scripts of its own', () => {
  it('runs apart, packed with all that it loads and nothing else', async () => {
    const read = await readLeafXml(
      '<html url_name="h"><p>Essayez.</p><iframe src="/static/sim/index.html"></iframe></html>',
      files,
    );
    expect(read.item).toMatchObject({
      outcome: 'degraded',
      notes: [{ code: 'page-apart' }, { code: 'page-outside', values: { host: 'img.example' } }],
    });
    expect(read.blocks.map(({ content }) => content)).toMatchObject([
      { type: 'text', text: '<p>Essayez.</p>' },
      { type: 'package', kind: 'html', package: read.files[0]?.id, entry: 'sim/index.html' },
    ]);
    const packed = await inside(read.files[0]);
    expect(Object.keys(packed).sort()).toEqual([
      'a b.png',
      'data.json',
      'mes_styles.css',
      'sim/app.js',
      'sim/index.html',
    ]);
    expect(packed['sim/index.html']).toContain('href="../mes_styles.css"');
    expect(packed['sim/app.js']).toContain('load("../data.json")');
    expect(read.notes).toContainEqual({ code: 'files-unused', values: { n: 1 } });
  });

  it('that marks a problem runs too; its marks are not taken', async () => {
    const read = await readLeafXml(
      '<problem url_name="p"><p>Jouez.</p><customresponse cfn="f"><jsinput html_file="/static/sim/index.html" height="300"/></customresponse></problem>',
      files,
    );
    expect(read.item).toMatchObject({
      outcome: 'degraded',
      notes: [{ code: 'marks-left-out' }, { code: 'page-outside' }],
    });
    expect(read.blocks.map(({ content }) => content.type)).toEqual(['text', 'package', 'source']);
  });
});
