import { describe, expect, test } from 'vitest';
import { archiveOf } from '../testing/archive-of.ts';
import { codesOf, contentsOf, questionsOf, readChecked, unitsOf } from '../testing/read-checked.ts';
import { qtiReader } from './qti-reader.ts';

const manifest = (resources: string) =>
  `<manifest xmlns="http://www.imsglobal.org/xsd/imscp_v1p1"><metadata><schema>QTIv2.1 Package</schema></metadata><organizations/><resources>${resources}</resources></manifest>`;
const resource = (id: string, type: string, href: string) =>
  `<resource identifier="${id}" type="${type}" href="${href}"><file href="${href}"/></resource>`;
const item2 = (id: string, more = '') =>
  `<assessmentItem identifier="${id}" title="${id}"><responseDeclaration identifier="R" cardinality="single" baseType="identifier"><correctResponse><value>x</value></correctResponse></responseDeclaration><itemBody><p>${id}</p><choiceInteraction responseIdentifier="R" maxChoices="1"><simpleChoice identifier="x">X</simpleChoice><simpleChoice identifier="y">Y</simpleChoice></choiceInteraction>${more}</itemBody></assessmentItem>`;
const item3 = `<?xml version="1.0"?><qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="three" title="Three" xml:lang="en">
<qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier"><qti-correct-response><qti-value>A</qti-value></qti-correct-response></qti-response-declaration>
<qti-assessment-stimulus-ref identifier="s" href="../stimuli/s.xml" title="Text"/>
<qti-item-body><p class="qti-x">Ask <img src="../img/p.png" alt="P"/></p><qti-choice-interaction response-identifier="RESPONSE" shuffle="true" max-choices="1"><qti-prompt>Which?</qti-prompt><qti-simple-choice identifier="A">Yes</qti-simple-choice><qti-simple-choice identifier="B">No</qti-simple-choice></qti-choice-interaction></qti-item-body>
<qti-response-processing template="https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/match_correct.xml"/></qti-assessment-item>`;

