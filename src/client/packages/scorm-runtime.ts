import type { KeptState, Start } from './messages.ts';

/** As scorm-again has it; its types are those of its sources, which are not for frames. */
interface ScormApi {
  on(events: string, heard: () => void): void;
  loadFromJSON(values: object, path: string): void;
  renderCMIToJSONObject(): { readonly cmi: Cmi };
}
type ScormApiMaker = new (settings: object) => ScormApi;

interface Score {
  readonly raw?: string;
  readonly min?: string;
  readonly max?: string;
  readonly scaled?: string;
}
interface Cmi {
  readonly core?: {
    readonly lesson_status?: string;
    readonly lesson_location?: string;
    readonly score?: Score;
  };
  readonly completion_status?: string;
  readonly success_status?: string;
  readonly location?: string;
  readonly suspend_data?: string;
  readonly score?: Score;
}

declare global {
  interface Window {
    Scorm12API?: { readonly Scorm12API?: ScormApiMaker } & ScormApiMaker;
    Scorm2004API?: { readonly Scorm2004API?: ScormApiMaker } & ScormApiMaker;
    API?: ScormApi;
    API_1484_11?: ScormApi;
  }
}

const settings = { autocommit: false, lmsCommitUrl: false, logLevel: 5, mastery_override: true };
const anyChange = 'LMSSetValue.cmi.* LMSCommit LMSFinish SetValue.cmi.* Commit Terminate';

/** Puts the programming interface where packages look for it; `changed` hears what they say of themselves. */
export function offerScorm(
  kind: 'scorm-1.2' | 'scorm-2004',
  start: Start,
  changed: (told: KeptState) => void,
): void {
  const api = kind === 'scorm-1.2' ? offer12(start) : offer2004(start);
  const read = kind === 'scorm-1.2' ? told12 : told2004;
  api?.on(anyChange, () => changed(read(api.renderCMIToJSONObject().cmi)));
}

const entryOf = ({ state }: Start): string =>
  state.location === undefined && state.suspend === undefined ? 'ab-initio' : 'resume';

function offer12(start: Start): ScormApi | undefined {
  const Made = window.Scorm12API?.Scorm12API ?? window.Scorm12API;
  if (!Made) return undefined;
  const { state, mastery, launchData, learner } = start;
  const api = new Made(settings);
  const status = state.success ?? state.completion ?? 'not attempted';
  const core = {
    student_id: learner,
    lesson_location: state.location ?? '',
    lesson_status: status,
    entry: entryOf(start),
    total_time: clockTime(start.seconds),
    ...(state.score !== undefined && { score: { raw: String(Math.round(state.score * 100)) } }),
  };
  const student_data = mastery === undefined ? {} : { mastery_score: String(Math.round(mastery * 100)) };
  api.loadFromJSON(
    { core, suspend_data: state.suspend ?? '', launch_data: launchData ?? '', student_data },
    'cmi',
  );
  window.API = api;
  return api;
}

function offer2004(start: Start): ScormApi | undefined {
  const Made = window.Scorm2004API?.Scorm2004API ?? window.Scorm2004API;
  if (!Made) return undefined;
  const { state, mastery, launchData, learner } = start;
  const api = new Made(settings);
  api.loadFromJSON(
    {
      learner_id: learner,
      location: state.location ?? '',
      suspend_data: state.suspend ?? '',
      launch_data: launchData ?? '',
      entry: entryOf(start),
      completion_status: state.completion ?? 'unknown',
      success_status: state.success ?? 'unknown',
      total_time: `PT${Math.round(start.seconds)}S`,
      ...(mastery !== undefined && { scaled_passing_score: mastery }),
      ...(state.score !== undefined && { score: { scaled: String(state.score) } }),
    },
    'cmi',
  );
  window.API_1484_11 = api;
  return api;
}

/** 0001:05:09 as SCORM 1.2 writes durations. */
const clockTime = (seconds: number): string =>
  [seconds / 3600, (seconds / 60) % 60, seconds % 60]
    .map((part, at) => String(Math.floor(part)).padStart(at === 0 ? 4 : 2, '0'))
    .join(':');

function told12({ core = {}, suspend_data }: Cmi): KeptState {
  const status = core.lesson_status ?? '';
  return {
    ...(/^(passed|completed|failed)$/.test(status) && { completion: 'completed' }),
    ...(status === 'incomplete' && { completion: 'incomplete' }),
    ...(status === 'passed' && { success: 'passed' }),
    ...(status === 'failed' && { success: 'failed' }),
    ...scoreOf(core.score),
    ...textsOf(core.lesson_location, suspend_data),
  };
}

function told2004({ completion_status, success_status, score, location, suspend_data }: Cmi): KeptState {
  return {
    ...(completion_status === 'completed' && { completion: 'completed' }),
    ...(completion_status === 'incomplete' && { completion: 'incomplete' }),
    ...(success_status === 'passed' && { success: 'passed' }),
    ...(success_status === 'failed' && { success: 'failed' }),
    ...scoreOf(score),
    ...textsOf(location, suspend_data),
  };
}

const textsOf = (location = '', suspend = ''): KeptState => ({
  ...(location !== '' && { location }),
  ...(suspend !== '' && { suspend }),
});

/** A scaled score as it is; a raw one between its bounds, which are 0 and 100 where none are told. */
function scoreOf({ scaled, raw, min, max }: Score = {}): KeptState {
  const number = (text: string | undefined): number => (text ? Number(text) : Number.NaN);
  const direct = number(scaled);
  if (Number.isFinite(direct)) return { score: between(direct) };
  const [least, most] = [number(min) || 0, number(max) || 100];
  const share = (number(raw) - least) / (most - least);
  return Number.isFinite(share) ? { score: between(share) } : {};
}

const between = (share: number): number => Math.min(1, Math.max(0, share));
