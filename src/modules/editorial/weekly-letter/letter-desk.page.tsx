import { type Site, urlFor } from '../../../platform/http/site.ts';
import { langs, ownNames } from '../../../platform/i18n/languages.ts';
import type { Translator } from '../../../platform/i18n/translator.ts';
import { Button } from '../../../platform/ui/button.tsx';
import { Checkbox } from '../../../platform/ui/choices.tsx';
import { EmptyState } from '../../../platform/ui/empty-state.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { Tabs } from '../../../platform/ui/tabs.tsx';
import { TextInput } from '../../../platform/ui/text-input.tsx';
import { NewsroomRooms } from '../show-newsroom/newsroom-rooms.tsx';
import { sayScheduled } from '../show-newsroom/say-scheduled.ts';
import type { LetterState } from '../tables.ts';
import { isEmptyLetter, type LetterContent } from './letter-content.ts';
import { LetterView } from './letter-view.tsx';
import { letterInstant } from './letter-week.ts';

export interface LetterDeskProps {
  readonly t: Translator;
  readonly site: Site;
  /** Speaks the language of the letter. */
  readonly letterT: Translator;
  readonly week: string;
  readonly state: LetterState;
  readonly word: string;
  readonly content: LetterContent;
  readonly alone: boolean;
}

/** This week's letter in one language: what it would say now, and what an editor decides. */
export function LetterDesk(props: LetterDeskProps) {
  const { t, site, letterT, content, word } = props;
  return (
    <>
      <Pagehead title={t('editorial.letter.title')} lead={t('editorial.letter.desk')} />
      <NewsroomRooms t={t} site={site} here="/editor/letter" />
      <Tabs
        t={t}
        label={t('editorial.write.languages')}
        items={langs.map((lang) => ({
          label: ownNames[lang],
          href: urlFor(site, t.lang, '/editor/letter', { lang }),
          current: lang === letterT.lang,
        }))}
      />
      <div class="aside section">
        <div>
          <h2>{t('editorial.letter.preview')}</h2>
          {isEmptyLetter(content) ? (
            <EmptyState
              level={3}
              title={t('editorial.letter.empty')}
              text={t('editorial.letter.empty.text')}
            />
          ) : (
            <LetterView t={letterT} site={site} word={word} content={content} />
          )}
        </div>
        <div class="stack">
          <Decision {...props} />
          <Setting {...props} />
        </div>
      </div>
    </>
  );
}

function Decision({ t, letterT, week, state, word, alone }: LetterDeskProps) {
  const moment = sayScheduled(t, letterInstant(week), 'UTC');
  const waits = state === 'waiting' && alone ? 'alone' : state;
  return (
    <form method="post" action={`/${t.lang}/editor/letter`} class="card stack">
      <h2>{t('editorial.letter.of', { day: t.day(week) })}</h2>
      <p>{t(`editorial.letter.state.${waits}`, { moment })}</p>
      {state !== 'sent' && (
        <>
          <input type="hidden" name="lang" value={letterT.lang} />
          <input type="hidden" name="week" value={week} />
          <TextInput
            id="word"
            name="word"
            rows={4}
            dir="auto"
            label={t('editorial.letter.word')}
            hint={t('editorial.letter.word.hint')}
            maxlength={3000}
            value={word}
          />
          <div class="row">
            <Button kind="first" name="deed" value="approved">
              {t('editorial.letter.approve')}
            </Button>
            <Button name="deed" value="held">
              {t('editorial.letter.hold')}
            </Button>
            <Button kind="quiet" name="deed" value="waiting">
              {t('editorial.letter.keep')}
            </Button>
          </div>
        </>
      )}
    </form>
  );
}

function Setting({ t, alone }: LetterDeskProps) {
  return (
    <form method="post" action={`/${t.lang}/editor/letter/setting`} class="card stack">
      <Checkbox
        id="alone"
        name="alone"
        value="yes"
        checked={alone}
        label={t('editorial.letter.alone')}
        hint={t('editorial.letter.alone.hint')}
      />
      <div class="row">
        <Button>{t('editorial.settings.save')}</Button>
      </div>
    </form>
  );
}
