import ipaddr from 'ipaddr.js';

/** Public by number, but answered by the cloud's own host machine: Azure's metadata and DNS service. */
const cloudInside = new Set(['168.63.129.16']);
const nat64 = ipaddr.IPv6.parseCIDR('64:ff9b::/96');
const globalUnicast = ipaddr.IPv6.parseCIDR('2000::/3');

/**
 * Whether an IP address is one of the public internet: ordinary unicast, neither private, loopback, link-local,
 * shared (CGNAT), multicast, reserved nor unspecified. Of the IPv6 forms that carry an IPv4 address only NAT64
 * (64:ff9b::/96, which networks without IPv4 use for every IPv4 site) can be public, when the carried address is;
 * mapped, compatible, 6to4 and Teredo forms never are. What is no IP address is not public.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const ip = ipaddr.parse(address);
  if (ip instanceof ipaddr.IPv4) return isPublicV4(ip);
  if (ip.zoneId) return false;
  if (ip.match(nat64)) return isPublicV4(new ipaddr.IPv4(ip.toByteArray().slice(12)));
  return ip.range() === 'unicast' && ip.match(globalUnicast);
}

function isPublicV4(ip: ipaddr.IPv4): boolean {
  return ip.range() === 'unicast' && !cloudInside.has(ip.toString());
}
