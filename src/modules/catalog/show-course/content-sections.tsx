import type { ComponentChildren } from 'preact';
import { Chip } from '../../../platform/ui/chip.tsx';
import { Prose } from '../../../platform/ui/prose.tsx';
import type { CoursePartProps } from './course-part.ts';
import { PlainText } from './plain-text.tsx';

/** What the course says of itself, in its own language. */
export function ContentSections({ t, view: { course } }: CoursePartProps) {
  const { description, outcomes = [], syllabus = [], skills = [], instructors = [] } = course.document;
  const lang = course.language ?? undefined;
  return (
    <>
      {description !== undefined && (
        <Section title={t('catalog.course.about')}>
          <Prose lang={lang}>
            <PlainText text={description} />
          </Prose>
        </Section>
      )}
      {outcomes.length > 0 && (
        <Section title={t('catalog.course.outcomes')}>
          <Lines lines={outcomes} lang={lang} />
        </Section>
      )}
      {syllabus.length > 0 && (
        <Section title={t('catalog.course.syllabus')}>
          <Lines lines={syllabus} lang={lang} ordered />
        </Section>
      )}
      {skills.length > 0 && (
        <Section title={t('catalog.course.skills')}>
          <div class="row" lang={lang}>
            {skills.map((skill) => (
              <Chip key={skill.label}>
                <bdi>{skill.label}</bdi>
              </Chip>
            ))}
          </div>
        </Section>
      )}
      {instructors.length > 0 && (
        <Section title={t('catalog.course.instructors')}>
          <ul class="plain">
            {instructors.map((person) => (
              <li key={person.name}>
                <bdi>{person.name}</bdi>
                {person.role && (
                  <span class="soft">
                    {' · '}
                    <bdi>{person.role}</bdi>
                  </span>
                )}
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Section({ title, children }: { readonly title: string; readonly children: ComponentChildren }) {
  return (
    <section class="section">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

interface LinesProps {
  readonly lines: readonly string[];
  readonly lang: string | undefined;
  readonly ordered?: boolean;
}

function Lines({ lines, lang, ordered = false }: LinesProps) {
  const List = ordered ? 'ol' : 'ul';
  return (
    <Prose lang={lang}>
      <List>
        {lines.map((line, place) => (
          <li key={place}>{line}</li>
        ))}
      </List>
    </Prose>
  );
}
