import { describe, expect, test } from 'vitest';
import type { Archive } from '../../../platform/archives/archive.ts';
import { courseContent } from '../content/course-content.ts';
import { commonCartridgeReader } from './cartridge/cartridge-reader.ts';
import { markdownReader } from './markdown/markdown-reader.ts';
import { moodleReader } from './moodle/moodle-reader.ts';
import { type PackageReader, PackageUnreadable } from './package-reader.ts';
import { qtiReader } from './qti/qti-reader.ts';
import { archiveOf } from './testing/archive-of.ts';
import { cartridge, item, resource, test12 } from './testing/cartridge.ts';
import { mangled } from './testing/mangled.ts';
import { moodleBackup } from './testing/moodle-backup.ts';
import { answer, answers, category, oldSlots, question, quiz } from './testing/moodle-questions.ts';

const mattext = '<material><mattext>Which?</mattext></material>';
const choice = `<item ident="q1"><presentation>${mattext}<response_lid ident="r"><render_choice><response_label ident="a">${mattext}</response_label></render_choice></response_lid></presentation><resprocessing><respcondition><conditionvar><varequal respident="r">a</varequal></conditionvar><setvar>100</setvar></respcondition></resprocessing></item>`;
const qti2 =
  '<assessmentItem identifier="a"><responseDeclaration identifier="R" cardinality="single" baseType="identifier"><correctResponse><value>x</value></correctResponse></responseDeclaration><itemBody><p>a</p><choiceInteraction responseIdentifier="R"><simpleChoice identifier="x">X</simpleChoice></choiceInteraction></itemBody></assessmentItem>';

const packages: readonly (readonly [string, PackageReader, Archive])[] = [
  [
    'a cartridge',
    commonCartridgeReader,
    cartridge(
      {
        items: item('s', 'S', item('i', 'I', '', 'p') + item('h', 'H')),
        resources:
          resource('p', 'webcontent', 'p.html') +
          resource('q', 'imsqti_xmlv1p2/imscc_xmlv1p1/assessment', 'q.xml') +
          resource('d', 'imsdt_xmlv1p1', 'd.xml'),
      },
      {
        'p.html': '<p>a <a href="q.xml">b</a><iframe src="https://youtu.be/abcdefghijk"></iframe></p>',
        'q.xml': test12(choice),
        'd.xml': '<topic><title>T</title><text>x</text></topic>',
      },
    ),
  ],
  [
    'a backup of Moodle',
    moodleReader,
    moodleBackup({
      activities: [
        { id: '2', kind: 'page', xml: '<name>P</name><content>&lt;p&gt;a&lt;/p&gt;</content>' },
        quiz(oldSlots(['1'])),
      ],
      questions: category(
        '5',
        question('1', 'multichoice', 'Q', answers(answer('1', 'a', 1), answer('2', 'b', 0))),
      ),
      files: [{ context: 'c2', component: 'mod_page', area: 'content', name: 'a.png', content: 'x' }],
    }),
  ],
  ['questions of QTI', qtiReader, archiveOf({ 'a.xml': qti2, 'b.xml': test12(choice) })],
  [
    'Markdown',
    markdownReader,
    archiveOf({
      'README.md': '---\ntitle: A\n---\n# B\n[c](c.md)',
      'c.md': '```quiz\nQ?\n- [x] a\n- [ ] b\n```\n| a |\n|---|\n| b |',
      'd.gift': '::T:: Q {=a ~b#c}',
    }),
  ],
];

describe('packages that were damaged on the way', () => {
  test.each(packages)(
    '%s is read as far as it goes, or refused with a reason',
    async (_name, reader, archive) => {
      for (let seed = 1; seed <= 150; seed += 1) {
        const damaged = await mangled(archive, seed);
        try {
          const { content, items, files } = await reader.read(damaged, {
            ids: undefined as never,
            name: 'x',
          });
          expect(courseContent.safeParse(content).error?.issues.slice(0, 2), `seed ${seed}`).toBeUndefined();
          for (const each of items) expect(each.outcome).toMatch(/^(converted|degraded|kept|refused)$/);
          for (const { path } of files) expect(damaged.has(path)).toBe(true);
        } catch (error) {
          if (!(error instanceof PackageUnreadable)) throw error;
          expect(error.note.code).toMatch(/^reader-/);
        }
      }
    },
  );
});
