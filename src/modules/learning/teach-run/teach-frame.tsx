import type { ComponentChildren } from 'preact';
import type { AppContext } from '../../../platform/http/environment.ts';
import { type PageOptions, sendPage } from '../../../platform/http/send-page.tsx';
import { type Query, urlFor } from '../../../platform/http/site.ts';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Tabs } from '../../../platform/ui/tabs.tsx';
import { sayRun } from '../join-run/ways-in.tsx';
import { sceneOf } from '../find-place/learn-scene.ts';
import type { RunToTeach } from './run-to-teach.ts';

/** Address of a page of a run, in the reader's language. */
export const runUrl = (c: AppContext, runId: string, end = '', query: Query = {}): string =>
  urlFor(c.var.site, c.var.lang, `/teach/runs/${runId}${end}`, query);

const rooms = [
  ['figures', ''],
  ['people', '/people'],
  ['announcements', '/announcements'],
] as const;
export type RunRoom = (typeof rooms)[number][0];

export interface TeachPage extends Pick<PageOptions, 'status' | 'width'> {
  readonly room: RunRoom;
  readonly title?: string;
  readonly lead?: ComponentChildren;
  readonly actions?: ComponentChildren;
  readonly children: ComponentChildren;
}

/** A page of teaching: which run of which course, its rooms, and the page itself. */
export function sendTeachPage(c: AppContext, { course, run }: RunToTeach, page: TeachPage): Response {
  const { t, site, lang } = c.var;
  const name = sayRun(sceneOf(c), run);
  const title = page.title ?? name;
  return sendPage(c, {
    title: `${title} · ${course.title}`,
    indexed: false,
    width: page.width,
    ...(page.status === undefined ? {} : { status: page.status }),
    breadcrumbs: [
      { label: t('learning.teach.courses'), href: urlFor(site, lang, '/teach') },
      { label: course.title, href: urlFor(site, lang, `/teach/courses/${course.id}`) },
      { label: name, href: runUrl(c, run.id) },
    ],
    children: (
      <>
        <Pagehead eyebrow={course.title} title={title} lead={page.lead} actions={page.actions} />
        <Tabs
          t={t}
          label={t('learning.teach.rooms')}
          items={rooms.map(([room, end]) => ({
            label: t(`learning.teach.room.${room}`),
            href: runUrl(c, run.id, end),
            current: room === page.room,
          }))}
        />
        {page.children}
      </>
    ),
  });
}
