import { createReadStream, existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FeedRecord } from './feed-format.ts';
import { lheo } from './lheo.ts';
import { lheoName } from './lheo-vocabulary.ts';
import { textInput } from './text-input.ts';

const today = '2026-11-22';

async function read(xml: string | Uint8Array): Promise<FeedRecord[]> {
  const records: FeedRecord[] = [];
  for await (const record of lheo.read(textInput(xml, { pieceBytes: 97 }), { today })) records.push(record);
  return records;
}

async function only(xml: string) {
  const [record] = await read(xml);
  if (record?.kind !== 'course') throw new Error(record?.reason ?? 'nothing read');
  return record;
}

const feed = (formations: string): string =>
  `\n<?xml version="1.0" encoding="UTF-8"?>\n<lheo xmlns="http://lheo.gouv.fr/2.3"><offres>${formations}</offres></lheo>`;

const session = (numero: string, debut: string, fin: string, more = ''): string =>
  `<session numero="${numero}"><periode><debut>${debut}</debut><fin>${fin}</fin></periode>${more}</session>`;

const training = `<formation numero="F1">
  <domaine-formation><code-FORMACODE ref="V14">31088</code-FORMACODE><code-FORMACODE>123</code-FORMACODE>
    <code-NSF>326</code-NSF><code-ROME>M1805</code-ROME></domaine-formation>
  <intitule-formation>Apprendre à programmer</intitule-formation>
  <objectif-formation>&lt;p&gt;Écrire ses premiers programmes.&lt;/p&gt;</objectif-formation>
  <resultats-attendus>-</resultats-attendus>
  <contenu-formation>&lt;ul&gt;&lt;li&gt;Variables&lt;/li&gt;&lt;li&gt;Boucles&lt;/li&gt;&lt;/ul&gt;</contenu-formation>
  <certifiante>0</certifiante>
  <code-niveau-entree>16</code-niveau-entree>
  <url-formation><urlweb>formation.exemple.fr/programmer</urlweb></url-formation>
  <action numero="A1">
    <modalites-enseignement>1</modalites-enseignement>
    <conditions-specifiques>Savoir utiliser un clavier</conditions-specifiques>
    <lieu-de-formation><coordonnees><adresse><ville>Lyon</ville></adresse></coordonnees></lieu-de-formation>
    <modalites-entrees-sorties>0</modalites-entrees-sorties>
    <langue-formation>FR</langue-formation><langue-formation>EN</langue-formation>
    <prix-horaire-TTC>12,50</prix-horaire-TTC><nombre-heures-total>40</nombre-heures-total>
    ${session('S1', '20270104', '20270226', '<etat-recrutement>2</etat-recrutement>')}
    ${session('S2', '20270900', '20280000')}
    ${session('S2', '20270231', '99999999', '<etat-recrutement>7</etat-recrutement>')}
  </action>
  <action numero="A2">
    <modalites-enseignement>2</modalites-enseignement>
    <modalites-entrees-sorties>1</modalites-entrees-sorties>
    <prix-total-TTC>350.00</prix-total-TTC>
    ${session('S3', '00000000', '99999999', '<etat-recrutement>1</etat-recrutement>')}
  </action>
  <organisme-formation-responsable numero="O1">
    <SIRET-organisme-formation><SIRET>12345678901234</SIRET></SIRET-organisme-formation>
    <nom-organisme>École du Port</nom-organisme>
    <coordonnees-organisme><coordonnees><adresse><pays>FR</pays></adresse>
      <web><urlweb>https://ecole.exemple.fr</urlweb></web></coordonnees></coordonnees-organisme>
    <potentiel><code-FORMACODE>11054</code-FORMACODE></potentiel>
  </organisme-formation-responsable>
  <extras info="x"><extra info="intitule-formation">Not this</extra><intitule-formation>Nor this</intitule-formation></extras>
</formation>`;

