/** Secrets that this service deals in, and that a scanner of everybody's secrets does not look for. */
const forms = {
  'secret of a webhook': /\bwhs(?:ec|k)_[A-Za-z0-9+/]{32,}={0,2}/g,
  // Keys of ed25519 are so short that scanners take them for no key.
  'private key': /-----BEGIN [A-Z ]*PRIVATE KEY-----\s+[A-Za-z0-9+/]{16,}/g,
  'token of a caller': /\beyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{20,}/g,
  'access key of AWS': /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g,
  'start link': /\/start\/[\w-]{43}(?![\w-])/g,
} as const;

/** A secret found: what it is, and in which line; never the text itself, which would then stand in a log. */
export type FoundSecret = { readonly what: string; readonly line: number };

/** Everything in a text that has the form of one of our secrets. */
export const secretsIn = (text: string): readonly FoundSecret[] =>
  Object.entries(forms).flatMap(([what, form]) =>
    [...text.matchAll(form)].map(({ index }) => ({
      what,
      line: text.slice(0, index).split('\n').length,
    })),
  );
