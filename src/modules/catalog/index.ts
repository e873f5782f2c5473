import type { Actor } from '../../platform/actor.ts';
import type { Tools } from '../../platform/http/environment.ts';
import type { Module } from '../../platform/module.ts';
import { dayOf } from '../../platform/time/clock.ts';
export { type CourseIdea, type Demand, gaugeDemand } from './gauge-demand/gauge-demand.ts';
export { FrontPage } from './front-page/front-page.page.tsx';
export type { AddToCalendar } from './calendar/calendar-occasions.ts';
export type { CourseSurroundings, SurroundCourse } from './show-course/course-surroundings.ts';
export type { ScoreSection } from './show-ranking/show-ranking.route.tsx';
export type { CatalogViews } from './view-tables.ts';
export type { CourseDocument } from './course-document/course-document.ts';
export { readDay } from './course-document/days.ts';
export { shown } from './course-document/degradation.ts';
export { readLanguage } from './course-document/languages.ts';
export { plainText } from './course-document/plain-text.ts';
export { slugOf } from './course-document/slug.ts';
export { keyFromAddress } from './formats/address-key.ts';
export { foldHeader } from './formats/csv-columns.ts';
export { CsvSplitter } from './formats/csv-records.ts';
export { unguarded } from './formats/csv-row.ts';
export { type DayOrder, dayOrderOf } from './formats/csv-times.ts';
export { type FeedInput, FeedUnreadable } from './formats/feed-format.ts';
export { BrokenLine } from './formats/json-lines.ts';
export { jsonPieces } from './formats/json-stream.ts';
export { textChunks } from './formats/text-chunks.ts';
export { openFeed } from './import-courses/open-feed.ts';
export { subjectName } from './subjects/subject-names.ts';
export { coursesChangedName } from './events.ts';
export { movedSlug } from './show-course/show-course.queries.ts';
export { frontPage } from './front-page/front-page.ts';
export { sayWhen } from './compare-courses/compare-rows.ts';
export { listHosted } from './list-hosted/list-hosted.ts';
export { courseToEmbed, type Embeddable } from './embed-courses/embeddable.ts';
export { OEmbedLinks } from './embed-courses/oembed-links.tsx';
export { EmbedFoot, OutLink, sendEmbed, sendMissing } from './embed-courses/send-embed.tsx';
export { compareAddress } from './compare-courses/comparison-cookie.ts';
export { feedEntry } from './publish-feeds/feed-entries.ts';
export { coursesAsked } from './read-courses/asked-courses.queries.ts';
export { CourseInList } from './read-courses/course-in-list.tsx';
export type { CourseRow } from './read-courses/course-row.ts';
export { type JoiningOn, joiningOn } from './run-states/join-on.ts';
export { findCourses, type FoundCourses } from './search-courses/find-courses.ts';
export { FoundList } from './search-courses/found-list.tsx';
import { browseRoutes } from './browse/browse.routes.tsx';
import { compareRoutes } from './compare-courses/compare.route.tsx';
import type { AddToCalendar } from './calendar/calendar-occasions.ts';
import { calendarRoutes } from './calendar/calendar.routes.tsx';
import { changeLogRoutes } from './change-log/change-log.routes.tsx';
import { courseNewsSubscriber } from './course-news/course-news.subscriber.ts';
import { nearDaysJob, settleChangesJob } from './course-news/course-news.jobs.ts';
import { embedRoutes } from './embed-courses/embed-courses.route.tsx';
import { explainPlaceRoutes } from './explain-place/explain-place.route.tsx';
import { followCourseRoutes } from './follow-course/follow-course.route.tsx';
import { catalogPersonalData } from './forget-person/forget-person.ts';
import { forgetMissedJob } from './gauge-demand/forget-missed.job.ts';
import { importCoursesCommand } from './import-courses/import-courses.command.ts';
import { catalogMessages } from './messages/index.ts';
import { matchSearchesJob, sumUpMatchesJob } from './match-searches/match-searches.job.ts';
import { operateJobs, operateRoutes } from './operator-pages/operate.ts';
import { installSampleWhenEmpty } from './sample/install-sample.ts';
import { apiRoutes } from './publish-api/api.routes.ts';
import { coursePictureRoutes } from './course-pictures/course-picture.route.ts';
import { sitemapRoutes } from './sitemaps/sitemaps.routes.ts';
import { feedRoutes } from './publish-feeds/feeds.routes.ts';
import { proposeRoutes } from './propose-course/propose-course.route.tsx';
import { deskRoutes } from './claim-provider/provider-desk.route.tsx';
import { sampleCommand } from './sample/sample.command.ts';
import { dropUnfollowedJob } from './save-search/drop-unfollowed.job.ts';
import { rereadSearchesJob } from './save-search/reread-searches.job.ts';
import { followSearchRoutes } from './save-search/follow-search.route.tsx';
import { rebuildIndexJob } from './search-courses/rebuild-index.job.ts';
import { refreshAvailabilityJob } from './search-courses/refresh-availability.job.ts';
import { countsSubscriber, refreshCountsJob } from './search-courses/refresh-counts.job.ts';
import { searchRoutes } from './search-courses/search-courses.route.tsx';
import type { SurroundCourse } from './show-course/course-surroundings.ts';
import { showCourseRoutes, type UnlistedCourse } from './show-course/show-course.route.tsx';
import { type ScoreSection, showRankingRoutes } from './show-ranking/show-ranking.route.tsx';
import { ratingsSubscriber } from './take-ratings/take-ratings.subscriber.ts';
import { showSourcesRoutes } from './show-sources/show-sources.route.tsx';