describe('lheo', () => {
  it('reads a training, its provider, its codes and every session as a run', async () => {
    const { document, degraded } = await only(feed(training));
    expect(document).toEqual({
      key: 'F1',
      title: 'Apprendre à programmer',
      summary: 'Écrire ses premiers programmes.',
      syllabus: ['Variables', 'Boucles'],
      languages: ['fr', 'en'],
      level: 'intermediate',
      format: 'online',
      certificate: 'none',
      costs: [{ kind: 'access', amount: 35000, currency: 'EUR', checkedOn: today }],
      effort: { totalHours: 40 },
      providers: [
        { name: 'École du Port', key: '12345678901234', url: 'https://ecole.exemple.fr/', country: 'FR' },
      ],
      subjects: [
        { scheme: 'formacode', code: '31088' },
        { scheme: 'nsf', code: '326' },
        { scheme: 'rome', code: 'M1805' },
      ],
      prerequisites: { text: 'Savoir utiliser un clavier' },
      runs: [
        {
          key: 'S1',
          pacing: 'scheduled',
          title: 'Lyon',
          start: { on: '2027-01-04', precision: 'day' },
          end: { on: '2027-02-26', precision: 'day' },
          declared: 'closed',
        },
        { key: 'S2', pacing: 'scheduled', title: 'Lyon', start: { on: '2027-09-01', precision: 'month' } },
        { key: 'S2-2', pacing: 'scheduled', title: 'Lyon' },
        { key: 'S3', pacing: 'self', declared: 'open' },
      ],
      url: 'http://formation.exemple.fr/programmer',
    });
    expect(degraded.map((one) => `${one.field}: ${one.reason}`).sort()).toEqual([
      'costs: the price differs from action to action: the lowest is kept',
      'runs[1].end: only a year: "20280000"',
      'runs[2].declared: not a code of etat-recrutement: "7"',
      'runs[2].start: not a calendar day: "20270231"',
      'subjects: not a code-FORMACODE: "123"',
    ]);
  });

  it('reads misspelt tags, says so, and takes the case and underscores of tags lightly', async () => {
    const { document, degraded } = await only(
      feed(
        '<formaton numero="F2"><intitule-formaton>A</intitule-formaton><Objectif_Formation>B</Objectif_Formation></formaton>',
      ),
    );
    expect(document).toMatchObject({ key: 'F2', title: 'A', summary: 'B' });
    expect(degraded).toEqual([{ field: 'title', reason: 'read <intitule-formaton> as intitule-formation' }]);
  });

  it('corrects only what is one letter away from one name', () => {
    expect(lheoName('coordonneFs')).toEqual({ name: 'coordonnees', corrected: true });
    expect(lheoName('seession')).toEqual({ name: 'session', corrected: true });
    expect(lheoName('sessoin')).toEqual({ name: 'session', corrected: true });
    expect(lheoName('CODE-formacode')).toEqual({ name: 'code-FORMACODE', corrected: false });
    expect(lheoName('non')).toBeUndefined();
    expect(lheoName('something')).toBeUndefined();
  });

  it('goes on after a record without a title, and makes a key where there is no number', async () => {
    const records = await read(
      feed(
        '<formation numero="X"><intitule-formation>-</intitule-formation></formation>' +
          '<formation><intitule-formation>Vélo</intitule-formation><organisme-formation-responsable><raison-sociale>Atelier</raison-sociale></organisme-formation-responsable></formation>',
      ),
    );
    expect(records).toMatchObject([
      { kind: 'refused', key: 'X', reason: expect.stringMatching(/title/) },
      { kind: 'course', document: { key: 'atelier-velo', providers: [{ name: 'Atelier' }] } },
    ]);
  });

  it('says that nothing is needed where the standard says "aucune"', async () => {
    const { document } = await only(
      feed(
        '<formation numero="1"><intitule-formation>A</intitule-formation><action><conditions-specifiques>Aucune</conditions-specifiques></action></formation>',
      ),
    );
    expect(document.prerequisites).toEqual({ nothing: true });
  });

  it('never reads what an entity points to, and refuses what holds no training', async () => {
    const bomb =
      '<!DOCTYPE lheo [<!ENTITY a "aaaaaaaaaa"><!ENTITY f SYSTEM "file:///etc/passwd">]>' +
      '<lheo><offres><formation numero="1"><intitule-formation>T &f; &a;</intitule-formation></formation></offres></lheo>';
    const { document, degraded } = await only(bomb);
    expect(document.title).not.toMatch(/root|aaaa/);
    expect(degraded.length).toBeGreaterThan(0);
    await expect(read('<lheo><offres/></lheo>')).rejects.toThrow(/no <formation>/);
    await expect(read('title;url\n')).rejects.toThrow(/XML/);
  });

  it('hands out what came before the feed breaks off', async () => {
    const records: FeedRecord[] = [];
    const broken = feed(training).slice(0, -400) + '<formation numero="F9"><intitule';
    const whole = feed(training + training.replace('F1', 'F2')).slice(0, feed(training).length + 300);
    expect(broken).not.toBe(whole);
    const reading = async (): Promise<void> => {
      for await (const record of lheo.read(textInput(whole), { today })) records.push(record);
    };
    await expect(reading()).rejects.toThrow(/breaks off/);
    expect(records).toHaveLength(1);
  });

  it('is recognised by its root or its name space', () => {
    const sure = (head: string): number => lheo.detect(head, textInput(head));
    expect(sure('<?xml version="1.0"?><lheo xmlns="http://www.lheo.org/2.2"><offres>')).toBeGreaterThan(0.9);
    expect(sure('<offres><formation numero="1">')).toBeGreaterThan(0.5);
    expect(sure('<rss version="2.0">')).toBe(0);
    expect(sure('title,url\n')).toBe(0);
  });
});

const folder = '../shared/data/catalogues/lheo';

describe.skipIf(!existsSync(folder))(`the trainings in ${folder}`, () => {
  const readFile = async (name: string) => {
    const records: FeedRecord[] = [];
    const location = `${folder}/${name}`;
    const input = { location, open: async () => createReadStream(location) };
    for await (const record of lheo.read(input, { today })) records.push(record);
    return records;
  };

  it('reads the training with extras and a misspelt tag', async () => {
    const [record, ...others] = await readFile('anotea-intercarif-data-test.xml');
    expect(others).toEqual([]);
    expect(record).toMatchObject({
      kind: 'course',
      document: {
        key: 'F_XX_XX',
        title: 'Développeur web',
        languages: ['fr'],
        effort: { totalHours: 697 },
        providers: [{ name: 'Anotea Formation' }],
        runs: [
          {
            key: 'SE_XXXXXX',
            declared: 'open',
            start: { on: '2017-10-30' },
            enrolmentEnd: { on: '2018-05-22' },
          },
        ],
      },
      degraded: [{ field: 'record', reason: 'read <coordonneFs> as coordonnees' }],
    });
  });

  it('reads the BTS, its HTML texts as plain text, and finds nothing to complain of', async () => {
    const [record] = await readFile('exemple-bts-onisep.xml');
    if (record?.kind !== 'course') throw new Error('refused');
    expect(record.degraded).toEqual([]);
    expect(record.document).toMatchObject({
      key: '9436_18706',
      certificate: 'diploma',
      effort: { weeks: 104 },
      providers: [{ name: 'Lycée Kerneuzec', url: 'http://lyceedekerneuzec.fr/' }],
    });
    expect(JSON.stringify(record.document)).not.toMatch(/<\/?p>|&lt;/);
    expect(record.document.syllabus).toHaveLength(6);
  });
});
