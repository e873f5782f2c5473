import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button, LinkButton } from '../../../platform/ui/button.tsx';
import type { HeldRun } from './hold-runs.queries.ts';

export interface RunDeedsProps {
  readonly t: Translator;
  readonly run: HeldRun;
  /** Address of this run, with what comes after it. */
  readonly here: (end?: string) => string;
}

/** What one can do with a run beside changing it: close, open again, cancel, renew its code, invite its guests. */
export function RunDeeds({ t, run, here }: RunDeedsProps) {
  const invitable = run.guests.filter((guest) => !guest.startsWith('@'));
  return (
    <div class="row">
      <strong>{t(`courses.runs.state.${run.state}`)}</strong>
      {run.state === 'open' ? <Move t={t} here={here} to="closed" /> : <Move t={t} here={here} to="open" />}
      {run.access === 'code' && (
        <form method="post" action={here('/code')}>
          <Button kind={run.hasCode ? 'plain' : 'first'}>
            {t(run.hasCode ? 'courses.runs.code.renew' : 'courses.runs.code.make')}
          </Button>
        </form>
      )}
      {invitable.length > 0 && run.state === 'open' && (
        <form method="post" action={here('/invite')}>
          <Button>{t('courses.runs.invite')}</Button>
        </form>
      )}
      {run.state !== 'cancelled' && (
        <LinkButton kind="quiet" href={here('/cancel')}>
          {t('courses.runs.cancel')}
        </LinkButton>
      )}
    </div>
  );
}

function Move({ t, here, to }: Pick<RunDeedsProps, 't' | 'here'> & { readonly to: 'open' | 'closed' }) {
  return (
    <form method="post" action={here('/state')}>
      <Button name="to" value={to}>
        {t(`courses.runs.move.${to}`)}
      </Button>
    </form>
  );
}
