import { describe, expect, test } from 'vitest';
import { escaped, moodleBackup } from '../testing/moodle-backup.ts';
import { archiveOf } from '../testing/archive-of.ts';
import { codesOf, contentsOf, countsOf, readChecked, unitsOf } from '../testing/read-checked.ts';
import { moodleReader } from './moodle-reader.ts';

const read = (archive: Parameters<typeof readChecked>[1]) => readChecked(moodleReader, archive);
const name = (text: string) => `<name>${text}</name>`;
const html = (field: string, text: string) =>
  `<${field}>${escaped(text)}</${field}><${field}format>1</${field}format>`;

describe('the course', () => {
  test('sections in their order, activities as the section says, labels above what follows, subsections as groups', async () => {
    const course = await read(
      moodleBackup({
        course:
          '<fullname>Jardiner</fullname><lang>fr</lang><summary>&lt;p&gt;Un cours&lt;/p&gt;</summary><summaryformat>1</summaryformat>',
        sections: [
          { id: '8', xml: `<number>2</number><name>$@NULL@$</name><sequence>3</sequence>` },
          {
            id: '7',
            xml: `<number>1</number><name>Sols</name>${html('summary', '<p>De quoi il s’agit</p>')}<sequence>2,9,1,4</sequence>`,
          },
          {
            id: '9',
            xml: `<number>3</number><name>Argiles</name><component>mod_subsection</component><itemid>i4</itemid><sequence>5</sequence>`,
          },
        ],
        activities: [
          { id: '1', kind: 'page', section: '7', xml: name('Lire') + html('content', '<p>A</p>') },
          { id: '2', kind: 'label', section: '7', xml: html('intro', '<p>Avant de lire</p>') },
          {
            id: '9',
            kind: 'page',
            section: '7',
            module: '<visible>0</visible>',
            xml:
              name('Premier') +
              html(
                'content',
                '<p>B <a href="$@PAGEVIEWBYID*1@$">plus</a> <a href="$@COURSEVIEWBYID*5@$">cours</a></p>',
              ),
          },
          {
            id: '3',
            kind: 'url',
            section: '8',
            xml: `${name('Film')}<externalurl>https://youtu.be/abcdefghijk</externalurl>`,
          },
          { id: '4', kind: 'subsection', section: '7', xml: name('Argiles') },
          { id: '5', kind: 'page', section: '9', xml: name('Dedans') + html('content', '<p>C</p>') },
        ],
      }),
    );
    expect(course.content.about).toMatchObject({ title: 'Jardiner', lang: 'fr', summary: 'Un cours' });
    expect(course.content.sections.map(({ title }) => title)).toEqual(['Sols', 'Section 2']);
    expect(unitsOf(course).map(({ title, group, blocks }) => [title, group, blocks.length])).toEqual([
      ['Sols', undefined, 1],
      ['Premier', undefined, 2],
      ['Lire', undefined, 1],
      ['Dedans', 'Argiles', 1],
      ['Film', undefined, 1],
    ]);
    expect(contentsOf(course, 'text')[2]?.text).toBe(
      '<p>B <a href="unit:unit-page-1">plus</a> <a>cours</a></p>',
    );
    expect(course.items).toHaveLength(6);
  });

  test('files under their hash, with the names that people gave them', async () => {
    const text =
      '<p><img src="@@PLUGINFILE@@/plan%20%C3%A9t%C3%A9.png" alt="Plan"><a href="@@PLUGINFILE@@/sub/notes.pdf?forcedownload=1">Notes</a><img src="@@PLUGINFILE@@/gone.png" alt="Gone"></p><video src="@@PLUGINFILE@@/f.mp4"></video>';
    const at = (context: string, area: string, file: string, path = '/') => ({
      context,
      component: 'mod_x',
      area,
      name: file,
      path,
      content: file,
    });
    const course = await read(
      moodleBackup({
        activities: [
          { id: '1', kind: 'page', xml: name('Page') + html('content', text) },
          { id: '2', kind: 'resource', xml: name('Handout') },
          { id: '3', kind: 'folder', xml: name('Folder') },
          { id: '4', kind: 'scorm', xml: `${name('Game')}<reference>game.zip</reference>` },
          { id: '5', kind: 'resource', xml: name('Lost') },
        ],
        files: [
          at('c1', 'content', 'plan été.png'),
          at('c1', 'content', 'notes.pdf', '/sub/'),
          at('c1', 'content', 'f.mp4'),
          at('c2', 'content', 'Présentation.pdf'),
          at('c3', 'content', 'b.txt'),
          at('c3', 'content', 'a.mp3'),
          at('c4', 'package', 'game.zip'),
          { ...at('c5', 'content', 'x.pdf'), leftOut: true },
          at('c9', 'content', 'orphan.doc'),
        ],
      }),
    );
    expect(course.files.map((file) => file.name).sort()).toEqual([
      'Présentation.pdf',
      'a.mp3',
      'b.txt',
      'f.mp4',
      'game.zip',
      'notes.pdf',
      'plan été.png',
    ]);
    expect(contentsOf(course, 'video')).toHaveLength(1);
    expect(contentsOf(course, 'file').map(({ label }) => label)).toEqual(['Handout', 'b.txt', 'Game']);
    expect(contentsOf(course, 'audio')).toHaveLength(1);
    expect(codesOf(course.items[0])).toEqual(['picture-missing']);
    expect(codesOf(course.items[3])).toEqual(['package-as-file']);
    expect(course.items.map(({ outcome }) => outcome)).toEqual([
      'degraded',
      'converted',
      'converted',
      'degraded',
      'refused',
    ]);
    expect(codesOf(course)).toEqual(['files-unused']);
  });
});

