import type { Chance } from './chance.ts';
import { languages, numberMixes, type OperatorHabit, operatorHabits, shares, tenants } from './mix.ts';
import { calendar, dateAt } from './office-hours.ts';

/** What a reseller asks for, and how those who answer it behave. */
export type Order = {
  readonly tenant: string;
  readonly habit: OperatorHabit;
  /** Whether it is done within two hours, or within a day. */
  readonly isComplex: boolean;
  readonly mainNumber: string;
  /** One that can be ported without the others; undefined where there is but one item. */
  readonly firstOfSeveral: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
};

/** Zones with numbers of seven digits, of which the month uses a hundred for each request. */
const zones = [
  { prefix: '02', first: 5_000_000 },
  { prefix: '03', first: 2_000_000 },
  { prefix: '09', first: 2_000_000 },
] as const;

/** The first number of a hundred that belong to one request alone. */
const blockOf = (index: number): { readonly prefix: string; readonly first: number } => {
  const zone = zones[index % zones.length] ?? zones[0];
  return { prefix: zone.prefix, first: zone.first + 100 * Math.floor(index / zones.length) };
};

const earliestWorkingDays = 10;

/** The order with this index, of no other month than this one. */
export const orderOf = (index: number, chance: Chance, at: number): Order => {
  const { prefix, first } = blockOf(index);
  const numberAt = (offset: number): string => `${prefix}${first + offset}`;
  const mix = chance.pick(numberMixes);
  const numbers = {
    single: () => [numberAt(70)],
    several: () => Array.from({ length: chance.whole(2, 4) }, (_, place) => numberAt(11 * (place + 1))),
    ddi_10: () => [{ start: numberAt(50), size: 10 }, ...(chance.happens(0.3) ? [numberAt(71)] : [])],
    ddi_100: () => [{ start: numberAt(0), size: 100 }],
  }[mix]();
  const [firstItem = ''] = numbers;
  const mainNumber = typeof firstItem === 'string' ? firstItem : firstItem.start;
  const language = chance.pick(languages);
  const tenant = chance.pick(tenants).id;
  const habit = chance.pick(operatorHabits);
  const today = dateAt(at);
  const desiredDate = chance.happens(shares.desiredDate)
    ? calendar.addWorkingDays(today, earliestWorkingDays + chance.whole(1, 18)).date
    : undefined;
  return {
    tenant,
    habit,
    isComplex: mix !== 'single',
    mainNumber,
    firstOfSeveral: numbers.length > 1 ? mainNumber : undefined,
    body: {
      customerReference: `M-${index + 1}`,
      subscriber: {
        name: `Customer ${index + 1}`,
        enterpriseNumber: '0999999922',
        language,
        email: `customer-${index + 1}@subscriber.example`,
        address: { street: 'Rue Neuve', houseNumber: '12', postcode: '1000', city: 'Bruxelles' },
      },
      contact: { name: 'Luc Peeters', email: `porting@${tenant}.example`, language: 'nl' },
      losingOperator: { name: habit.name, accountNumber: `${600_000_000 + index}` },
      numbers,
      mainNumber,
      ...(desiredDate === undefined ? {} : { desiredDate }),
      contract: { linkedServices: [] },
      acknowledgements: { numbersCheckedWithOperator: true, noProtectedLines: true },
      authorisation: { signedBy: 'Marie Dupont', signedOn: today },
    },
  };
};
