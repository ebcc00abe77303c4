import { isIPv4 } from 'node:net';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayConnectTo } from '../../functions/webhooks/public-address.ts';

const onTheInternet = { allowsLoopback: false };
const inTheSandbox = { allowsLoopback: true };

const publicAddresses = [
  '1.1.1.1',
  '8.8.8.8',
  '9.255.255.255',
  '11.0.0.0',
  '100.63.255.255',
  '100.128.0.0',
  '126.255.255.255',
  '128.0.0.0',
  '169.253.255.255',
  '169.255.0.0',
  '172.15.255.255',
  '172.32.0.0',
  '192.167.255.255',
  '192.169.0.0',
  '223.255.255.255',
  '2606:4700:4700::1111',
  '2a00:1450:400e:80c::200e',
  '::ffff:8.8.8.8',
];

const privateAddresses: Readonly<Record<string, readonly string[]>> = {
  unspecified: ['0.0.0.0', '0.1.2.3', '::', '::0'],
  loopback: ['127.0.0.1', '127.1.2.3', '127.255.255.255', '::1', '0:0:0:0:0:0:0:1'],
  private: ['10.0.0.0', '10.255.255.255', '172.16.0.0', '172.31.255.255', '192.168.0.0', '192.168.255.255'],
  'link-local, where clouds give out credentials': ['169.254.0.1', '169.254.169.254', '169.254.170.2'],
  'link-local over IPv6': ['fe80::1', 'fe80::1%eth0', 'febf::1'],
  'a cloud’s own over IPv6': ['fd00:ec2::254', 'fd00:ec2::23'],
  'unique local': ['fc00::1', 'fdff:ffff::1'],
  'site-local of old': ['fec0::1'],
  'shared by a provider’s customers': ['100.64.0.0', '100.127.255.255'],
  multicast: ['224.0.0.1', '239.255.255.255', 'ff02::1', 'ff0e::1'],
  broadcast: ['255.255.255.255'],
  reserved: ['240.0.0.1', '254.255.255.255', '192.0.0.8', '192.88.99.1'],
  'for measurements': ['198.18.0.1', '198.19.255.255', '2001:2::1'],
  'for documents': ['192.0.2.1', '198.51.100.1', '203.0.113.1', '2001:db8::1', '3fff::1'],
  'for discarding': ['100::1'],
  'an IPv4 address mapped into IPv6': [
    '::ffff:127.0.0.1',
    '::ffff:7f00:1',
    '::ffff:10.0.0.1',
    '::ffff:a9fe:a9fe',
  ],
  'an IPv4 address in the oldest form': ['::7f00:1', '::127.0.0.1', '::a9fe:a9fe', '::808:808'],
  'an IPv4 address translated': ['::ffff:0:127.0.0.1', '::ffff:0:808:808'],
  NAT64: ['64:ff9b::7f00:1', '64:ff9b::a00:1', '64:ff9b::808:808', '64:ff9b:1::a00:1'],
  '6to4': ['2002:7f00:1::', '2002:a00:1::1', '2002:a9fe:a9fe::1', '2002:808:808::1'],
  Teredo: ['2001:0:7f00:1::1', '2001::1'],
  'of segments, not of hosts': ['5f00::1'],
  'given out to nobody': ['1000::1', '4000::1', '8000::1', 'e000::1'],
  'no address at all': [
    '',
    'localhost',
    'example.com',
    '1.2.3.4.5',
    '256.1.1.1',
    'g::1',
    '1.2.3.4/8',
    '::1/128',
  ],
};

describe('an address of the internet', () => {
  test.each(publicAddresses)('may be connected to: %s', (address) => {
    expect(mayConnectTo(address, onTheInternet)).toBe(true);
    expect(mayConnectTo(address, inTheSandbox)).toBe(true);
  });
});

describe.each(Object.entries(privateAddresses))('an address that is %s', (kind, addresses) => {
  test.each(addresses)('may not be connected to: %s', (address) => {
    expect(mayConnectTo(address, onTheInternet)).toBe(false);
    const isOwnMachine = /^(127\.|::1$|0:0:0:0:0:0:0:1$|::127\.|::ffff:(127|7f))/.test(address);
    expect(mayConnectTo(address, inTheSandbox), kind).toBe(isOwnMachine);
  });
});

describe('an odd spelling of a private address', () => {
  // What is left of each after a URL was read, as it comes to the connection.
  test.each([
    '0177.0.0.1',
    '0x7f.1',
    '0x7f000001',
    '2130706433',
    '017700000001',
    '127.1',
    '127.0.1',
    '①②⑦.0.0.1',
    '127。0。0。1',
    '127.0.0.1.',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[0:0:0:0:0:ffff:169.254.169.254]',
    '0xa9fea9fe',
    '2852039166',
    '[::127.0.0.1]',
    '[fe80::1]',
    '0',
    '10.1',
  ])('may not be connected to: %s', (host) => {
    const { hostname } = new URL(`https://${host}/`);
    expect(mayConnectTo(hostname.replace(/^\[|\]$/g, ''), onTheInternet)).toBe(false);
  });

  test.each(['127.1', '0177.0.0.1', '2130706433', '0x7f000001', '10', '012.0.0.1'])(
    'may not be connected to as it is written either: %s',
    (address) => {
      expect(mayConnectTo(address, onTheInternet)).toBe(false);
    },
  );
});

/** Blocks that nothing on the internet has, each as its first address and how many bits it fixes. */
const privateBlocks = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const;

const toNumber = (address: string): number =>
  address.split('.').reduce((number, part) => number * 256 + Number(part), 0);

const toAddress = (number: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');

const inPrivateBlock = fc
  .tuple(fc.constantFrom(...privateBlocks), fc.nat({ max: 2 ** 31 - 1 }), fc.nat({ max: 1 }))
  .map(([[first, bits], low, high]) => {
    const size = 2 ** (32 - bits);
    return toAddress(toNumber(first) + ((low * 2 + high) % size));
  });

const inHexadecimal = (address: string): string => {
  const number = toNumber(address);
  return `${Math.floor(number / 65536).toString(16)}:${(number % 65536).toString(16)}`;
};

/** Every form in which an IPv6 address stands for an IPv4 one. */
const standIns = (address: string): readonly string[] => {
  const hex = inHexadecimal(address);
  const [high = '', low = ''] = hex.split(':');
  return [
    `::ffff:${hex}`,
    `::ffff:${address}`,
    `::${hex}`,
    `::ffff:0:${hex}`,
    `64:ff9b::${hex}`,
    `64:ff9b:1::${hex}`,
    `2002:${hex}::1`,
    `2001:0:${hex}::1`,
    `fe80::5efe:${high}:${low}`,
  ];
};

test('nothing inside a private block may be connected to, whatever stands for it', () => {
  fc.assert(
    fc.property(inPrivateBlock, (address) => {
      expect(isIPv4(address)).toBe(true);
      for (const each of [address, ...standIns(address)])
        expect(mayConnectTo(each, onTheInternet), each).toBe(false);
    }),
    { numRuns: 500 },
  );
});
