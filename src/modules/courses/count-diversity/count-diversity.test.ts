import { describe, expect, it } from 'vitest';
import { createCourse } from '../keep-course/create-course.ts';
import { courseContent } from '../content/course-content.ts';
import { teachStage } from '../testing/teach-stage.ts';
import { countDiversity } from './count-diversity.ts';
import { currenciesIn } from './find-currencies.ts';
import { isCounted, namesIn } from './find-names.ts';
import { placesIn } from './find-places.ts';

const called = (text: string) => namesIn(text).map(({ name }) => name);

describe('given names', () => {
  it.each([
    ['Amina et José montrent le plan à Wei.', ['Amina', 'José', 'Wei']],
    ['jose and AMINA wrote amina@example.org', []],
    ['Jose and Amina’s boat', ['José', 'Amina']],
    ['L’équipe d’Awa, avec Jean-Pierre', ['Awa', 'Jean-Pierre']],
    ['Анна дала книгу Ивану и Марии', ['Анна', 'Иван', 'Мария']],
    ['Will you mark this? Grace is a virtue. May I?', []],
    ['I met Will, and then Grace.', ['Will', 'Grace']],
    ['Pierre qui roule n’amasse pas mousse', []],
    ['Maria2 and xMaria and MARIA and /Maria', []],
    ['', []],
  ])('in %j', (text, names) => {
    expect(called(text)).toEqual(names);
  });

  it('of two usages are of either', () => {
    expect(namesIn('with Andrea and Camille and Amina').map(({ usual }) => usual)).toEqual([
      'he',
      'either',
      'she',
    ]);
    expect(namesIn('avec Jean')[0]).toMatchObject({ usual: 'either' });
  });

  it('are counted in languages that write them with a capital', () => {
    expect(['fr', 'en-GB', 'es', 'pt-BR', 'RU'].every(isCounted)).toBe(true);
    expect(['zh', 'ar', 'de', ''].some(isCounted)).toBe(false);
  });

  it('take no more than a moment in an endless text', () => {
    const start = performance.now();
    namesIn('Amina va à Paris. '.repeat(50_000));
    namesIn(`${'A'.repeat(200_000)} ${'Aa-'.repeat(100_000)}`);
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

describe('countries', () => {
  it.each([
    ['fr', 'En France et au Sénégal, la Guinée-Bissau', ['France', 'Sénégal', 'Guinée-Bissau']],
    ['en', 'From Kenya to South Korea; kenya is small', ['Kenya', 'South Korea']],
    ['es', 'España, México y Perú.', ['España', 'México', 'Perú']],
    ['ru', 'Во Франции и в Китае мало', ['Франция', 'Китай']],
    ['zh', '中国和法国', ['中国', '法国']],
    ['fr', 'Francel Maliens', []],
  ])('in %s: %j', (lang, text, countries) => {
    expect(placesIn(text, lang).map(({ country }) => country)).toEqual(countries);
  });

  it('that are called like people are no people', () => {
    const content = courseOf('en', ['They flew to Jordan, then to Georgia with Jordan.']);
    expect(countDiversity(content).names).toEqual([]);
  });
});

it('money is what stands beside an amount or is called by its name', () => {
  expect(currenciesIn('10 € et 20 euros, $5, 5$, R$ 30, 100 000 francs CFA, 3 USD')).toEqual([
    ...['EUR', 'EUR', 'dollar', 'dollar', 'dollar', 'CFA', 'BRL'],
  ]);
  expect(currenciesIn('let $x = `${y}`; a$b; Europe; livre')).toEqual([]);
});

function courseOf(lang: string, texts: readonly string[], more: object = {}) {
  return courseContent.parse({
    about: { title: 'Course', lang, ...more },
    sections: [
      {
        id: 's',
        title: 'S',
        units: [
          {
            id: 'u',
            title: 'Unit',
            blocks: texts.map((text, at) => ({ id: `b${at}`, title: '', content: { type: 'text', text } })),
          },
        ],
      },
    ],
  });
}

describe('a course', () => {
  it('counts each name once, says how often and where, and proposes in words', () => {
    const texts = [
      '<p>Yesterday <b>Pierre</b> met Jacques and Michel.</p>',
      '<p>Then Jacques met Claire, and Philippe saw François.</p><img alt="Here is Sylvie" src="file:x">',
    ];
    const { names, usual, proposals } = countDiversity(courseOf('en', texts));
    const jacques = names?.find(({ label }) => label === 'Jacques');
    expect(jacques).toMatchObject({
      times: 2,
      places: [
        { end: '/units/u#blocks-b0', where: 'Unit' },
        { end: '/units/u#blocks-b1', where: 'Unit' },
      ],
    });
    expect(usual).toEqual({ she: 2, he: 5, either: 0 });
    expect(proposals).toEqual(['one-region']);
    const only = countDiversity(courseOf('en', [texts[0] + 'and then Laurent and Philippe.']));
    expect(only.proposals).toEqual(['one-usual', 'one-region']);
  });

  it('says nothing of few', () => {
    expect(countDiversity(courseOf('en', ['Then Jacques came from France.'])).proposals).toEqual([]);
    expect(countDiversity(courseOf('fr', []))).toMatchObject({ names: [], countries: [], proposals: [] });
  });

  it('counts who teaches and who speaks in films, and does not take them for examples', () => {
    const content = courseOf('en', ['See what Awa Diop says to Moussa.'], {
      teachers: [{ name: 'Awa Diop', about: '' }],
    });
    const film = {
      id: 'film',
      title: 'Film',
      content: {
        type: 'video',
        tracks: [
          {
            lang: 'en',
            kind: 'captions',
            vtt: 'WEBVTT\n\n00:00.000 --> 00:01.000\n<v Li Wei>Hello to Amadou</v>\n',
          },
        ],
      },
    };
    const [section] = content.sections;
    section?.units[0]?.blocks.push(
      ...courseContent.shape.sections.element.shape.units.element.shape.blocks.parse([film]),
    );
    const { teachers, names } = countDiversity(content);
    expect(teachers).toEqual([
      { name: 'Awa Diop', speaks: [] },
      { name: 'Li Wei', speaks: [{ end: '/units/u#blocks-film', where: 'Unit: Film' }] },
    ]);
    expect(names?.map(({ label }) => label).toSorted()).toEqual(['Amadou', 'Moussa']);
  });

  it('in a language that is not counted says so, and counts the rest', () => {
    const { names, countries, currencies } = countDiversity(courseOf('ar', ['ذهبت فاطمة ومعها 5 €']));
    expect([names, countries, currencies.length]).toEqual([undefined, undefined, 1]);
    expect(countDiversity(courseOf('zh', ['小明去法国'])).countries).toHaveLength(1);
  });
});

describe('the page', () => {
  it('shows counts with where they stand to who works on the course, escapes what it shows, and keeps nothing', async () => {
    const stage = await teachStage();
    const ada = await stage.person('Ada', ['author']);
    const eve = await stage.person('Eve', ['author']);
    const content = courseOf('fr', ['<p>Ici Amina parle à Moussa en France, pour 5 €.</p>'], {
      teachers: [{ name: '<script>x</script>', about: '' }],
    });
    const { id } = await createCourse(stage.db, ada.actor(), { content });
    const path = `/en/teach/courses/${id}/diversity`;
    const { html } = await ada.browser.get(path);
    for (const said of ['a count of words, not of people', 'Amina', 'France', 'Euro', '/units/u#blocks-b0'])
      expect(html).toContain(said);
    expect(html).not.toContain('<script>x');
    expect((await eve.browser.get(path)).status).toBe(404);
  });
});
