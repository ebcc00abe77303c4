import type { Address } from '../port-request/content.ts';

/** Half an address would look whole, so what lacks a part is not known. */
const together = (...parts: readonly (string | null | undefined)[]): string | null =>
  parts.every((part) => part !== null && part !== undefined) ? parts.join(' ') : null;

/** `Rue Neuve 12 / 3`; null while street or house number are not known. */
export const streetLine = (address: Address | null): string | null => {
  const street = together(address?.street, address?.houseNumber);
  return street === null || address === null || address.box === null ? street : `${street} / ${address.box}`;
};

/** `1000 Bruxelles`; null while one of the two is not known. */
export const cityLine = (address: Address | null): string | null =>
  together(address?.postcode, address?.city);

/** `0999.999.922`, as the register writes it; whatever is no enterprise number stays as it was given. */
export const enterpriseNumberText = (written: string): string =>
  written
    .replace(/^\s*BE/i, '')
    .replaceAll(/[\s./-]/g, '')
    .replace(/^(\d{4})(\d{3})(\d{3})$/, '$1.$2.$3');
