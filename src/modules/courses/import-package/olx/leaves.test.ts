import { describe, expect, it } from 'vitest';
import { courseOf, readLeafXml, readOlxFiles } from '../testing/olx-fixture.ts';

describe('films', () => {
  it('come with captions of every kind of file, and say which are missing', async () => {
    const srt = '1\n00:00:01,000 --> 00:00:02,000\nBonjour\n';
    const read = await readLeafXml(
      `<video url_name="f" youtube="0.75:xxxxxxxxxxx,1.00:abcdefghijk" sub="OLD" start_time="00:00:10" end_time="20"
        transcripts="{&quot;fr&quot;: &quot;a fr.srt&quot;, &quot;de&quot;: &quot;gone.srt&quot;}"><transcript language="es" src="es.vtt"/><handout src="/static/h.pdf"/></video>`,
      {
        'course/static/a_fr.srt': srt,
        'course/static/es.vtt': 'WEBVTT\n\n00:01.000 --> 00:02.000\nHola\n',
        'course/static/subs_OLD.srt.sjson': JSON.stringify({ start: [0], end: [900], text: ['Hello'] }),
        'course/static/h.pdf': 'x',
      },
    );
    expect(read.item?.outcome).toBe('converted');
    expect(read.item?.notes).toContainEqual({ code: 'transcript-missing', values: { lang: 'de' } });
    const [film, handout] = read.blocks;
    expect(film?.content).toMatchObject({
      type: 'video',
      link: { site: 'youtube', url: 'https://www.youtube.com/watch?v=abcdefghijk' },
      start: 10,
      end: 20,
    });
    const tracks = film?.content.type === 'video' ? film.content.tracks : [];
    expect(
      Object.fromEntries(tracks.map(({ lang, vtt }) => [lang, /Bonjour|Hola|Hello/.exec(vtt)?.[0]])),
    ).toEqual({ fr: 'Bonjour', es: 'Hola', en: 'Hello' });
    expect(handout?.content).toMatchObject({ type: 'file', label: 'h.pdf' });
  });

  it('may lie in files, on other sites, or nowhere that can be reached', async () => {
    const sources = (list: string) =>
      readLeafXml(`<video url_name="f" html5_sources="${list}" youtube_id_1_0=""/>`, {
        'course/static/f.mp4': 'x',
      });
    expect(
      (await sources('[&quot;https://e.org/a.webm&quot;, &quot;/static/f.mp4&quot;]')).blocks[0]?.content,
    ).toMatchObject({ file: 'f-mp4' });
    expect((await sources('[&quot;https://e.org/a.webm&quot;]')).blocks[0]?.content).toMatchObject({
      link: { site: 'other' },
    });
    expect((await sources('[]')).item).toMatchObject({
      outcome: 'kept',
      notes: [{ code: 'film-elsewhere' }],
    });
    expect((await sources('[&quot;javascript:alert(1)&quot;]')).item?.outcome).toBe('kept');
  });
});

