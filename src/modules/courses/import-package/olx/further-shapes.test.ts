import { describe, expect, it } from 'vitest';
import { askProblem } from '../testing/ask-problem.ts';
import { courseOf, readLeafXml, readOlxFiles } from '../testing/olx-fixture.ts';

const codes = (notes: readonly { code: string }[] = []) => notes.map(({ code }) => code);

describe('files that are not well-formed', () => {
  it('lose nothing behind the first mistake, and are told', async () => {
    const read = await readOlxFiles({
      'course.xml':
        '<course org="O" course="C"><chapter><sequential><vertical><html>salt & water <br> boil</html><problem url_name="p"/></vertical></sequential></chapter></course>',
      'problem/p.xml':
        '<problem><p>1 < 2</p><numericalresponse answer="1"><textline></numericalresponse></problem>',
    });
    expect(read.items.map(({ type, outcome }) => [type, outcome])).toEqual([
      ['html', 'converted'],
      ['problem', 'converted'],
    ]);
    expect(JSON.stringify(read.content)).toMatch(/salt &amp; water <br \/> boil.*1 &lt; 2/);
    expect(codes(read.notes)).toContain('part-broken');
    expect(codes(read.items[1]?.notes)).toContain('source-broken');
  });
});

describe('shapes of texts', () => {
  it('CDATA is HTML, and a page without a definition is a page', async () => {
    const { blocks } = await readLeafXml('<html url_name="h"><![CDATA[<p>Un <b>mot</b></p>]]></html>');
    expect(blocks[0]?.content).toMatchObject({ text: '<p>Un <strong>mot</strong></p>' });
    const beside = await readLeafXml('<html url_name="h"/>', { 'course/html/h.html': '<p>Seul</p>' });
    expect(beside.blocks[0]?.content).toMatchObject({ text: '<p>Seul</p>' });
  });

  it('links to a page inside of a page lead to it; pictures of other sites stay as links', async () => {
    const read = await readOlxFiles(
      courseOf(
        '<html><![CDATA[<a href="/jump_to_id/inner">x</a><img src="//cdn.example.org/x.png" alt="cdn">]]></html><vertical url_name="inner"><html>y</html></vertical>',
      ),
    );
    const text = JSON.stringify(read.content.sections);
    expect(text).toContain('unit:v1');
    expect(text).toContain('https://cdn.example.org/x.png');
  });
});

describe('parts of other makers', () => {
  it.each([
    ['<pdf url="/static/f.pdf" display_name="Plan"/>', { type: 'file', label: 'Plan' }],
    [
      '<pdf url="https://x.example/f.pdf"/>',
      { type: 'embed', url: 'https://x.example/f.pdf', label: 'f.pdf' },
    ],
    [
      '<google-document embed_code="&lt;iframe src=&quot;https://docs.example/x&quot;&gt;&lt;/iframe&gt;"/>',
      { type: 'embed', url: 'https://docs.example/x' },
    ],
    ['<google-calendar calendar_id="a@b"/>', { type: 'embed' }],
    ['<imagemodal image_url="/static/p.png" alt_text="Plan" description="Vu d’en haut"/>', { type: 'text' }],
    [
      '<freetextresponse prompt="Tell" max_word_count="50"/>',
      { type: 'questions', questions: [{ type: 'essay', mostWords: 50 }] },
    ],
  ])('%s', async (leaf, content) => {
    const { item, blocks } = await readLeafXml(leaf, {
      'course/static/f.pdf': '%PDF',
      'course/static/p.png': 'x',
    });
    expect(item?.outcome).toBe('converted');
    expect(blocks[0]?.content).toMatchObject(content);
  });

  it.each(['<pdf/>', '<imagemodal/>', '<google-document/>', '<pdf url="/static/gone.pdf"/>'])(
    '%s without an address is kept',
    async (leaf) => {
      expect((await readLeafXml(leaf)).item?.outcome).toBe('kept');
    },
  );

  it('a textbook of another site is a section; one without address is refused', async () => {
    const read = await readOlxFiles({
      'course.xml':
        '<course org="O" course="C"><chapter><sequential><vertical><html>x</html></vertical></sequential></chapter><textbook title="Book" book_url="https://x.example/b/"/><textbook title="None"/></course>',
    });
    expect(read.content.sections[1]?.units[0]?.blocks[0]?.content).toMatchObject({ type: 'embed' });
    expect(read.items.slice(1).map(({ outcome }) => outcome)).toEqual(['converted', 'refused']);
  });
});

describe('answers', () => {
  it('a menu in the middle of a sentence stays in it', async () => {
    const { questions } = await askProblem(
      `<p>The sky is <optionresponse inline="1"><optioninput inline="1" options="('blue','red')" correct="blue"/></optionresponse> today.</p>`,
    );
    expect(questions).toMatchObject([
      { type: 'gap', gaps: [{ choices: [{ right: true }, { right: false }] }] },
    ]);
    expect(JSON.stringify(questions)).toMatch(/sky is\s+\{\{gap:gap-1\}\}\s+today/);
  });

  it('case in patterns and absolute tolerances of formulas count as there', async () => {
    const pattern = await askProblem(
      '<stringresponse answer="[A-Z]{2}\\d+" type="regexp"><textline/></stringresponse>',
    );
    expect(pattern.questions[0]).toMatchObject({ match: 'pattern', caseCounts: true });
    const formula = await askProblem(
      '<formularesponse type="cs" samples="x@1:5#10" answer="x^2"><responseparam type="tolerance" default="0.01"/><textline/></formularesponse>',
    );
    expect(formula.questions[0]).toMatchObject({ tolerance: 0.01, absolute: true });
    expect([pattern.item?.outcome, formula.item?.outcome]).toEqual(['converted', 'converted']);
  });
});