/** What the catalogue shows of modules above it: reviews, following, lists around a course, the score beside the ranking. */
export interface FromAbove {
  readonly surroundCourse?: SurroundCourse;
  readonly scoreSection?: ScoreSection;
  /** What stands in the calendar beside courses: public meet-ups. */
  readonly addToCalendar?: AddToCalendar;
  /** Where a course is that the catalogue does not list: one that is taught here, among the invited. */
  readonly unlistedCourse?: UnlistedCourse;
}

/** The module of the catalogue. */
export const catalogModule = ({
  surroundCourse,
  scoreSection,
  addToCalendar,
  unlistedCourse,
}: FromAbove = {}): Module => ({
  name: 'catalog',
  messages: catalogMessages,
  routes: (app) => {
    searchRoutes(app);
    followSearchRoutes(app);
    showCourseRoutes(app, surroundCourse, unlistedCourse);
    changeLogRoutes(app);
    followCourseRoutes(app);
    calendarRoutes(app, addToCalendar);
    explainPlaceRoutes(app);
    browseRoutes(app);
    compareRoutes(app);
    embedRoutes(app);
    showRankingRoutes(app, scoreSection);
    showSourcesRoutes(app);
    apiRoutes(app);
    feedRoutes(app);
    sitemapRoutes(app);
    coursePictureRoutes(app);
    proposeRoutes(app);
    deskRoutes(app);
    operateRoutes(app);
  },
  commands: [importCoursesCommand, sampleCommand],
  jobs: [
    refreshAvailabilityJob,
    refreshCountsJob,
    rebuildIndexJob,
    settleChangesJob,
    nearDaysJob,
    matchSearchesJob,
    sumUpMatchesJob,
    dropUnfollowedJob,
    rereadSearchesJob,
    forgetMissedJob,
    ...operateJobs,
  ],
  personalData: catalogPersonalData,
  operatorEntries: [
    {
      path: '/operator/proposals',
      label: 'catalog.proposals.title',
      text: 'catalog.proposals.lead',
      roles: ['operator', 'moderator'],
    },
    {
      path: '/operator/claims',
      label: 'catalog.claims.title',
      text: 'catalog.claims.lead',
      roles: ['operator', 'moderator'],
    },
  ],
  subscribers: [countsSubscriber, courseNewsSubscriber, ratingsSubscriber],
});

/** Installs the sample listings on an empty platform; returns lines for the person at the terminal. */
export async function installCatalogSampleOnce(tools: Tools, actor: Actor): Promise<string[]> {
  const counts = await installSampleWhenEmpty(tools.database.db, actor, dayOf(tools.clock.now()));
  if (!counts) return [];
  return [`${counts.courses} sample courses installed (npx passerelle sample remove takes them away)`];
}
