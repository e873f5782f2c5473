import type { App } from '../../platform/http/environment.ts';
import { sendPage } from '../../platform/http/send-page.tsx';
import { DesignSheet } from '../../platform/ui/design-sheet.tsx';

/** Every element of the interface, for those who build pages. */
export function designRoutes(app: App): void {
  app.get('/design', (c) => {
    const { t, tools } = c.var;
    const counterpart = tools.translators[t.dir === 'ltr' ? 'ar' : 'fr'];
    return sendPage(c, {
      title: 'Design',
      indexed: false,
      children: <DesignSheet t={t} counterpart={counterpart} />,
    });
  });
}
