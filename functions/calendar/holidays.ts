import type { Translated } from '../language.ts';
import type { LocalDate } from './clock.ts';
import { addDays, compareDates, yearOf } from './local-date.ts';

// The ten legal holidays of Belgium (public source: belgium.be). One on a weekend does not move.
const fixedHolidays = [
  { key: 'newYearsDay', monthAndDay: '01-01' },
  { key: 'labourDay', monthAndDay: '05-01' },
  { key: 'nationalDay', monthAndDay: '07-21' },
  { key: 'assumptionDay', monthAndDay: '08-15' },
  { key: 'allSaintsDay', monthAndDay: '11-01' },
  { key: 'armisticeDay', monthAndDay: '11-11' },
  { key: 'christmasDay', monthAndDay: '12-25' },
] as const;

const movableHolidays = [
  { key: 'easterMonday', daysAfterEaster: 1 },
  { key: 'ascensionDay', daysAfterEaster: 39 },
  { key: 'whitMonday', daysAfterEaster: 50 },
] as const;

/** A legal holiday, whatever its date and whatever it is called. */
export type HolidayKey = (typeof fixedHolidays)[number]['key'] | (typeof movableHolidays)[number]['key'];

/** A legal holiday of one year. */
export type Holiday = { readonly date: LocalDate; readonly key: HolidayKey };

/** What a holiday is called: English in explanations, the reader's language in mails and pages. */
export const holidayNames: Readonly<Record<HolidayKey, Translated>> = {
  newYearsDay: { nl: 'Nieuwjaar', fr: "Jour de l'An", en: "New Year's Day", de: 'Neujahr' },
  easterMonday: { nl: 'Paasmaandag', fr: 'Lundi de Pâques', en: 'Easter Monday', de: 'Ostermontag' },
  labourDay: { nl: 'Dag van de Arbeid', fr: 'Fête du Travail', en: 'Labour Day', de: 'Tag der Arbeit' },
  ascensionDay: {
    nl: 'Onze-Lieve-Heer-Hemelvaart',
    fr: 'Ascension',
    en: 'Ascension Day',
    de: 'Christi Himmelfahrt',
  },
  whitMonday: { nl: 'Pinkstermaandag', fr: 'Lundi de Pentecôte', en: 'Whit Monday', de: 'Pfingstmontag' },
  nationalDay: {
    nl: 'Nationale feestdag',
    fr: 'Fête nationale',
    en: 'Belgian National Day',
    de: 'Nationalfeiertag',
  },
  assumptionDay: {
    nl: 'Onze-Lieve-Vrouw-Hemelvaart',
    fr: 'Assomption',
    en: 'Assumption Day',
    de: 'Mariä Himmelfahrt',
  },
  allSaintsDay: { nl: 'Allerheiligen', fr: 'Toussaint', en: "All Saints' Day", de: 'Allerheiligen' },
  armisticeDay: { nl: 'Wapenstilstand', fr: 'Armistice', en: 'Armistice Day', de: 'Waffenstillstand' },
  christmasDay: { nl: 'Kerstmis', fr: 'Noël', en: 'Christmas Day', de: 'Weihnachten' },
};

/** Easter Sunday of a year, by the Gregorian computus (Meeus, Jones and Butcher). */
export const easterSundayOf = (year: number): LocalDate => {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonCorrection + 15) % 30;
  const daysToSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const lateMoon = Math.floor((golden + 11 * epact + 22 * daysToSunday) / 451);
  const dayCode = epact + daysToSunday - 7 * lateMoon + 114;
  const month = Math.floor(dayCode / 31);
  const day = (dayCode % 31) + 1;
  return `${String(year).padStart(4, '0')}-0${month}-${String(day).padStart(2, '0')}`;
};

/**
 * The ten legal holidays of a year, by date. When Ascension falls on 1 May (2008, 2160), that day is listed twice,
 * Labour Day first.
 */
export const holidaysOf = (year: number): readonly Holiday[] => {
  const easterSunday = easterSundayOf(year);
  return [
    ...fixedHolidays.map(({ key, monthAndDay }) => ({
      date: `${easterSunday.slice(0, 4)}-${monthAndDay}`,
      key,
    })),
    ...movableHolidays.map(({ key, daysAfterEaster }) => ({
      date: addDays(easterSunday, daysAfterEaster),
      key,
    })),
  ].toSorted((one, other) => compareDates(one.date, other.date));
};

const byDate = new Map<number, ReadonlyMap<LocalDate, HolidayKey>>();

/** A year's holidays by date. Kept, since every date of a request asks for some thirty days of one year. */
const holidaysByDate = (year: number): ReadonlyMap<LocalDate, HolidayKey> => {
  const known = byDate.get(year);
  if (known !== undefined) return known;
  // Backwards, so that of two on one day the first stays.
  const made = new Map(
    holidaysOf(year)
      .toReversed()
      .map(({ date, key }) => [date, key]),
  );
  byDate.set(year, made);
  return made;
};

/** The legal holiday on a day, on a weekend too; undefined on every other day. Of two on one day, the fixed one. */
export const holidayOn = (date: LocalDate): HolidayKey | undefined => holidaysByDate(yearOf(date)).get(date);