describe('other leaves', () => {
  const content = async (leaf: string, files = {}) => (await readLeafXml(leaf, files)).blocks[0]?.content;

  it('polls and surveys, new and old', async () => {
    const list = JSON.stringify([
      ['R', { label: 'Rouge', img: '/static/r.png' }],
      ['B', 'Bleu'],
    ]).replaceAll('"', '&quot;');
    expect(
      await content(
        `<poll url_name="p" question="**Qui** ?" answers="${list}" feedback="Merci" private_results="true"/>`,
        { 'course/static/r.png': 'x' },
      ),
    ).toMatchObject({
      type: 'poll',
      question: '<p><strong>Qui</strong> ?</p>',
      options: [{ text: 'Rouge', file: 'r-png' }, { text: 'Bleu' }],
      showResults: false,
      thanks: '<p>Merci</p>',
    });
    expect(
      await content(
        '<poll_question url_name="q"><p>Qui ?</p><answer id="a">Moi</answer><answer id="b">Toi</answer></poll_question>',
      ),
    ).toMatchObject({
      type: 'poll',
      question: '<p>Qui ?</p>',
      options: [{ text: 'Moi' }, { text: 'Toi' }],
    });
    expect((await readLeafXml('<poll url_name="p" answers="broken"/>')).item?.outcome).toBe('kept');
  });

  it('drag and drop, with decoys, in the older way of naming zones, without its picture', async () => {
    const data = JSON.stringify({
      targetImg: '/static/gone.png',
      zones: [{ title: 'Haut', x: 0, y: 0, width: 10, height: 10 }],
      items: [
        { id: 1, displayName: 'Ciel', zone: 'Haut', feedback: { correct: 'Oui', incorrect: 'Non' } },
        { id: 2, displayName: 'Leurre', zone: 'none' },
      ],
    }).replaceAll('"', '&quot;');
    expect(
      await content(
        `<drag-and-drop-v2 url_name="d" data="${data}" question_text="Placez" mode="assessment" max_attempts="2"/>`,
      ),
    ).toMatchObject({
      type: 'questions',
      rules: { attempts: 2 },
      questions: [
        {
          type: 'drag',
          places: [{ id: 'place-Haut', label: 'Haut' }],
          items: [
            { text: 'Ciel', places: ['place-Haut'], feedbackRight: 'Oui', feedbackWrong: 'Non' },
            { text: 'Leurre', places: [] },
          ],
        },
      ],
    });
  });

  it('work to hand in: by peers, by staff, by oneself', async () => {
    const ora = (steps: string, more = '') =>
      readLeafXml(`<openassessment url_name="o" ${more}><title>Essai</title><assessments>${steps}</assessments>
        <prompts><prompt><description>Ligne 1\n\nLigne 2</description></prompt></prompts><rubric><criterion><name>c</name><label>Clarté</label>
        <prompt>Clair ?</prompt><option points="0"><name>n</name></option><option points="4"><label>Oui</label><explanation>Très</explanation></option></criterion></rubric></openassessment>`);
    const peers = await ora(
      '<assessment name="student-training"/><assessment name="peer-assessment" must_grade="4" must_be_graded_by="2"/>',
    );
    expect(peers.item).toMatchObject({
      outcome: 'degraded',
      notes: [{ code: 'steps-left-out', values: { steps: 'student-training' } }],
    });
    expect(peers.blocks[0]).toMatchObject({
      title: 'Essai',
      content: {
        type: 'assignment',
        task: '<p>Ligne 1</p><p>Ligne 2</p>',
        assessedBy: 'peers',
        peers: { owes: 4, gets: 2 },
        points: 4,
        criteria: [
          {
            title: 'Clarté',
            levels: [
              { title: 'n', points: 0 },
              { title: 'Oui', points: 4 },
            ],
          },
        ],
      },
    });
    const staff = await ora(
      '<assessment name="staff-assessment"/>',
      'text_response="" file_upload_response="required" white_listed_file_types="pdf, .docx"',
    );
    expect(staff.blocks[0]?.content).toMatchObject({
      assessedBy: 'teacher',
      takes: 'files',
      endings: ['pdf', 'docx'],
    });
    expect(await content('<edx_sga url_name="s" points="50"/>')).toMatchObject({
      assessedBy: 'teacher',
      takes: 'files',
      points: 50,
    });
  });

  it('tools lose their keys; unknown leaves are kept word for word', async () => {
    const tool = await readLeafXml(
      `<lti_consumer url_name="t" launch_url="https://tool.example/launch" lti_id="k" custom_parameters="[&quot;a=1&quot;, &quot;api_key=SECRET&quot;]"/>`,
    );
    expect(tool.item).toMatchObject({ outcome: 'degraded', notes: [{ code: 'tool-needs-key' }] });
    expect(tool.blocks[0]?.content).toMatchObject({ type: 'tool', settings: { custom_a: '1' } });
    expect(JSON.stringify(tool.blocks)).not.toContain('SECRET');
    const unknown = await readLeafXml('<hotspotter url_name="u" x="1"><a>b</a></hotspotter>');
    expect(unknown.blocks[0]?.content).toMatchObject({
      type: 'source',
      format: 'olx:hotspotter',
      source: expect.stringContaining('<a>b</a>') as string,
    });
  });

  it('annotated texts, clouds, discussions, ticks', async () => {
    expect(
      await content(
        '<annotatable url_name="a"><p>Un <annotation title="T" body="Corps">mot</annotation></p></annotatable>',
      ),
    ).toMatchObject({
      type: 'text',
      text: expect.stringMatching(
        /<mark>mot<\/mark><sup>1<\/sup>.*<li><strong>T<\/strong> Corps<\/li>/s,
      ) as string,
    });
    expect((await readLeafXml('<word_cloud url_name="w" display_name="Nuage"/>')).item?.outcome).toBe(
      'degraded',
    );
    expect(await content('<discussion url_name="d" discussion_target="Sujet"/>')).toMatchObject({
      type: 'discussion',
      topic: '<p>Sujet</p>',
    });
    expect(await content('<done url_name="d"/>')).toEqual({ type: 'done' });
  });

  it('every item is reported once, and outcomes add up', async () => {
    const read = await readOlxFiles(
      courseOf(
        '<html url_name="a">x</html><nothing url_name="b"/><video url_name="c"/><problem url_name="d"/>',
      ),
    );
    expect(read.items.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  });
});
