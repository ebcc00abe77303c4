/** Instants and days as the console writes them: in English, Brussels time, with the weekday. */

const brussels = { timeZone: 'Europe/Brussels' };

const day = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' };

const time = { hour: '2-digit', minute: '2-digit' };

const dayFormat = new Intl.DateTimeFormat('en-GB', day);
const momentFormat = new Intl.DateTimeFormat('en-GB', { ...brussels, ...day, ...time });
const dayOfMonthFormat = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
});
// Sweden writes a moment as `2026-04-14 09:00`, which is all but the form that inputs take.
const localTextFormat = new Intl.DateTimeFormat('sv-SE', {
  ...brussels,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  ...time,
});

/** @param {string} instant as the API writes it @returns {string} e.g. `Tue, 14 Apr 2026, 09:00` */
export const momentText = (instant) => momentFormat.format(new Date(instant));

// A day without a zone is read as midnight here, whatever zone the browser is in, so that it stays that day.
const startOfDay = (localDate) => new Date(`${localDate}T00:00`);

/** @param {string} localDate `YYYY-MM-DD` @returns {string} e.g. `Tue, 14 Apr 2026` */
export const dayText = (localDate) => dayFormat.format(startOfDay(localDate));

/** @param {string} localDate `YYYY-MM-DD` @returns {string} e.g. `Tue, 14 Apr` */
export const shortDayText = (localDate) => dayOfMonthFormat.format(startOfDay(localDate));

/** @param {string | Date} instant @returns {string} the Brussels time as an input takes it: `2026-04-14T09:00` */
export const toLocalText = (instant) => localTextFormat.format(new Date(instant)).replace(' ', 'T');

/** @param {string} instant @returns {string} the day in Brussels, `YYYY-MM-DD` */
export const toLocalDate = (instant) => toLocalText(instant).slice(0, 10);

/**
 * The instant of a Brussels time. Of the hour that comes twice in autumn it is the first; the one that is left out in
 * spring has none.
 * @param {string} localText `2026-04-14T09:00`
 * @returns {string | undefined}
 */
export const toInstant = (localText) => {
  const candidates = ['+02:00', '+01:00'].map((offset) => new Date(`${localText}${offset}`));
  return candidates.find((candidate) => toLocalText(candidate) === localText)?.toISOString();
};
