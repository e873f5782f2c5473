import type { Translator } from '../../../../platform/i18n/translator.ts';
import { Code } from './code.tsx';
import { FieldList } from './field-list.tsx';
import type { Endpoint } from './reference.ts';

export interface EndpointPartProps {
  readonly t: Translator;
  readonly baseUrl: string;
  readonly endpoint: Endpoint;
  /** Only what is its own: its parameters and answers are those of the one before. */
  readonly isShort?: boolean;
}

/** One endpoint: what it gives, what it takes, what it answers, and an example to try. */
export function EndpointPart({ t, baseUrl, endpoint, isShort }: EndpointPartProps) {
  const { path, summary, text, parameters, answers, request, answer } = endpoint;
  return (
    <article class="api-endpoint">
      <h3>{summary}</h3>
      <p dir="ltr" class="api-path">
        <code>
          <b>GET</b> /api/v1{path}
        </code>
      </p>
      {!isShort && (
        <>
          <p>{text}</p>
          <details class="api-fold">
            <summary>{t('catalog.docs.parameters', { n: parameters.length })}</summary>
            <FieldList t={t} fields={parameters} />
          </details>
          <details class="api-fold">
            <summary>{t('catalog.docs.answers')}</summary>
            <dl class="api-fields">
              {answers.map(({ status, text: says, schema }) => (
                <div key={status}>
                  <dt>
                    <code>{status}</code>{' '}
                    {schema && (
                      <a class="small" href={`#schema-${schema}`} dir="ltr">
                        {schema}
                      </a>
                    )}
                  </dt>
                  <dd>{says}</dd>
                </div>
              ))}
            </dl>
          </details>
          <details class="api-fold">
            <summary>{t('catalog.docs.example')}</summary>
            <div class="prose">
              <Code text={`curl '${baseUrl}/api/v1${request}'`} />
              {answer !== undefined && <Code text={JSON.stringify(answer, null, 2)} />}
            </div>
          </details>
        </>
      )}
    </article>
  );
}