describe('activities', () => {
  test('book, assignment with rubric, workshop, forum, poll, questionnaire, glossary, tool', async () => {
    const rubric =
      '<areas><definition><plugin_gradingform_rubric_definition><criteria><criterion id="1"><description>Depth</description><descriptionformat>1</descriptionformat><levels><level id="2"><score>0</score><definition>Flat</definition></level><level id="3"><score>4</score><definition>Deep</definition></level></levels></criterion></criteria></plugin_gradingform_rubric_definition></definition></areas>';
    const course = await read(
      moodleBackup({
        activities: [
          {
            id: '1',
            kind: 'book',
            xml: `${name('Book')}<chapters><chapter id="2"><pagenum>2</pagenum><subchapter>1</subchapter><title>Two</title>${html('content', '<p>b</p>')}</chapter><chapter id="1"><pagenum>1</pagenum><title>One &amp; only</title>${html('content', '<p>a</p>')}</chapter></chapters>`,
          },
          {
            id: '2',
            kind: 'assign',
            more: { 'grading.xml': rubric },
            xml: `${name('Dig')}${html('intro', '<p>Dig.</p>')}<grade>20</grade><duedate>1400000000</duedate><plugin_configs><plugin_config><plugin>file</plugin><subtype>assignsubmission</subtype><name>enabled</name><value>1</value></plugin_config><plugin_config><plugin>file</plugin><subtype>assignsubmission</subtype><name>filetypeslist</name><value>.pdf,.odt</value></plugin_config></plugin_configs>`,
          },
          {
            id: '3',
            kind: 'workshop',
            xml: `${name('Peers')}${html('instructauthors', '<p>Write.</p>')}<strategy>accumulative</strategy><grade>80</grade>`,
          },
          {
            id: '4',
            kind: 'forum',
            xml: `${name('Talk')}<type>general</type>${html('intro', '<p>What do you grow?</p>')}<discussions><discussion id="1"><name>Jane’s beans</name></discussion></discussions>`,
          },
          {
            id: '5',
            kind: 'choice',
            xml: `${name('Pick')}${html('intro', '<p>Which?</p>')}<allowmultiple>1</allowmultiple><showresults>0</showresults><options><option id="1"><text>Clay</text></option><option id="2"><text>Sand</text></option></options>`,
          },
          {
            id: '6',
            kind: 'feedback',
            xml: `${name('Ask')}<items><item id="1"><typ>multichoice</typ><name>Good?</name><presentation>r&gt;&gt;&gt;&gt;&gt;Yes|No&lt;&lt;&lt;&lt;&lt;1</presentation><position>1</position></item><item id="2"><typ>textarea</typ><name>Why?</name><presentation>30|5</presentation><position>2</position></item><item id="3"><typ>captcha</typ><name>Robot?</name><position>3</position></item></items>`,
          },
          {
            id: '7',
            kind: 'glossary',
            xml: `${name('Words')}<entries><entry id="1"><concept>Loam</concept>${html('definition', '<p>Mixed soil</p>')}<aliases><alias id="1"><alias_text>limon</alias_text></alias></aliases></entry></entries>`,
          },
          {
            id: '8',
            kind: 'lti',
            xml: `${name('Lab')}<toolurl>https://lab.example/</toolurl><resourcekey>key</resourcekey><password>s3cr3t</password><instructorcustomparameters>room=7\nsecret_token=x</instructorcustomparameters>`,
          },
          {
            id: '9',
            kind: 'chat',
            xml: `${name('Chat')}${html('intro', '<p>Live</p>')}<messages><message><userid>4</userid><message>Hello all</message></message></messages><rows><row><userid>4</userid><word>Private word</word></row></rows>`,
          },
        ],
        users: '<user id="1"><username>jane</username></user>',
      }),
    );
    expect(
      contentsOf(course, 'text')
        .slice(0, 2)
        .map(({ text }) => text),
    ).toEqual(['<h2>One &amp; only</h2><p>a</p>', '<h3>Two</h3><p>b</p>']);
    expect(contentsOf(course, 'assignment')).toMatchObject([
      {
        task: '<p>Dig.</p>',
        takes: 'files',
        endings: ['pdf', 'odt'],
        points: 20,
        criteria: [
          {
            title: 'Depth',
            levels: [
              { title: 'Flat', points: 0 },
              { title: 'Deep', points: 4 },
            ],
          },
        ],
      },
      { assessedBy: 'peers', points: 80 },
    ]);
    expect(contentsOf(course, 'discussion')).toEqual([
      { type: 'discussion', topic: '<p>What do you grow?</p>' },
    ]);
    expect(contentsOf(course, 'poll')).toMatchObject([
      { several: true, showResults: false, options: [{ text: 'Clay' }, { text: 'Sand' }] },
    ]);
    expect(contentsOf(course, 'questions')).toMatchObject([
      {
        rules: { passAt: 0, showAnswers: 'never' },
        questions: [{ type: 'single', choices: [{ text: 'Yes' }, { text: 'No' }] }, { type: 'essay' }],
      },
    ]);
    expect(contentsOf(course, 'glossary')).toMatchObject([
      { entries: [{ term: 'Loam, limon', meaning: '<p>Mixed soil</p>' }] },
    ]);
    expect(contentsOf(course, 'tool')).toMatchObject([
      { url: 'https://lab.example/', settings: { room: '7' } },
    ]);
    const text = JSON.stringify(course);
    for (const secret of ['s3cr3t', 'jane', 'Jane’s beans', 'Hello all', 'Private word'])
      expect(text).not.toContain(secret);
    expect(countsOf(course.items)).toEqual({ converted: 5, degraded: 3, kept: 1, refused: 0 });
    expect(codesOf(course)).toContain('user-data-left-out');
  });

  test('a lesson becomes its pages and questions in order', async () => {
    const page = (id: string, previous: string, next: string, qtype: string, title: string, answers = '') =>
      `<page id="${id}"><prevpageid>${previous}</prevpageid><nextpageid>${next}</nextpageid><qtype>${qtype}</qtype><title>${title}</title>${html('contents', `<p>${title}</p>`)}<answers>${answers}</answers></page>`;
    const answer = (id: string, text: string, score: number) =>
      `<answer id="${id}"><jumpto>-1</jumpto><score>${score}</score><answer_text>${text}</answer_text><response>So</response></answer>`;
    const xml = `${name('Lesson')}<pages>${page('2', '1', '0', '3', 'Which', answer('1', 'Clay', 1) + answer('2', 'Tin', 0))}${page('1', '0', '2', '20', 'Read')}</pages>`;
    const course = await read(moodleBackup({ activities: [{ id: '1', kind: 'lesson', xml }] }));
    expect(unitsOf(course)[0]?.blocks.map(({ content }) => content.type)).toEqual(['text', 'questions']);
    expect(contentsOf(course, 'questions')[0]?.questions).toMatchObject([
      {
        type: 'single',
        choices: [
          { text: 'Clay', right: true, feedback: 'So' },
          { text: 'Tin', right: false },
        ],
      },
    ]);
    expect(codesOf(course.items[0])).toContain('lesson-paths');
  });

  test('broken documents lose only themselves', async () => {
    const good = { id: '1', kind: 'page', xml: name('Good') + html('content', '<p>A</p>') };
    const archive = moodleBackup({
      activities: [good, { id: '2', kind: 'page', xml: '<name>Broken' }, { id: '3', kind: 'page', xml: '' }],
    });
    const course = await read(
      archiveOf(
        Object.fromEntries(
          await Promise.all(
            archive.entries.map(
              async ({ path }) =>
                [
                  path,
                  path.includes('page_3/page')
                    ? '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
                    : await archive.read(path),
                ] as const,
            ),
          ),
        ),
      ),
    );
    expect(course.items.map(({ outcome }) => outcome)).toEqual(['converted', 'converted', 'kept']);
    expect(course.notes.map(({ code }) => code)).toContain('reader-xml-broken');
    await expect(
      moodleReader.read(archiveOf({ 'moodle_backup.xml': 'x' }), { ids: undefined as never, name: 'x' }),
    ).rejects.toMatchObject({ note: { code: 'reader-manifest-unreadable' } });
    await expect(
      moodleReader.read(archiveOf({}), { ids: undefined as never, name: 'x' }),
    ).rejects.toMatchObject({ note: { code: 'reader-empty-package' } });
  });
});
