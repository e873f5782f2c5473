import { describe, expect, it } from 'vitest';
import { askProblem as ask } from '../../testing/ask-problem.ts';

describe('problems as a whole', () => {
  it('of several responses are one set, in order, with what stands before and after', async () => {
    const { set, blocks, questions } = await ask(
      `<p>Lisez.</p><div><numericalresponse answer="1"><p>Un ?</p><textline/></numericalresponse></div>
       <p>Puis :</p><stringresponse answer="b"><textline label="Deux ?"/></stringresponse><p>Fin.</p>
       <solution><p>Tout.</p></solution>`,
      'max_attempts="3" showanswer="never" weight="4"',
    );
    expect(set).toMatchObject({ intro: '<p>Lisez.</p>', rules: { attempts: 3, showAnswers: 'never' } });
    expect(questions).toMatchObject([
      { type: 'number', prompt: '<p>Un ?</p>', points: 2 },
      { type: 'text', prompt: '<p>Puis :</p>', points: 2, explanation: '<p>Tout.</p>' },
    ]);
    expect(blocks[1]?.content).toEqual({ type: 'text', text: '<p>Fin.</p>' });
  });

  it('take the course’s rules where they have none of their own', async () => {
    const { set } = await ask(
      '<numericalresponse answer="1"><textline/></numericalresponse>',
      'max_attempts="null"',
    );
    expect(set?.rules).toMatchObject({ showAnswers: 'attempts-used' });
    expect(set?.rules).not.toHaveProperty('attempts');
  });

  it('that need code of their own are kept, or come without it', async () => {
    const script = '<script type="loncapa/python">def f(e, a):\n  return a == "1"</script>';
    const custom = `<customresponse cfn="f"><p>?</p><textline/></customresponse>`;
    expect((await ask(script + custom)).item).toMatchObject({
      outcome: 'kept',
      notes: [{ code: 'needs-script', values: { what: 'customresponse' } }],
    });
    const both = await ask(`${script}${custom}<numericalresponse answer="1"><textline/></numericalresponse>`);
    expect(both.item).toMatchObject({ outcome: 'degraded', notes: [{ code: 'needs-script' }] });
    expect(both.blocks.map(({ content }) => content.type)).toEqual(['questions', 'source']);
    const tool = await ask('<customresponse><jsinput html_file="/static/a.html"/></customresponse>');
    expect(tool.item).toMatchObject({
      outcome: 'kept',
      notes: [{ code: 'needs-tool', values: { what: 'jsinput' } }],
    });
  });

  it('whose script only reckons come with one set of values', async () => {
    const { item, questions } = await ask(
      `<script type="loncapa/python">
import random
a = random.randint(2, 6)
b = 3 * a - 2 ** 2
name = 'Awa'
</script><p>$name : $a fois 3 moins 4 ? Cela coûte 5$.</p><numericalresponse answer="$b"><textline/></numericalresponse>`,
    );
    expect(item).toMatchObject({ outcome: 'degraded', notes: [{ code: 'values-fixed' }] });
    expect(questions).toMatchObject([
      { prompt: '<p>Awa : 4 fois 3 moins 4 ? Cela coûte 5$.</p>', answers: [{ value: '8' }] },
    ]);
    const deep = await ask(
      `<script type="loncapa/python">a = open('/etc/passwd').read()</script><numericalresponse answer="$a"><textline/></numericalresponse>`,
    );
    expect(deep.item?.outcome).toBe('kept');
  });

  it('without a question are texts; without anything, refused', async () => {
    expect((await ask('<p>Seulement lire.</p>')).blocks[0]?.content).toMatchObject({ type: 'text' });
    expect((await ask('<script/>')).item).toMatchObject({
      outcome: 'refused',
      notes: [{ code: 'content-missing' }],
    });
  });

  it('bring no script into a page, whatever they hold', async () => {
    const { questions } =
      await ask(`<multiplechoiceresponse><label><![CDATA[<img src=x onerror="alert(1)">]]>?</label>
      <choicegroup><choice correct="true"><a href="javascript:alert(1)">x</a></choice></choicegroup></multiplechoiceresponse>`);
    expect(JSON.stringify(questions)).not.toMatch(/onerror="|javascript:|<script/);
  });
});
