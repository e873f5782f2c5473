import { describe, expect, it } from 'vitest';
import { fetchStage } from '../../../platform/http/fetch/testing/fetch-stage.ts';
import { isBelieved } from './believed-site.ts';
import { checkPage, judgePage } from './check-page.ts';
import { namesCourse, namesPerson, wordsOf } from './match-words.ts';
import { pageText } from './page-text.ts';

const stage = fetchStage();
const signal = new AbortController().signal;
const person = { personName: 'Aminata Diallo-Sène', courseTitle: 'Gestion de projet : les bases' };
const certificate = `<html><head><title>Attestation</title></head><body><h1>Attestation de réussite</h1>
  <p>DIALLO SÈNE <b>Aminata</b></p><p>a suivi « Gestion de projet&nbsp;: les bases »</p></body></html>`;

/** What a page that stands there with these headers proves. */
async function looking(html: string, path = '/certificates/42', headers: Record<string, string> = {}) {
  const server = await stage.serve((request, response) => {
    response.writeHead(request.url === path ? 200 : 404, {
      'content-type': 'text/html; charset=utf-8',
      ...headers,
    });
    response.end(html);
  });
  const facts = { ...person, courseUrl: `${server.origin}/courses/1` };
  return checkPage(stage.fetcherFor([server]), `${server.origin}${path}`, facts, signal);
}

describe('a public page', () => {
  it('proves a certificate by name and course, whatever the case, accents and order', async () => {
    expect(await looking(certificate)).toMatchObject({ state: 'proved', level: 'certificate' });
  });

  it('proves an enrolment when it says nothing of completion', async () => {
    const page = '<p>Aminata Diallo Sène</p><p>Cours suivis : Gestion de projet : les bases</p>';
    expect(await looking(page)).toMatchObject({ state: 'proved', level: 'enrolled' });
  });

  it.each([
    ['another person', certificate.replace('Aminata', 'Awa'), 'name'],
    ['another course', certificate.replace('Gestion', 'Cuisine').replace('projet', 'pain'), 'title'],
    [
      'a name in a script',
      `<script>var holder="Aminata Diallo-Sène"</script><p>Gestion de projet : les bases</p>`,
      'name',
    ],
    ['a name in a comment', '<!-- Aminata Diallo-Sène --><p>Gestion de projet : les bases</p>', 'name'],
    ['a hidden name', '<p hidden>Aminata Diallo-Sène</p><p>Gestion de projet : les bases</p>', 'name'],
    [
      'a name out of sight',
      '<div style="DISPLAY : none"><p>Aminata Diallo-Sène</p></div>Gestion de projet : les bases',
      'name',
    ],
    ['a name in an attribute', '<img alt="Aminata Diallo-Sène"><p>Gestion de projet : les bases</p>', 'name'],
    [
      'parts of the name far apart',
      '<p>Aminata Touré, Awa Diallo, Fatou Sène</p><p>Gestion de projet : les bases</p>',
      'name',
    ],
    ['nothing', '', 'name'],
  ])('with %s proves nothing', async (_what, html, why) => {
    expect(await looking(html)).toEqual({ state: 'not-matched', why });
  });

  it('that is no page, or no end of one, proves nothing', async () => {
    expect(await looking(certificate, '/certificates/42', { 'content-type': 'application/pdf' })).toEqual({
      state: 'not-matched',
      why: 'unreadable',
    });
    expect(await looking('x'.repeat(2_100_000))).toEqual({ state: 'not-matched', why: 'too-large' });
    expect(await looking(certificate, '/elsewhere')).toMatchObject({ state: 'proved' });
  });

  it('that is gone, or asks to sign in, says so', async () => {
    const server = await stage.serve((_request, response) => response.writeHead(403).end());
    const facts = { ...person, courseUrl: `${server.origin}/courses/1` };
    expect(await checkPage(stage.fetcherFor([server]), `${server.origin}/c`, facts, signal)).toEqual({
      state: 'not-matched',
      why: 'not-public',
    });
  });

  it('is not followed into the machine, nor believed elsewhere', async () => {
    const inner = await stage.serve((_request, response) => response.end(certificate));
    const server = await stage.serve((request, response) =>
      response
        .writeHead(302, { location: request.url === '/a' ? `${inner.origin}/x` : 'http://169.254.169.254/' })
        .end(),
    );
    const facts = { ...person, courseUrl: `${server.origin}/courses/1` };
    const strict = stage.fetcherFor([server]);
    for (const path of ['/a', '/b'])
      expect(await checkPage(strict, `${server.origin}${path}`, facts, signal)).toEqual({
        state: 'not-matched',
        why: 'refused',
      });
    expect(inner.asked).toEqual([]);
    // a redirect of the platform that leads to a page of anybody's is no word of the platform
    const lenient = stage.fetcherFor([server, inner]);
    expect(await checkPage(lenient, `${server.origin}/a`, facts, signal)).toEqual({
      state: 'moderator',
      why: 'other-site',
    });
    expect(await checkPage(lenient, `${inner.origin}/x`, facts, signal)).toEqual({
      state: 'moderator',
      why: 'other-site',
    });
    const none = { ...person, courseUrl: undefined };
    expect(await checkPage(lenient, `${inner.origin}/x`, none, signal)).toEqual({
      state: 'moderator',
      why: 'no-course-page',
    });
  });

  it('names somebody of one name to a moderator only', () => {
    const page = { url: 'https://a.example/1', text: certificate, contentType: 'text/html' };
    const facts = { ...person, personName: 'Aminata', courseUrl: 'https://a.example/' };
    expect(judgePage(page, facts)).toEqual({ state: 'moderator', why: 'short-name' });
  });
});

