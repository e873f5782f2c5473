import './styles.css';
import { copyOnPress, showCopyButtons } from './enhancer/copy.ts';
import { liveForms } from './enhancer/live-forms.ts';
import { liveHistory } from './enhancer/live-history.ts';
import { liveLinks } from './enhancer/live-links.ts';
import { foldMenus, unfoldSheets } from './enhancer/menus.ts';
import { prefetchOnHover } from './enhancer/prefetch.ts';
import { afterEachSwap } from './enhancer/swap.ts';

// Everything on the page works without this file; it only saves whole loads. All listeners sit on the document, so that
// they outlive whatever is swapped in.
liveForms();
liveLinks();
liveHistory();
foldMenus();
copyOnPress();
prefetchOnHover();
afterEachSwap(() => {
  showCopyButtons();
  unfoldSheets();
});
