import { html } from 'htm/preact';

/** Turns a code of the API into words: `port_request.sent_to_operator` → `Sent to operator`. @param {string} code */
export const inWords = (code) => {
  const words = code.replace(/^port_request\./, '').replaceAll(/[._]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** `numbersPorted` → `Numbers ported`. @param {string} name of a member in the API's JSON */
export const memberInWords = (name) => inWords(name.replaceAll(/([A-Z])/g, '_$1').toLowerCase());

/** What somebody who ports numbers calls a request. @param {{ customerReference: string | null, id: string }} request */
export const referenceOf = ({ customerReference, id }) => customerReference ?? id;

/** @param {ReadonlyArray<{ national?: string, input?: unknown }>} numbers @returns {string[]} */
export const numberTexts = (numbers) =>
  numbers.map(
    ({ national, input }) => national ?? (typeof input === 'string' ? input : JSON.stringify(input)),
  );

/** A status as a coloured label, by its name in the catalogue. */
export const StatusLabel = ({ status, world }) => {
  const name = world.statuses.find((entry) => entry.status === status)?.name ?? inWords(status);
  return html`<span class="status status-${status}" lang=${world.language}>${name}</span>`;
};
