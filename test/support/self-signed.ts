import { generateKeyPairSync, sign } from 'node:crypto';

/** A value with its tag and length, as certificates are written (DER). */
const der = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
};

const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, ...parts);
const time = (text: string): Buffer => der(0x18, Buffer.from(text));

const ed25519 = sequence(der(0x06, Buffer.from([0x2b, 0x65, 0x70])));

const nameOf = (host: string): Buffer =>
  sequence(der(0x31, sequence(der(0x06, Buffer.from([0x55, 0x04, 0x03])), der(0x0c, Buffer.from(host)))));

const pem = (label: string, bytes: Buffer): string =>
  `-----BEGIN ${label}-----\n${bytes.toString('base64')}\n-----END ${label}-----\n`;

/** A key and a certificate for a host that nobody but its owner has signed, good for a thousand years. */
export const selfSigned = (host: string): { readonly key: string; readonly cert: string } => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const name = nameOf(host);
  const content = sequence(
    der(0x02, Buffer.from([1])),
    ed25519,
    name,
    sequence(time('20200101000000Z'), time('30200101000000Z')),
    name,
    publicKey.export({ format: 'der', type: 'spki' }),
  );
  const signature = der(0x03, Buffer.from([0]), sign(null, content, privateKey));
  return {
    key: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    cert: pem('CERTIFICATE', sequence(content, ed25519, signature)),
  };
};