describe('packages', () => {
  test('a test asks its items in order, draws some, and every item is reported once', async () => {
    const test = `<assessmentTest identifier="t" title="Check"><timeLimits maxTime="1200"/><testPart identifier="p"><itemSessionControl maxAttempts="2"/><assessmentSection identifier="s" title="First"><rubricBlock view="candidate"><p>Read well.</p></rubricBlock><rubricBlock view="scorer">Secret</rubricBlock><assessmentItemRef identifier="r1" href="items/a.xml"><weight identifier="w" value="3"/></assessmentItemRef><assessmentItemRef identifier="r0" href="items/gone.xml"/></assessmentSection>
      <assessmentSection identifier="d" title="Pool"><selection select="1"/><preCondition/><assessmentItemRef identifier="r2" href="items/b.xml"/><assessmentItemRef identifier="r3" href="items/c.xml"/></assessmentSection><assessmentSectionRef href="section.xml"/></testPart></assessmentTest>`;
    const read = await readChecked(
      qtiReader,
      archiveOf({
        'imsmanifest.xml': manifest(
          resource('t', 'imsqti_test_xmlv2p1', 'test.xml') +
            ['a', 'b', 'c', 'd', 'loose']
              .map((id) => resource(id, 'imsqti_item_xmlv2p1', `items/${id}.xml`))
              .join(''),
        ),
        'test.xml': test,
        'section.xml':
          '<assessmentSection identifier="z" title="Z"><assessmentItemRef href="items/d.xml"/><assessmentSectionRef href="section.xml"/></assessmentSection>',
        ...Object.fromEntries(['a', 'b', 'c', 'd', 'loose'].map((id) => [`items/${id}.xml`, item2(id)])),
      }),
    );
    const [set, loose] = contentsOf(read, 'questions');
    expect(set?.questions.map(({ prompt, points }) => [prompt, points])).toEqual([
      ['<p>Read well.</p><p>a</p>', 3],
      ['<p>d</p>', 1],
    ]);
    expect(set?.rules).toMatchObject({
      minutes: 20,
      attempts: 2,
      draw: [{ bank: read.content.banks[0]?.id, count: 1 }],
    });
    expect(read.content.banks[0]?.questions).toHaveLength(2);
    expect(loose?.questions.map(({ prompt }) => prompt)).toEqual(['<p>loose</p>']);
    expect(read.items.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['t', 'degraded'],
      ['a', 'converted'],
      ['b', 'converted'],
      ['c', 'converted'],
      ['d', 'converted'],
      ['loose', 'converted'],
    ]);
    expect(codesOf(read.items[0])).toEqual(['resource-missing', 'test-rules-left-out']);
    expect(JSON.stringify(read)).not.toContain('Secret');
  });

  test('QTI 3 with its own names, texts that items share, pictures', async () => {
    const files = {
      'imsmanifest.xml': manifest(
        resource('i', 'imsqti_item_xmlv3p0', 'items/i.xml') +
          resource('s', 'imsqti_stimulus_xmlv3p0', 'stimuli/s.xml'),
      ),
      'items/i.xml': item3,
      'stimuli/s.xml':
        '<qti-assessment-stimulus identifier="s"><qti-stimulus-body><p>Long ago</p></qti-stimulus-body></qti-assessment-stimulus>',
      'img/p.png': 'x',
    };
    const read = await readChecked(qtiReader, archiveOf(files));
    expect(questionsOf(read)).toMatchObject([
      {
        type: 'single',
        shuffle: true,
        choices: [
          { text: 'Yes', right: true },
          { text: 'No', right: false },
        ],
      },
    ]);
    expect(questionsOf(read)[0]?.prompt).toMatch(
      /^<p>Long ago<\/p><p>Ask <img src="file:[\w-]+" alt="P" \/><\/p>Which\?$/,
    );
    expect(read.items.map(({ outcome }) => outcome)).toEqual(['converted']);
  });

  test('bare documents of any version, in folders, need no manifest', async () => {
    const old =
      '<!-- made by hand --><questestinterop><item ident="q" title="Old"><presentation><material><mattext>Say</mattext></material><response_str ident="r"><render_fib/></response_str></presentation></item></questestinterop>';
    const read = await readChecked(
      qtiReader,
      archiveOf({
        'a/old.xml': old,
        'a/new.xml': item3.replace(/<qti-assessment-stimulus-ref[^>]*>/, ''),
        'a/other.xml': '<html/>',
        'img/p.png': 'x',
      }),
    );
    expect(
      questionsOf(read)
        .map(({ type }) => type)
        .sort(),
    ).toEqual(['essay', 'single']);
    expect(unitsOf(read)).toHaveLength(2);
    expect(await qtiReader.recognises(archiveOf({ 'a.xml': '<html/>' }))).toBe(false);
    expect(await qtiReader.recognises(archiveOf({}))).toBe(false);
  });

  test('hostile documents: entities, scripts, endless nesting, a missing file', async () => {
    const bomb = `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${item2('&x;', '<p onclick="alert(1)">z<script>alert(1)</script></p>')}`;
    const files = {
      'imsmanifest.xml': manifest(
        ['a', 'b', 'c'].map((id) => resource(id, 'imsqti_item_xmlv2p1', `${id}.xml`)).join(''),
      ),
      'a.xml': bomb,
      'b.xml': '<a>'.repeat(9000),
    };
    const read = await readChecked(qtiReader, archiveOf(files));
    expect(read.items.map(({ id, outcome }) => [id, outcome])).toEqual([
      ['a', 'degraded'],
      ['b', 'refused'],
      ['c', 'refused'],
    ]);
    expect(codesOf(read.items[0])).toEqual(expect.arrayContaining(['xml-broken', 'elements-lost']));
  });
});
