const openMenus = () => document.querySelectorAll<HTMLDetailsElement>('details.menu[open]');

/** Menus fold again when one presses elsewhere or Escape, which the bare `<details>` does not do. */
export function foldMenus(): void {
  document.addEventListener('click', (event) => {
    for (const menu of openMenus()) if (!menu.contains(event.target as Node)) menu.open = false;
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    for (const menu of openMenus()) {
      menu.open = false;
      menu.querySelector('summary')?.focus();
    }
  });
}

/** Browsers without `::details-content` cannot show a folded sheet as a column: there it is unfolded on wide screens. */
export function unfoldSheets(): void {
  if (CSS.supports('selector(::details-content)') || !matchMedia('(width > 860px)').matches) return;
  document.querySelectorAll<HTMLDetailsElement>('details.sheet').forEach((sheet) => (sheet.open = true));
}
