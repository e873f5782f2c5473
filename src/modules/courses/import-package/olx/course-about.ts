import { z } from 'zod';
import type { courseAbout } from '../../content/course-content.ts';
import { wordsOfCourseText } from '../../../../platform/course-text/words.ts';
import type { Note } from '../package-reader.ts';
import { assetNameOf } from './course-files.ts';
import { readText } from './course-html.ts';
import { jsonIn } from './json-attribute.ts';
import type { LeafScene } from './leaf.ts';

type About = z.input<typeof courseAbout>;

const people = z.object({
  instructors: z.array(
    z.object({ name: z.string(), title: z.string().nullish(), bio: z.string().nullish() }),
  ),
});

/** What the course says of itself: attributes, and the texts of its folder `about/`. */
export async function readAbout(
  attributes: Readonly<Record<string, string>>,
  scene: LeafScene,
  name: string,
): Promise<{ readonly about: About; readonly notes: readonly Note[] }> {
  const said = async (page: string): Promise<string> =>
    (await scene.pack.text(`about/${page}.html`))?.trim() ?? '';
  const short = wordsOfCourseText(readText(await said('short_description'), scene).text);
  const overview = readText((await said('overview')) || (await said('description')), scene);
  const lang = languageOf(attributes['language']);
  const picture = pictureIn(attributes['course_image'], scene);
  const about: About = {
    title: titleOf(attributes, wordsOfCourseText(await said('title')), name),
    lang: lang ?? 'en',
    summary: short.slice(0, 1000),
    description: overview.text,
    outcomes: linesIn(attributes['learning_info']),
    providers: [attributes['display_organization'] || attributes['org'] || '']
      .filter((each) => each.trim() !== '')
      .map((each) => each.slice(0, 500)),
    teachers: teachersIn(attributes['instructor_info']),
    licence: licenceIn(attributes['license']),
    ...(picture !== undefined && { picture }),
  };
  return { about, notes: [...overview.notes, ...(lang === undefined ? [{ code: 'language-unknown' }] : [])] };
}

const titleOf = (attributes: Readonly<Record<string, string>>, said: string, name: string): string =>
  (said || attributes['display_name']?.trim() || attributes['course']?.trim() || name.trim() || 'OLX').slice(
    0,
    500,
  );

/** As in addresses of pages: `pt-br`, `zh_CN` and `fr` are languages. */
function languageOf(told = ''): string | undefined {
  try {
    return Intl.getCanonicalLocales(told.trim().replaceAll('_', '-'))[0];
  } catch {
    return undefined;
  }
}

const linesIn = (text: string | undefined): string[] =>
  (jsonIn(text, z.array(z.string())) ?? [])
    .filter((line) => line.trim() !== '')
    .slice(0, 30)
    .map((line) => line.slice(0, 500));

const teachersIn = (text: string | undefined): { name: string; about: string }[] =>
  (jsonIn(text, people)?.instructors ?? [])
    .filter(({ name }) => name.trim() !== '')
    .slice(0, 50)
    .map(({ name, title, bio }) => ({
      name: name.slice(0, 500),
      about: [title, bio]
        .filter((each) => each)
        .join('. ')
        .slice(0, 2000),
    }));

/** `creative-commons: ver=4.0 BY NC SA` as people write it. */
function licenceIn(told = ''): string {
  const [, version = '4.0', terms = ''] = /^creative-commons:\s*(?:ver=([\d.]+))?\s*(.*)$/i.exec(told) ?? [];
  if (terms === '' || !/^creative/i.test(told)) return told === '' ? '' : told.slice(0, 200);
  return `CC ${terms.trim().split(/\s+/).join('-')} ${version}`.slice(0, 200);
}

function pictureIn(name: string | undefined, { files }: LeafScene): string | undefined {
  if (!name) return undefined;
  return files.use(assetNameOf(name) ?? name);
}
