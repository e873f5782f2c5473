import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon.tsx';

export type NoticeTone = 'info' | 'good' | 'soon' | 'bad';

export interface NoticeProps {
  readonly tone?: NoticeTone | undefined;
  readonly title?: string | undefined;
  readonly children: ComponentChildren;
}

const icons: Readonly<Record<NoticeTone, IconName>> = {
  info: 'info',
  good: 'check',
  soon: 'bell',
  bad: 'alert',
};

/** Something one should know before going on; colour never says it alone. */
export function Notice({ tone = 'info', title, children }: NoticeProps) {
  return (
    <div class={`notice ${tone}`}>
      <Icon name={icons[tone]} />
      <div>
        {title !== undefined && <b>{title}</b>}
        <p>{children}</p>
      </div>
    </div>
  );
}
