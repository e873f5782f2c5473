import type { Site } from '../../../platform/http/site.ts';

/** For the head of a page: programs that show links find by themselves how to show this one (https://oembed.com). */
export function OEmbedLinks({ site, address }: { readonly site: Site; readonly address: string }) {
  const to = (format: string) => `${site.baseUrl}/oembed?url=${encodeURIComponent(address)}&format=${format}`;
  return (
    <>
      <link rel="alternate" type="application/json+oembed" href={to('json')} />
      <link rel="alternate" type="text/xml+oembed" href={to('xml')} />
    </>
  );
}
