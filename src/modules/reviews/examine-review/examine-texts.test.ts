import { describe, expect, it } from 'vitest';
import { findContacts } from './find-contacts.ts';
import { findInsults } from './find-insults.ts';
import { findLinks } from './find-links.ts';
import { shareIn, printOf } from './text-print.ts';

const cut = (text: string, spots: readonly { from: number; to: number }[]) =>
  spots.map(({ from, to }) => text.slice(from, to));

describe('links', () => {
  it.each([
    ['Voyez https://spam.example/x?a=1, vraiment.', ['https://spam.example/x?a=1']],
    ['HTTP://SPAM.EXAMPLE', ['HTTP://SPAM.EXAMPLE']],
    ['Go to www.cheap-degrees.example now', ['www.cheap-degrees.example']],
    ['cheapcourses.com is better.', ['cheapcourses.com']],
    ['better at cours-moins-cher [dot] com', ['cours-moins-cher [dot] com']],
    ['сюда: учеба.рф', ['учеба.рф']],
    ['点这里 bit.ly/3abc', ['bit.ly/3abc']],
    ['ｗｗｗ.example.net', ['ｗｗｗ.example.net']],
    ['sp\u200bam.com', ['sp\u200bam.com']],
  ])('%s', (text, found) => {
    expect(cut(text, findLinks(text))).toEqual(found);
  });

  it.each([
    'Node.js et ASP.NET expliqués. Clair.',
    'Très bien.De plus, utile.',
    'Version 3.14, chapitre 2.1, e.g. i.e. etc.',
    'The .NET part is short... and so on',
    'Note : 4.5/5, 10/10',
    'awa@example.org',
  ])('%s has none', (text) => {
    expect(cut(text, findLinks(text))).toEqual([]);
  });
});

describe('contact data', () => {
  it.each([
    ['Écrivez à awa.d+x@example.org !', ['awa.d+x@example.org']],
    ['awa (at) example (dot) org', ['awa (at) example (dot) org']],
    ['awa arobase example point org', ['awa arobase example point org']],
    ['Appelez le 06 12 34 56 78.', ['06 12 34 56 78']],
    ['Appelez le 06.12.34.56.78', ['06.12.34.56.78']],
    ['+33 6 12 34 56 78', ['+33 6 12 34 56 78']],
    ['Call (555) 123-4567', ['(555) 123-4567']],
    ['тел. 8 (999) 123-45-67', ['8 (999) 123-45-67']],
    ['电话 13800138000', ['13800138000']],
    ['اتصل ٠٦١٢٣٤٥٦٧٨', ['٠٦١٢٣٤٥٦٧٨']],
    ['微信号：awa2026 便宜', ['微信号：awa2026']],
    ['Telegram: @cheap_answers', ['Telegram: @cheap_answers']],
    ['follow @cheap_answers please', ['@cheap_answers']],
  ])('%s', (text, found) => {
    expect(cut(text, findContacts(text))).toEqual(found);
  });

  it.each([
    'Session 2024-2025, du 12/11/2026 au 20/12/2026',
    'Un salaire de 1 250 000 euros, ou 12 000 000 de lignes',
    'The @property and @Override examples',
    'ISBN 978-2-1234-5680-3',
    'Semaines 1 2 3 4 5 6 7 8',
    '3,5 h par semaine, 100 % utile, 4/5',
    '5 @ 20 euros',
  ])('%s has none', (text) => {
    expect(cut(text, findContacts(text))).toEqual([]);
  });
});

describe('insults', () => {
  it.each([
    ['fr', 'Ce prof est un CONNARD.', ['CONNARD']],
    ['fr', 'quel c0nn@rd', ['c0nn@rd']],
    ['fr', 'connnnaaaard', ['connnnaaaard']],
    ['fr', 'c o n n a r d', ['c o n n a r d']],
    ['fr', 'un c*nnard', ['c*nnard']],
    ['fr', 'Enculé !', ['Enculé']],
    ['en', 'You are all morons!', ['morons']],
    ['en', '5tup1d id10t', ['5tup1d id10t']],
    ['es', 'Sois unos gilipollas', ['gilipollas']],
    ['pt', 'Filho da puta', ['Filho da puta']],
    ['ru', 'Преподаватель мудак', ['мудак']],
    ['ru', 'cука', ['cука']],
    ['zh', '老师是傻逼', ['傻逼']],
    ['zh', '傻*逼', ['傻*逼']],
    ['ar', 'المدرس غبي', ['غبي']],
    ['ar', 'هؤلاء الأغبياء', ['الأغبياء']],
    ['de', 'fucking course', ['fucking']],
    ['fr', 'fu\u200bck', ['fu\u200bck']],
  ])('%s: %s', (lang, text, found) => {
    expect(cut(text, findInsults(text, lang))).toEqual(found);
  });

  it.each([
    ['en', 'From Scunthorpe to Essex by way of Penistone; a class for assassins of bugs.'],
    [
      'en',
      'Con artists study Moby Dick; the assessment passes. Cockburn wrote the book. Retardation of chemical waves.',
    ],
    ['fr', 'Le cours va de Bitche à Condom, avec Alain Connes ; l’autoroute a du retard.'],
    ['fr', 'Une méthode pour conduire un concert : concis, consistant. Le député dispute.'],
    ['es', 'Con este curso la computadora no se disputa; reputación y diputado.'],
    ['pt', 'O curso computa custos; a disputa foi boa. Cuba e cuidado.'],
    ['ru', 'Сукно и страховка, подстрахуйте; хлебный суккулент. Команда и мандарин.'],
    ['zh', '操作系统课程很好，草稿清楚，体操老师耐心，妈妈也学。'],
    ['ar', 'كلمات الدرس واضحة والحماية جيدة'],
    ['fr', 'note 5/5, 100 % 1337'],
  ])('%s: none in "%s"', (lang, text) => {
    expect(cut(text, findInsults(text, lang))).toEqual([]);
  });
});

describe('the print of a text', () => {
  const text =
    'Un cours clair, des exercices qui font vraiment comprendre, et un forum où les questions trouvent une réponse en un jour.';

  it('is the same for a copy that is dressed up', () => {
    const copy = `${text.toUpperCase().replaceAll(',', ' ;')} Vraiment.`;
    expect(shareIn(copy, text)).toBeGreaterThan(0.9);
    const common = printOf(copy).filter((mark) => printOf(text).includes(mark));
    expect(common.length).toBeGreaterThan(10);
  });

  it('is not the same for a text on the same things', () => {
    const other =
      'Des exercices clairs ; le forum répond en un jour, et le cours fait vraiment comprendre chaque question posée là.';
    expect(shareIn(other, text)).toBeLessThan(0.2);
  });

  it('reads Chinese by its characters', () => {
    const chinese = '这门课程讲解清楚，练习很多，老师回答问题也很快，非常适合初学者学习和复习。';
    expect(shareIn(`${chinese}推荐`, chinese)).toBeGreaterThan(0.8);
  });

  it('is empty for what everybody says', () => {
    expect(printOf('Très bon cours, je le recommande à tous.')).toEqual([]);
    expect(printOf('')).toEqual([]);
  });
});
