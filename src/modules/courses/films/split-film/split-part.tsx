import { Button } from '../../../../platform/ui/button.tsx';
import { Notice } from '../../../../platform/ui/notice.tsx';
import { TextInput } from '../../../../platform/ui/text-input.tsx';
import { sayTime, writeTime } from '../captions/cue-time.ts';
import type { FilmPageProps } from '../look-at-film/film.page.tsx';
import { adviseSplit } from './advise-split.ts';

/** Advice in place: a long film is proposed to be cut, and what was cut can be made one again. */
export function SplitPart(props: FilmPageProps) {
  const { scene, split, mayEdit } = props;
  const { t } = scene;
  if (!mayEdit) return null;
  if (split?.state === 'waiting')
    return <Notice title={t('courses.split.waiting')}>{t('courses.split.waiting.text')}</Notice>;
  return (
    <>
      {split?.state === 'done' && <Undo {...props} />}
      {split?.state === 'failed' && <Notice tone="bad">{t('courses.split.failed')}</Notice>}
      <Advice {...props} />
    </>
  );
}

function Undo({ scene: { t }, found, to }: FilmPageProps) {
  return (
    <Notice tone="good" title={t('courses.split.done')}>
      <form method="post" action={to(`/films/${found.block.id}/join`)} class="row">
        <Button small>{t('courses.split.undo')}</Button>
      </form>
    </Notice>
  );
}

function Advice({ scene: { t }, found, canMake, to }: FilmPageProps) {
  const { film, block } = found;
  // pauses are known when it is ready
  const isSeen = film?.state === 'ready' || film?.state === 'failed';
  const duration = isSeen ? film.facts?.duration : undefined;
  const advice =
    duration === undefined
      ? undefined
      : adviseSplit({ duration, silences: film?.silences ?? [], tracks: block.content.tracks });
  if (!advice || duration === undefined || !canMake) return null;
  const at = advice.at * 1000;
  return (
    <section class="split-advice" id="split">
      <h2>{t('courses.split.title', { length: sayTime(duration * 1000) })}</h2>
      <p>{t('courses.split.text')}</p>
      <p>{t(`courses.split.why.${advice.why}`, { time: sayTime(at) })}</p>
      <form method="post" action={to(`/films/${block.id}/split`)} class="row">
        <TextInput
          id="at"
          name="at"
          label={t('courses.split.at')}
          value={writeTime(at)}
          dir="ltr"
          inputmode="decimal"
          autocomplete="off"
        />
        <Button>{t('courses.split.do')}</Button>
      </form>
    </section>
  );
}
