import { z } from 'zod';
import type { App, AppContext } from '../../../platform/http/environment.ts';
import { emptyForm, type FormState, readForm } from '../../../platform/http/form.ts';
import { flash, sendPage } from '../../../platform/http/send-page.tsx';
import { urlFor } from '../../../platform/http/site.ts';
import { isLang, langs } from '../../../platform/i18n/languages.ts';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { answerFollow, FollowFields, followScene } from '../../notify/index.ts';
import { articleNotFound } from '../refusals.ts';
import { LetterDesk } from './letter-desk.page.tsx';
import { LetterView } from './letter-view.tsx';
import { findLetter, gatherLetter, sentLetters } from './letters.queries.ts';
import { weekOf } from './letter-week.ts';
import { decide, goesByItself, letGoByItself, letterTopic, letterWants } from './weekly-letter.ts';

const weekMs = 7 * 86_400_000;
const mostEarlier = 12;
const decisionForm = z.object({
  lang: z.enum(langs),
  week: z.iso.date(),
  word: z
    .string()
    .max(3000)
    .default('')
    .transform((text) => text.replace(/\r\n?/g, '\n').trim()),
  deed: z.enum(['waiting', 'approved', 'held']).catch('waiting'),
});
const settingForm = z.object({ alone: z.string().optional() });

export function letterRoutes(app: App): void {
  app.get('/news/letter', (c) => showFollow(c, emptyForm));
  app.post('/news/letter', takeFollow);
  app.get('/news/letter/:week', showSent);
  app.get('/editor/letter', showDesk);
  app.post('/editor/letter', takeDecision);
  app.post('/editor/letter/setting', takeSetting);
}

async function showFollow(c: AppContext, form: FormState) {
  const { db, t, site, lang } = c.var;
  const earlier = await sentLetters(db, lang, mostEarlier);
  return sendPage(c, {
    title: t('editorial.letter.title'),
    description: t('editorial.letter.lead'),
    nav: 'news',
    width: 'narrow',
    status: form === emptyForm ? 200 : 422,
    breadcrumbs: [{ label: t('editorial.news.title'), href: urlFor(site, lang, '/news') }],
    children: (
      <>
        <Pagehead title={t('editorial.letter.title')} lead={t('editorial.letter.lead')} />
        <form method="post" action={urlFor(site, lang, '/news/letter')}>
          <FollowFields scene={followScene(c)} kind="editorial.letter" offered={letterWants} form={form} />
        </form>
        {earlier.length > 0 && (
          <section class="section">
            <h2>{t('editorial.letter.earlier')}</h2>
            <ul class="entries">
              {earlier.map((week) => (
                <li key={week}>
                  <a href={urlFor(site, lang, `/news/letter/${week}`)}>
                    {t('editorial.letter.of', { day: t.day(week) })}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
      </>
    ),
  });
}

async function takeFollow(c: AppContext) {
  const { t, lang } = c.var;
  const answer = await answerFollow(c, {
    topic: letterTopic(lang),
    title: t('editorial.letter.title'),
    path: '/news/letter',
    offered: letterWants,
  });
  return answer.ok ? answer.response : showFollow(c, answer.form);
}

/** A letter that went; a week without one says so. @throws Refusal 404 for what is no week */
async function showSent(c: AppContext) {
  const { db, t, site, lang } = c.var;
  const week = z.iso.date().safeParse(c.req.param('week'));
  if (!week.success) throw articleNotFound();
  const letter = await findLetter(db, lang, week.data);
  const content = letter?.state === 'sent' ? letter.content : null;
  const title = t('editorial.letter.of', { day: t.day(week.data) });
  return sendPage(c, {
    title,
    nav: 'news',
    width: 'narrow',
    indexed: content !== null,
    existsIn: [lang],
    breadcrumbs: [{ label: t('editorial.letter.title'), href: urlFor(site, lang, '/news/letter') }],
    children: (
      <>
        <Pagehead title={title} />
        {content === null ? (
          <EmptyState title={t('editorial.letter.none')} />
        ) : (
          <LetterView t={t} site={site} word={letter?.word ?? ''} content={content} />
        )}
      </>
    ),
  });
}

async function showDesk(c: AppContext) {
  const { db, t, site, actor, tools } = c.var;
  const asked = c.req.query('lang');
  const lang = isLang(asked) ? asked : t.lang;
  const week = weekOf(actor.now);
  const letter = await findLetter(db, lang, week);
  const since = new Date(actor.now.getTime() - weekMs);
  const content = letter?.content ?? (await gatherLetter(db, lang, since, actor.now));
  return sendPage(c, {
    title: t('editorial.letter.title'),
    indexed: false,
    children: (
      <LetterDesk
        t={t}
        site={site}
        letterT={tools.translators[lang]}
        week={week}
        state={letter?.state ?? 'waiting'}
        word={letter?.word ?? ''}
        content={content}
        alone={await goesByItself(db)}
      />
    ),
  });
}

async function takeDecision(c: AppContext) {
  const { db, actor, site, lang, t } = c.var;
  const read = await readForm(c, decisionForm);
  if (!read.ok) return c.redirect(urlFor(site, lang, '/editor/letter'), 303);
  const { deed, ...rest } = read.value;
  await decide(db, actor, { ...rest, state: deed });
  flash(c, 'good', t(`editorial.letter.done.${deed}`));
  return c.redirect(urlFor(site, lang, '/editor/letter', { lang: rest.lang }), 303);
}

async function takeSetting(c: AppContext) {
  const { db, actor, site, lang, t } = c.var;
  const read = await readForm(c, settingForm);
  await letGoByItself(db, actor, read.ok && read.value.alone === 'yes');
  flash(c, 'good', t('editorial.settings.saved'));
  return c.redirect(urlFor(site, lang, '/editor/letter'), 303);
}
