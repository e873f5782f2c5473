import { Button } from '../../../platform/ui/button.tsx';
import { Checkbox } from '../../../platform/ui/choices.tsx';
import { Progress } from '../../../platform/ui/progress.tsx';
import { Select } from '../../../platform/ui/select.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import type { LearnScene } from '../find-place/learn-scene.ts';
import type { WeekOfGoal } from './goal.queries.ts';
import { mostOf } from './set-goal.ts';

/** The goal of the week, if one wants one: how far it is, and the form to set it. */
export function GoalPanel({
  scene,
  goal,
}: {
  readonly scene: LearnScene;
  readonly goal: WeekOfGoal | undefined;
}) {
  const { t } = scene;
  return (
    <section class="section goal" aria-labelledby="goal-title">
      <h2 id="goal-title">{t('learning.goal.title')}</h2>
      {goal ? (
        <Progress
          t={t}
          label={t(`learning.goal.${goal.measure}.aim`, { n: goal.amount })}
          value={Math.min(goal.done, goal.amount)}
          max={goal.amount}
          done={
            goal.done >= goal.amount
              ? t('learning.goal.reached')
              : t(`learning.goal.${goal.measure}.done`, { n: goal.done })
          }
        />
      ) : (
        <p class="soft">{t('learning.goal.none')}</p>
      )}
      <details class="fold" id="goal-form">
        <summary>{t(goal ? 'learning.goal.change' : 'learning.goal.set')}</summary>
        <GoalForm scene={scene} goal={goal} />
      </details>
    </section>
  );
}

function GoalForm({ scene: { t, to }, goal }: Parameters<typeof GoalPanel>[0]) {
  const action = to('/learn/-/goal');
  return (
    <form method="post" action={action} class="stack">
      <div class="row goal-fields">
        <TextInput
          id="goal-amount"
          name="amount"
          label={t('learning.goal.amount')}
          type="number"
          inputmode="numeric"
          min={1}
          max={mostOf.minutes}
          value={goal?.amount ?? 3}
          required
        />
        <Select
          id="goal-measure"
          name="measure"
          label={t('learning.goal.measure')}
          options={[
            { value: 'units', label: t('learning.goal.units') },
            { value: 'minutes', label: t('learning.goal.minutes') },
          ]}
          value={goal?.measure ?? 'units'}
        />
      </div>
      <Checkbox
        id="goal-reminders"
        name="reminders"
        value="yes"
        label={t('learning.goal.reminders')}
        hint={t('learning.goal.reminders.hint')}
        checked={goal?.reminders ?? false}
      />
      <div class="row">
        <Button>{t('learning.goal.keep')}</Button>
        {goal && (
          <Button kind="quiet" name="drop" value="yes">
            {t('learning.goal.drop')}
          </Button>
        )}
      </div>
    </form>
  );
}
