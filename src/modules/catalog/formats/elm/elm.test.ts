import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { FeedInput, FeedRecord } from '../feed-format.ts';
import { fileInput } from '../file-input.ts';
import { textInput } from '../text-input.ts';
import { elm } from './elm.ts';

const today = '2026-11-22';
const real = '../shared/data/catalogues/elm';

async function records(input: FeedInput | string): Promise<FeedRecord[]> {
  const all: FeedRecord[] = [];
  const from = typeof input === 'string' ? textInput(input, { pieceBytes: 97 }) : input;
  for await (const record of elm.read(from, { today })) all.push(record);
  return all;
}

const at = 'http://publications.europa.eu/resource/authority';
const snb = 'http://data.europa.eu/snb';

const feed = (...parts: string[]) =>
  `<?xml version="1.0"?><Courses xmlns="${snb}/model/ap/loq-constraints/" xmlns:skos="http://www.w3.org/2004/02/skos/core#">${parts.join('')}</Courses>`;

const opportunity = (inside: string, id = 'urn:lop:1') =>
  `<learningOpportunityReferences><learningOpportunity id="${id}">${inside}</learningOpportunity></learningOpportunityReferences>`;

const references = `
<learningAchievementSpecificationReferences>
  <learningAchievementSpecification id="urn:spec:1">
    <title language="en">Beekeeping specification</title>
    <learningOutcomeSummary><noteLiteral language="en">Everything about bees</noteLiteral></learningOutcomeSummary>
    <ISCEDFCode uri="${snb}/isced-f/0811"/><ISCEDFCode uri="${snb}/isced-f/bees"/>
    <educationSubject uri="urn:x"><skos:prefLabel language="nl">Bijen</skos:prefLabel><skos:prefLabel language="fr">Abeilles</skos:prefLabel></educationSubject>
    <volumeOfLearning>PT60H</volumeOfLearning>
    <creditPoint><framework uri="${snb}/education-credit/60b314e826"/><point>7</point></creditPoint>
    <creditPoint><framework uri="${snb}/education-credit/6fcec5c5af"/><point>3</point></creditPoint>
    <EQFLevel uri="${snb}/eqf/5"/>
    <language uri="${at}/language/FRA"/><language uri="${at}/language/NLD"/><language uri="${at}/language/MUL"/>
    <mode uri="${snb}/learning-assessment/920fbb3cbe"/>
    <entryRequirement><noteLiteral language="fr">Aucun.</noteLiteral></entryRequirement>
    <learningOutcome idref="urn:out:1"/><hasPart idref="urn:spec:2"/>
  </learningAchievementSpecification>
  <learningAchievementSpecification id="urn:spec:2"><title language="fr">La ruche</title></learningAchievementSpecification>
  <qualification id="urn:spec:3"><title language="fr">Titre d'apicultrice</title>
    <awardingOpportunity><awardingBody idref="urn:org:1"/></awardingOpportunity></qualification>
</learningAchievementSpecificationReferences>
<learningOutcomeReferences><learningOutcome id="urn:out:1"><title language="en">Keep bees</title><title language="fr">Élever des abeilles</title>
  <relatedESCOSkill uri="http://data.europa.eu/esco/skill/123"><skos:prefLabel language="fr">soigner des abeilles</skos:prefLabel></relatedESCOSkill>
  <relatedSkill uri="urn:s"><skos:prefLabel language="fr">patience</skos:prefLabel></relatedSkill></learningOutcome></learningOutcomeReferences>
<agentReferences><organisation id="urn:org:1"><legalName language="fr">École du rucher</legalName>
  <homepage><contentUrl>https://rucher.example</contentUrl></homepage><location idref="urn:loc:1"/></organisation></agentReferences>
<locationReferences><location id="urn:loc:1"><address><countryCode uri="${at}/country/FRA"/></address></location></locationReferences>`;

