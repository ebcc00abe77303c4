import ipaddr from 'ipaddr.js';

/** Which addresses may be connected to: those of the internet; in the sandbox this machine's own as well. */
export type AddressRule = { readonly allowsLoopback: boolean };

/** All that is given out of IPv6 as ordinary addresses; older forms outside of it may hold an IPv4 address. */
const ordinaryIpv6 = ipaddr.IPv6.parseCIDR('2000::/3');

/** An IPv4 address inside an IPv6 one is judged as what it is. */
const plain = (address: string) => {
  const parsed = ipaddr.parse(address);
  return parsed instanceof ipaddr.IPv6 && parsed.isIPv4MappedAddress() ? parsed.toIPv4Address() : parsed;
};

/**
 * Whether an address may be connected to on behalf of a tenant. Only ordinary public addresses may: no private, loopback, link-local
 * (where clouds give out credentials), shared, reserved or multicast ones, and none that stand for another one (NAT64, 6to4, Teredo).
 * @param address IPv4 or IPv6, as a resolver gives it; anything else may not.
 */
export const mayConnectTo = (address: string, { allowsLoopback }: AddressRule): boolean => {
  if (!ipaddr.isValid(address)) return false;
  const parsed = plain(address);
  const range = parsed.range();
  if (allowsLoopback && range === 'loopback') return true;
  return range === 'unicast' && (parsed instanceof ipaddr.IPv4 || parsed.match(ordinaryIpv6));
};
