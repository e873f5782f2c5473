import type { AppContext } from '../../../platform/http/environment.ts';
import { absoluteUrl } from '../../../platform/http/site.ts';
import { sayWhen } from '../compare-courses/compare-rows.ts';
import { sayCosts } from '../course-words/say-costs.ts';
import { sayEffort } from '../course-words/say-effort.ts';
import type { CourseRow } from '../read-courses/course-row.ts';
import { textsIn } from '../read-courses/texts-in.ts';
import { courseMark } from './course-mark.ts';
import { EmbedFoot, OutLink } from './send-embed.tsx';

interface CourseEmbedProps {
  readonly c: AppContext;
  readonly course: CourseRow;
  readonly href: string;
}

/** A course in a few lines: what, whose, when, at what cost, what others think. */
export function CourseCardEmbed({ c, course, href }: CourseEmbedProps) {
  const { t, actor } = c.var;
  const { title, language } = textsIn(course, t.lang);
  const { document } = course;
  const makers = [...course.providers.map(({ name }) => name), course.platform.name].join(' · ');
  const facts = [sayEffort(t, document.effort), sayCosts(t, document.costs, document.certificate)].filter(
    (fact) => fact !== undefined,
  );
  return (
    <article class="box">
      <h1>
        <OutLink href={href} lang={language}>
          <bdi>{title}</bdi>
        </OutLink>
      </h1>
      <p class="soft">{makers}</p>
      <p class="chip">{sayWhen(course, { t, now: actor.now })}</p>
      {facts.length > 0 && <p class="soft">{facts.join(' · ')}</p>}
      <Mark c={c} course={course} />
      <EmbedFoot c={c} href={href} />
    </article>
  );
}

function Mark({ c, course }: Omit<CourseEmbedProps, 'href'>) {
  const { t } = c.var;
  const mark = courseMark(t, course);
  if (!mark) return null;
  return (
    <p class="mark">
      <b>
        <span aria-hidden="true">★ </span>
        {t('catalog.embed.of-five', { value: mark.value })}
      </b>{' '}
      <span class="soft">{mark.basis}</span>
    </p>
  );
}

/** The score in one line. */
export function CourseBadge({ c, course, href }: CourseEmbedProps) {
  const { t, site } = c.var;
  const mark = courseMark(t, course);
  const { title, language } = textsIn(course, t.lang);
  return (
    <>
      <h1 class="unseen" lang={language}>
        {title}
      </h1>
      <OutLink class="badge mark" href={href}>
        <span>{site.name}</span>
        {mark && (
          <b>
            <span aria-hidden="true">★ </span>
            {t('catalog.embed.of-five', { value: mark.value })}
          </b>
        )}
        <span class="soft">{mark?.basis ?? t('catalog.embed.unrated')}</span>
        <span class="unseen"> {title}</span>
      </OutLink>
    </>
  );
}

/** A field that searches the catalogue; what it finds opens in a tab of its own. */
export function SearchEmbed({ c }: Pick<CourseEmbedProps, 'c'>) {
  const { t, site, lang } = c.var;
  return (
    <form
      class="box"
      role="search"
      method="get"
      action={absoluteUrl(site, lang, '/courses')}
      target="_blank"
      rel="noopener"
    >
      <h1>
        <label for="q">{t('catalog.embed.search')}</label>
      </h1>
      <span class="line">
        <input id="q" type="search" name="q" maxlength={200} autocomplete="off" enterkeyhint="search" />
        <button class="go">{t('ui.search')}</button>
      </span>
      <EmbedFoot c={c} href={absoluteUrl(site, lang, '/')} />
    </form>
  );
}
