/** The bridge on a tile, for the browser's tab; readable at 16 pixels, on light and dark tabs. */
export const siteIcon = [
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">',
  '<rect width="64" height="64" rx="14" fill="#0f5c6e"/>',
  '<g fill="none" stroke="#fbf8f3" stroke-linecap="round">',
  '<path d="M10 46C17 14 47 14 54 46" stroke-width="6"/><path d="M10 46h44" stroke-width="4"/></g>',
  '<circle cx="32" cy="24" r="6" fill="#f0b257"/></svg>',
].join('');
