/**
 * Where a Mastodon server takes a text to post, from what a reader typed as their server ("mastodon.social",
 * "https://mamot.fr/", "@awa@mamot.fr"); undefined for what names no server.
 */
export function mastodonShare(typed: string, text: string): string | undefined {
  const host = typed
    .trim()
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^@?[^@/]*@/, '')
    .replace(/\/.*$/, '');
  if (!/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/.test(host) || host.length > 253)
    return undefined;
  return `https://${host}/share?text=${encodeURIComponent(text)}`;
}
