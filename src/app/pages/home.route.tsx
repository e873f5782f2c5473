import type { App } from '../../platform/http/environment.ts';
import { sendPage } from '../../platform/http/send-page.tsx';
import { Pagehead } from '../../platform/ui/pagehead.tsx';

export function homeRoutes(app: App): void {
  app.get('/', (c) => {
    const { t } = c.var;
    return sendPage(c, {
      title: 'Passerelle',
      description: t('app.home.lead'),
      children: <Pagehead grand title={t('app.home.title')} lead={t('app.home.lead')} />,
    });
  });
}