describe('whose word counts', () => {
  it.each([
    ['https://certificates.uni.example/42', 'https://www.uni.example/course', true],
    ['https://uni.example.evil.example/42', 'https://uni.example/course', false],
    ['https://awa.github.io/certificate', 'https://university.github.io/course', false],
    ['https://sites.google.com/view/awa', 'https://sites.google.com/view/course', false],
    ['no address', 'https://uni.example/course', false],
    ['https://uni.example/42', undefined, undefined],
  ])('%s for a course at %s: %s', (address, course, expected) => {
    expect(isBelieved(address, course)).toBe(expected);
  });
});

describe('words', () => {
  it('are matched with tolerance for order and forms, and not beyond', () => {
    expect(namesPerson(wordsOf('Delivered to Øystein ŁUKASZ'), 'lukasz oystein')).toBe(true);
    expect(namesPerson(wordsOf('证书授予 王小明 同学'), '王小明')).toBe(true);
    expect(namesPerson(wordsOf('شهادة: أمينة ديالو'), 'امينه ديالو')).toBe(true);
    expect(namesPerson(wordsOf('Awa Awa'), 'Awa Diallo')).toBe(false);
    expect(namesPerson(wordsOf('Awa Diallo'), '')).toBe(false);
    expect(
      namesCourse(
        wordsOf('MOOC Gestion de projet, session 12: bases, parcours classique'),
        'Gestion de projet : les bases',
      ),
    ).toBe(true);
    expect(namesCourse(wordsOf('Bread and butter'), 'Bread')).toBe(true);
    expect(namesCourse(wordsOf('Breadth first'), 'Bread')).toBe(false);
    expect(namesCourse(wordsOf('Machine learning for everybody'), 'Machine Learning')).toBe(true);
    expect(namesCourse(wordsOf('Learning about a machine'), 'Machine Learning')).toBe(false);
  });

  it('of a page are those that its visitors read', () => {
    const html =
      '<title>T</title><p>a<b>b</b>c</p>d<br>e<template>f</template><noscript>g</noscript><style>h</style><p hidden><i>i</i></p>j';
    expect(wordsOf(pageText(html))).toEqual(['t', 'abc', 'd', 'e', 'j']);
  });
});
