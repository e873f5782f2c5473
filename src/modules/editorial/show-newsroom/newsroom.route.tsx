import type { App, AppContext } from '../../../platform/http/environment.ts';
import { sendPage } from '../../../platform/http/send-page.tsx';
import { Pagehead } from '../../../platform/ui/pagehead.tsx';
import { editorsOnly, keptNowhere } from '../../accounts/index.ts';

export function newsroomRoutes(app: App): void {
  app.use('/editor', editorsOnly, keptNowhere);
  app.use('/editor/*', editorsOnly, keptNowhere);
  app.get('/editor', showNewsroom);
}

function showNewsroom(c: AppContext) {
  const { t } = c.var;
  return sendPage(c, {
    title: t('editorial.name'),
    indexed: false,
    children: <Pagehead title={t('editorial.name')} />,
  });
}