const full = opportunity(`
  <title language="en">Beekeeping</title><title language="fr">Apiculture</title>
  <description language="fr">&lt;p&gt;Les abeilles.&lt;/p&gt;</description><description language="en">The bees.</description>
  <homepage><title language="fr">x</title><contentUrl>https://rucher.example/1</contentUrl></homepage>
  <temporal><startDate>2027-03-01T09:00:00+01:00</startDate><endDate>2027-06-30</endDate></temporal>
  <duration>P8W</duration><applicationDeadline>2027-01-15</applicationDeadline><applicationDeadline>2027-02-15</applicationDeadline>
  <priceDetail><amount><unit uri="${at}/currency/EUR"/><value>120.50</value></amount></priceDetail>
  <priceDetail><amount><unit uri="${at}/currency/EUR"/><value>30</value></amount><skos:prefLabel language="fr">Certificat</skos:prefLabel></priceDetail>
  <bannerImage><content>QUJD</content><contentUrl>https://rucher.example/b.png</contentUrl></bannerImage>
  <providedBy idref="urn:org:1"/><learningAchievementSpecification idref="urn:spec:1"/>`);

describe('elm.read', () => {
  it('joins an opportunity with what it refers to, further down in the feed', async () => {
    const [record] = await records(feed(full, references));
    expect(record).toEqual({
      kind: 'course',
      degraded: [{ field: 'subjects', reason: 'not an ISCED-F code: "bees"' }],
      document: {
        key: 'urn:lop:1',
        title: 'Apiculture',
        description: 'Les abeilles.',
        translations: { en: { title: 'Beekeeping', description: 'The bees.' } },
        languages: ['fr', 'nl'],
        syllabus: ['La ruche'],
        outcomes: ['Élever des abeilles'],
        level: 'intermediate',
        format: 'online',
        certificate: 'credit',
        costs: [
          { kind: 'access', amount: 12050, currency: 'EUR', checkedOn: today },
          { kind: 'certificate', amount: 3000, currency: 'EUR', checkedOn: today },
        ],
        effort: { weeks: 8, totalHours: 60 },
        providers: [
          { name: 'École du rucher', key: 'urn:org:1', url: 'https://rucher.example/', country: 'FR' },
        ],
        subjects: [
          { scheme: 'isced-f', code: '0811' },
          { scheme: 'label', label: 'Abeilles' },
        ],
        skills: [
          { label: 'soigner des abeilles', scheme: 'esco', code: 'http://data.europa.eu/esco/skill/123' },
          { label: 'patience' },
        ],
        prerequisites: { nothing: true },
        runs: [
          {
            key: '2027-03-01',
            pacing: 'scheduled',
            start: { on: '2027-03-01', precision: 'day', at: '2027-03-01T08:00:00.000Z' },
            end: { on: '2027-06-30', precision: 'day' },
            enrolmentEnd: { on: '2027-02-15', precision: 'day' },
          },
        ],
        url: 'https://rucher.example/1',
        imageUrl: 'https://rucher.example/b.png',
      },
    });
  });

  it('gives a record of its own to what no opportunity offers, and to no part of another', async () => {
    const found = await records(feed(full, references));
    expect(found.map((one) => one.kind === 'course' && one.document.key)).toEqual([
      'urn:lop:1',
      'urn:spec:3',
    ]);
    expect(found[1]).toMatchObject({
      document: { certificate: 'diploma', providers: [{ name: 'École du rucher' }] },
    });
  });

  it('names the language of a title that is not the one taught in', async () => {
    const [record] = await records(
      feed(
        opportunity(
          '<title language="en">Bees</title><learningAchievementSpecification idref="urn:spec:1"/>',
        ),
        references,
      ),
    );
    expect(record).toMatchObject({
      document: { title: 'Bees', languages: ['fr', 'nl'], translations: { en: { title: 'Bees' } } },
    });
  });

  it('reads the default language when nothing is said of teaching', async () => {
    const [record] = await records(
      feed(
        opportunity(
          `<title language="fr">Un</title><title language="de">Eins</title><defaultLanguage uri="${at}/language/DEU"/>`,
        ),
      ),
    );
    expect(record).toMatchObject({ document: { title: 'Eins', translations: { fr: { title: 'Un' } } } });
    expect(record?.kind === 'course' && record.document.languages).toBeUndefined();
  });

  it('notes references that lead nowhere and figures that are none', async () => {
    const [record] = await records(
      feed(
        opportunity(`<title>X</title><providedBy idref="urn:lost"/><learningAchievementSpecification idref="urn:gone"/>
        <priceDetail><amount><unit uri="${at}/currency/EUR"/><value>free?</value></amount></priceDetail>
        <temporal><startDate>2021-02-31</startDate></temporal><homepage><contentUrl>file:///etc/passwd</contentUrl></homepage>`),
      ),
    );
    expect(record?.kind === 'course' && record.degraded.map((one) => one.field).sort()).toEqual([
      'costs[0]',
      'providers',
      'record',
      'runs[0].start',
      'url',
    ]);
  });

  it('refuses what has no title and what is an accreditation, and reads on', async () => {
    const accreditation =
      '<accreditationReferences><accreditation id="urn:a"><title language="en">Quality</title></accreditation></accreditationReferences>';
    expect(
      await records(
        feed(opportunity('<title> </title>'), accreditation, opportunity('<title>Y</title>', 'urn:lop:2')),
      ),
    ).toMatchObject([
      { kind: 'refused', key: 'urn:lop:1', reason: 'no title' },
      { kind: 'refused', key: 'urn:a', title: 'Quality', reason: 'not a course: accreditation' },
      { kind: 'course', document: { key: 'urn:lop:2' } },
    ]);
  });

  it('reads a record that is not well-formed as far as it goes, says so and reads the next', async () => {
    const broken = opportunity('<title>X</titel><description>lost</description>');
    const entities = opportunity('<title>Y &evil;</title>', 'urn:lop:2');
    expect(await records(feed(broken, entities))).toMatchObject([
      {
        document: { title: 'X' },
        degraded: [{ field: 'record', reason: expect.stringMatching(/not well-formed/) }],
      },
      {
        document: { title: 'Y &evil;' },
        degraded: [{ field: 'record', reason: expect.stringMatching(/entity/) }],
      },
    ]);
  });

  it('yields what came before the feed breaks off', async () => {
    const seen: unknown[] = [];
    const cut = feed(opportunity('<title>X</title>')).replace(
      '</Courses>',
      '<learningOpportunityReferences>',
    );
    const reading = async () => {
      for await (const record of elm.read(textInput(cut), { today })) seen.push(record);
    };
    await expect(reading()).rejects.toThrow(/breaks off/);
  });

  it('refuses other XML', async () => {
    await expect(records('<rss><channel/></rss>')).rejects.toThrow(/no learning opportunity/);
  });

  it('does not go round in circles of parts', async () => {
    const loop =
      '<x><qualification id="a"><title>A</title><hasPart idref="a"/><hasPart idref="b"/></qualification><qualification id="b"><title>B</title><hasPart idref="a"/></qualification></x>';
    expect(await records(feed(loop))).toEqual([]);
  });

  it.skipIf(!existsSync(real))('reads the real samples (../shared/data is absent: skipped)', async () => {
    const found = await records(await fileInput(`${real}/loq_withLearningAchievementSpecification.xml`));
    expect(found).toMatchObject([
      { kind: 'course', document: { key: 'http://LOP-01', translations: { nl: {} }, format: 'blended' } },
      {
        kind: 'course',
        document: { key: 'http://LOP-02', providers: [{ key: 'http://ORG-01' }, { key: 'http://ORG-02' }] },
      },
    ]);
    const accreditations = await records(await fileInput(`${real}/ams.xml`));
    expect(accreditations.map((one) => one.kind)).toEqual(['refused', 'refused']);
  });
});

describe('elm.detect', () => {
  it('knows the model from other XML', () => {
    const sure = (head: string) => elm.detect(head, textInput(''));
    expect(sure(feed(''))).toBeGreaterThan(0.9);
    expect(sure('<x:learningOpportunityReferences>')).toBeGreaterThan(0.7);
    expect(sure('<lheo xmlns="http://lheo.gouv.fr/2.3">')).toBe(0);
    expect(sure('{"a":"http://data.europa.eu/snb/model"}')).toBe(0);
  });
});
