/** Where an S3-compatible storage is, and as whom it is used. */
export interface S3Address {
  /** `https://s3.example.org:9000`. */
  readonly endpoint: string;
  readonly bucket: string;
  /** What stands before every key: empty, or ends with a slash. */
  readonly prefix: string;
  readonly region: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

const bucketForm = /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/i;

/**
 * Reads `s3://KEY:SECRET@host:port/bucket/prefix?region=eu-west-1&tls=1`. TLS is used unless `tls=0`; the region is
 * us-east-1 where none is given, as S3-compatible servers expect.
 * @throws Error whose message says what is wrong, without repeating a secret
 */
export function readS3Address(text: string): S3Address {
  const url = URL.parse(text);
  if (!url || url.protocol !== 's3:' || !url.hostname)
    throw new Error('it is not an address (a / or @ in the key or secret is written %2F or %40)');
  const [bucket = '', ...rest] = url.pathname.split('/').filter((part) => part !== '');
  if (!url.username || !url.password)
    throw new Error('the key or the secret is missing (s3://KEY:SECRET@...)');
  if (!bucketForm.test(bucket)) throw new Error('the name of the bucket is missing or wrong (.../bucket)');
  const tls = url.searchParams.get('tls') ?? '1';
  if (tls !== '0' && tls !== '1') throw new Error('tls must be 0 or 1');
  for (const name of url.searchParams.keys())
    if (name !== 'tls' && name !== 'region') throw new Error(`"${name}" is unknown (known: region, tls)`);
  return {
    endpoint: `${tls === '1' ? 'https' : 'http'}://${url.host}`,
    bucket,
    prefix: rest.map((part) => `${decodeURIComponent(part)}/`).join(''),
    region: url.searchParams.get('region') ?? 'us-east-1',
    accessKeyId: decodeURIComponent(url.username),
    secretAccessKey: decodeURIComponent(url.password),
  };
}
