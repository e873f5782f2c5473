import {
  elementAt,
  elementsBelow,
  elementsOf,
  type XmlNode,
  xmlSource,
} from '../../../../../platform/xml/xml-tree.ts';
import type { Block } from '../../../content/blocks.ts';
import { webAddress } from '../../reading/film-link.ts';
import { lineOf, textOfWords } from '../../reading/course-lines.ts';
import { blockOf, courseTextOf } from '../../reading/page-blocks.ts';
import { sourceBlock } from '../../reading/source-block.ts';
import { type ActivityAt, sceneAt } from '../backup-scene.ts';
import { field, htmlField, isYes } from '../moodle-text.ts';
import { introBlocks, labelActivity } from './page-activities.ts';

/** A forum is a discussion; what was said in it stays with those who said it. */
export async function forumActivity(at: ActivityAt): Promise<Block[]> {
  if (field(at.content, 'type') === 'news') {
    at.book.tell('announcement');
    return labelActivity(at);
  }
  const topic =
    courseTextOf(htmlField(at.content, 'intro'), sceneAt(at, { area: 'intro' })) || textOfWords(at.title);
  return [blockOf(at.backup.names, at.name, { type: 'discussion', topic }, at.title)];
}

export async function choiceActivity(at: ActivityAt): Promise<Block[]> {
  const { names } = at.backup;
  const options = elementsOf(elementAt(at.content, 'options'), 'option')
    .map((option) => ({
      id: names.next(`${at.name}-${option.attributes['id'] ?? ''}`),
      text: lineOf(field(option, 'text').replace(/<[^>]+>/g, ' '), '–'),
    }))
    .slice(0, 50);
  if (options.length === 0) return keptSource(at);
  const question =
    courseTextOf(htmlField(at.content, 'intro'), sceneAt(at, { area: 'intro' })) || textOfWords(at.title);
  const several = isYes(at.content, 'allowmultiple');
  const showResults = field(at.content, 'showresults') !== '0';
  return [blockOf(names, at.name, { type: 'poll', question, options, several, showResults }, at.title)];
}

/** Entries of a glossary, five hundred a block. */
export async function glossaryActivity(at: ActivityAt): Promise<Block[]> {
  const { names } = at.backup;
  const entries = elementsBelow(elementAt(at.content, 'entries'), 'entry').map((entry) => {
    const id = entry.attributes['id'] ?? '';
    const aliases = elementsBelow(entry, 'alias')
      .map((alias) => field(alias, 'alias_text'))
      .filter((each) => each !== '');
    const term = [field(entry, 'concept'), ...aliases].join(', ');
    const meaning = courseTextOf(htmlField(entry, 'definition'), sceneAt(at, { area: 'entry', item: id }));
    return { id: names.next(`${at.name}-${id}`), term: lineOf(term, id), meaning };
  });
  const intro = await introBlocks(at);
  if (entries.length === 0) {
    // entries belong to those who wrote them: a backup without users has none
    at.book.lost('user-data-left-out', at.title);
    return intro.length > 0 ? intro : labelActivity(at);
  }
  const parts = Array.from({ length: Math.ceil(entries.length / 500) }, (_, n) =>
    entries.slice(n * 500, (n + 1) * 500),
  );
  return [
    ...intro,
    ...parts.map((part) => blockOf(names, at.name, { type: 'glossary', entries: part }, at.title)),
  ];
}

/** A tool of another site; its keys stay behind. */
export async function ltiActivity(at: ActivityAt): Promise<Block[]> {
  const { content, book } = at;
  const address =
    field(content, 'securetoolurl') ||
    field(content, 'toolurl') ||
    field(elementsBelow(content, 'ltitype')[0], 'baseurl');
  const url = webAddress(address);
  if (url === undefined) book.lost('link-unusable', address);
  else book.lost('tool-not-connected', url.host);
  const secrets = ['resourcekey', 'password', 'servicesalt'].filter((name) => field(content, name) !== '');
  for (const name of secrets) book.tell('secrets-dropped', name);
  const settings = Object.fromEntries(
    field(content, 'instructorcustomparameters')
      .split('\n')
      .map((line) => line.split(/=(.*)/s).map((each) => each.trim()))
      .flatMap(([name = '', value = '']) =>
        name === '' || /secret|passw|token|key/i.test(name) ? [] : [[name, value]],
      ),
  );
  const tool = {
    type: 'tool',
    url: (url?.href ?? address).slice(0, 2000),
    label: lineOf(at.title, at.name),
    settings,
  } as const;
  return [...(await introBlocks(at)), blockOf(at.backup.names, at.name, tool)];
}

/** Rows that belong to somebody, and the lists that hold them. */
const ofPeople =
  /^(messages|subwikis|records|responses|attempts|ratings|comments|completeds|sessions?|logs?|posts|discussions|submissions|grades|answers_users|participants)$/;

function withoutPeople(node: XmlNode): XmlNode {
  const isOwned = (child: XmlNode): boolean =>
    ofPeople.test(child.name) || !['', '0'].includes(field(child, 'userid'));
  const children = node.children
    .filter((child) => typeof child === 'string' || !isOwned(child))
    .map((child) => (typeof child === 'string' ? child : withoutPeople(child)));
  return { ...node, children };
}

/** What has no counterpart, word for word, without what people did in it. */
export async function keptSource(at: ActivityAt): Promise<Block[]> {
  const format = `moodle:${at.activity.kind}`;
  return [
    ...(await introBlocks(at)),
    sourceBlock(at.backup.names, at.name, format, xmlSource(withoutPeople(at.content)), at.title),
  ];
}
