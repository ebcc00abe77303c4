import type { PersonalValues } from './personal-values.ts';

/** What nobody ever has to be told the value of. */
const alwaysPersonal = [
  { what: 'an address of mail', form: /[\w.+-]+@[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}/i },
  { what: 'a secret', form: /whs(?:ec|k)_[\w+/=-]{8,}/ },
  { what: 'a bearer token', form: /eyJ[\w-]{10,}\.eyJ/ },
  { what: 'a start link', form: /\/start\/[\w-]{20,}/ },
] as const;

/** Digits that may be a number, however they are grouped; those of an id or an instant stand beside letters. */
const maybeNumbers = /(?<![\w:.-])[+(]?\d(?:[ ./()-]{0,2}\d){7,}(?![\w:])/g;

const countryCode = '32';

/** How a run of digits may be meant: with `00`, with a trunk zero, with the country, or without anything. */
const readingsOf = (digits: string): readonly number[] =>
  [digits, digits.replace(/^00/, ''), digits.replace(/^0/, countryCode), `${countryCode}${digits}`].map(
    Number,
  );

const isNumber = ({ numbers }: PersonalValues, run: string): boolean => {
  const readings = readingsOf(run.replaceAll(/\D/g, ''));
  return [...numbers.values()].some(({ from, to }) =>
    readings.some((reading) => reading >= from && reading <= to),
  );
};

/** What of the personal values stands in a text, each with what it is. `secrets`: tokens and keys that may not stand there either. */
export const foundIn = (
  text: string,
  values: PersonalValues,
  secrets: ReadonlySet<string> = new Set(),
): readonly string[] => {
  const numbers = new Set(text.match(maybeNumbers) ?? []);
  return [
    ...alwaysPersonal.flatMap(({ what, form }) => {
      const [found] = form.exec(text) ?? [];
      return found === undefined ? [] : [`${what}: ${found}`];
    }),
    ...[...values.texts].filter((each) => text.includes(each)).map((each) => `a text: ${each}`),
    ...[...secrets].filter((each) => text.includes(each)).map((each) => `a token: ${each}`),
    ...[...numbers].filter((run) => isNumber(values, run)).map((run) => `a number: ${run}`),
  ];
};
