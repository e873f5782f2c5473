import type { Translator } from '../../../../platform/i18n/translator.ts';
import type { Field } from './schema-fields.ts';

/** Names, types and meanings; a list rather than a table, so that it fits a phone. */
export function FieldList({ t, fields }: { readonly t: Translator; readonly fields: readonly Field[] }) {
  return (
    <dl class="api-fields">
      {fields.map(({ name, type, text, required }) => (
        <div key={name}>
          <dt>
            <code>{name}</code>{' '}
            <span class="soft small" dir="ltr">
              {type.schema ? <a href={`#schema-${type.schema}`}>{type.text}</a> : type.text}
            </span>
          </dt>
          <dd>
            {text}
            {required && <span class="soft small"> {t('catalog.docs.required')}</span>}
            {type.usual !== undefined && (
              <span class="soft small">
                {' '}
                {t('catalog.docs.usual')} <code>{type.usual}</code>
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
