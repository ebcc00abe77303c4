/** Stands where the request says nothing. */
export const nothing = '–';

/**
 * A text that somebody typed, on one line, without control characters and without those that turn the direction of
 * writing: else a name with a line break forges a row or a header.
 */
export const oneLine = (text: string | null | undefined): string =>
  (text ?? '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .replace(/ {2,}/g, ' ')
    .trim() || nothing;
