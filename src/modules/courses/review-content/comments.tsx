import type { MessageKey } from '../../../platform/i18n/messages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Chip } from '../../../platform/ui/chip.tsx';
import { Choices } from '../../../platform/ui/choices.tsx';
import { Select } from '../../../platform/ui/select.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import type { DraftOutline } from '../arrange-course/draft-outline.ts';
import { mayReview } from '../policy.ts';
import { maySettle } from './comment-on-blocks.ts';
import type { ReviewComment } from './review-content.queries.ts';
import type { ReviewPageProps } from './review.page.tsx';

/** What was said and is not settled, block by block in the order of the draft. */
export function OpenComments(props: ReviewPageProps) {
  const { t, comments } = props;
  return (
    <section class="section stack">
      <header>
        <h2>{t('courses.review.comments')}</h2>
      </header>
      {comments.length === 0 && <p>{t('courses.review.none')}</p>}
      <ul class="list">
        {comments.map((comment) => (
          <Comment key={comment.id} {...props} comment={comment} />
        ))}
      </ul>
    </section>
  );
}

const blockName = (t: Translator, title: string, type: string): string =>
  title === '' ? t(`courses.kind.${type}` as MessageKey) : title;

function Comment(props: ReviewPageProps & { readonly comment: ReviewComment }) {
  const { t, to, course, comment } = props;
  const somebody = t('courses.review.somebody');
  return (
    <li class="stack">
      <h3>
        <a href={`${to(`/units/${comment.unitId}`)}#blocks-${comment.blockId}`} lang={course.lang} dir="auto">
          {comment.unitTitle}: {blockName(t, comment.blockTitle, comment.blockType)}
        </a>
      </h3>
      <p>
        <Chip tone={comment.kind === 'request' ? 'soon' : 'plain'}>
          {t(`courses.review.${comment.kind}`)}
        </Chip>{' '}
        <bdi>{comment.name ?? somebody}</bdi>
      </p>
      <p dir="auto">{comment.text}</p>
      {comment.answer !== null && (
        <p class="soft">
          <bdi>{comment.answerer ?? somebody}</bdi>: <bdi>{comment.answer}</bdi>
        </p>
      )}
      <Replies {...props} />
    </li>
  );
}

function Replies({ t, to, actor, course, comment }: ReviewPageProps & { readonly comment: ReviewComment }) {
  if (!mayReview(course.staff, actor)) return null;
  const action = to(`/review/comments/${comment.id}`);
  return (
    <>
      <form method="post" action={action} class="row">
        <TextInput
          id={`answer-${comment.id}`}
          name="answer"
          label={t('courses.review.answer')}
          maxlength={500}
          dir="auto"
          required
        />
        <Button small name="do" value="answer">
          {t('courses.review.answer.send')}
        </Button>
      </form>
      {maySettle(course.staff, actor, comment) && (
        <form method="post" action={action}>
          <Button small name="do" value="settle">
            {t('courses.review.settle')}
          </Button>
        </form>
      )}
    </>
  );
}

/** More than this makes a list that nobody reads: the editor of each unit leads here too. */
const mostOffered = 300;

function blocksToOffer(t: Translator, { sections }: DraftOutline, chosen: string | undefined) {
  const all = sections.flatMap(({ units }) =>
    units.flatMap((unit) =>
      unit.blocks.map(({ id, title, type }) => ({
        value: id,
        label: `${unit.title}: ${blockName(t, title, type)}`,
      })),
    ),
  );
  return all.length <= mostOffered
    ? all
    : all.filter(({ value }, at) => at < mostOffered || value === chosen);
}

/** A word about a block. */
export function CommentForm(props: ReviewPageProps & { readonly outline: DraftOutline }) {
  const { t, to, outline, values, wrong, newId } = props;
  const blocks = blocksToOffer(t, outline, values['block']);
  if (blocks.length === 0) return null;
  return (
    <form method="post" action={to('/review/comments')} class="section stack" id="comment">
      <header>
        <h2>{t('courses.review.write')}</h2>
      </header>
      <input type="hidden" name="id" value={newId} />
      <Select
        id="block"
        name="block"
        label={t('courses.review.block')}
        value={values['block']}
        options={blocks}
      />
      <Choices
        id="kind"
        name="kind"
        kind="radio"
        label={t('courses.review.kind')}
        chosen={[values['kind'] ?? 'remark']}
        options={[
          { value: 'remark', label: t('courses.review.remark') },
          { value: 'request', label: t('courses.review.request'), hint: t('courses.review.request.hint') },
        ]}
      />
      <TextInput
        t={t}
        id="text"
        name="text"
        rows={4}
        label={t('courses.review.text')}
        value={values['text']}
        error={wrong}
        maxlength={2000}
        dir="auto"
        required
      />
      <div>
        <Button>{t('courses.review.send')}</Button>
      </div>
    </form>
  );
}
