import type { Translator } from '../../../../platform/i18n/translator.ts';
import { LinkButton } from '../../../../platform/ui/button.tsx';
import { Pagehead } from '../../../../platform/ui/pagehead.tsx';
import { apiProblems } from './api-problems.ts';
import { Code } from './code.tsx';
import { EndpointPart } from './endpoint-part.tsx';
import { FieldList } from './field-list.tsx';
import type { Group, Reference } from './reference.ts';
import { Rules, type RulesProps } from './rules.tsx';

export interface ApiDocsPageProps extends RulesProps {
  readonly reference: Reference;
}

const tagName = (t: Translator, { tag }: Group): string => t(`catalog.docs.tag.${tag as 'courses'}`);

/** How to read the catalogue with a program: rules, every endpoint, every field; all of it from the document itself. */
export function ApiDocsPage({ reference, ...rules }: ApiDocsPageProps) {
  const { t, baseUrl } = rules;
  return (
    <div class="api-docs">
      <Pagehead
        title={t('catalog.docs.title')}
        lead={t('catalog.docs.lead')}
        actions={
          <LinkButton href={`/api/v1/openapi.json?lang=${t.lang}`}>{t('catalog.docs.document')}</LinkButton>
        }
      />
      <div class="prose">
        <p>{t('catalog.docs.try')}</p>
        <Code text={`curl '${baseUrl}/api/v1/courses?q=python&lang=${t.lang}&limit=1'`} />
      </div>
      <Contents t={t} reference={reference} />
      <Rules {...rules} />
      {reference.groups.map((group) => (
        <section class="section" id={group.tag} key={group.tag}>
          <h2>{tagName(t, group)}</h2>
          <p class="soft">{group.text}</p>
          {group.endpoints.map((endpoint, at) => (
            // exports differ in their format only: the first tells of their parameters
            <EndpointPart
              key={endpoint.path}
              t={t}
              baseUrl={baseUrl}
              endpoint={endpoint}
              isShort={group.tag === 'exports' && at > 0}
            />
          ))}
        </section>
      ))}
      <section class="section" id="fields">
        <h2>{t('catalog.docs.fields')}</h2>
        {reference.schemas.map(({ name, text, fields }) => (
          <details class="api-fold" id={`schema-${name}`} key={name}>
            <summary>
              <code>{name}</code> {text && <span class="soft">{text}</span>}
            </summary>
            <FieldList t={t} fields={fields} />
          </details>
        ))}
      </section>
      <Problems t={t} />
    </div>
  );
}

function Contents({ t, reference }: Pick<ApiDocsPageProps, 't' | 'reference'>) {
  return (
    <nav class="api-contents" aria-label={t('catalog.docs.contents')}>
      <ul>
        <li>
          <a href="#rules">{t('catalog.docs.rules')}</a>
        </li>
        {reference.groups.map((group) => (
          <li key={group.tag}>
            <a href={`#${group.tag}`}>{tagName(t, group)}</a>
          </li>
        ))}
        <li>
          <a href="#fields">{t('catalog.docs.fields')}</a>
        </li>
        <li>
          <a href="#problems">{t('catalog.docs.problems')}</a>
        </li>
      </ul>
    </nav>
  );
}

function Problems({ t }: { readonly t: Translator }) {
  return (
    <section class="section" id="problems">
      <h2>{t('catalog.docs.problems')}</h2>
      <p>{t('catalog.docs.problems-text')}</p>
      <dl class="api-fields">
        {apiProblems.map(({ status, code, says }) => (
          <div key={code}>
            <dt>
              <code>{code}</code> <span class="soft">{status}</span>
            </dt>
            <dd>{t(says)}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
