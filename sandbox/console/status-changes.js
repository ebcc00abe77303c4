import { html } from 'htm/preact';
import { dayText, momentText } from './moments.js';
import { inWords, memberInWords, StatusLabel } from './names.js';

const valueText = (value) => {
  if (typeof value !== 'string') return String(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return dayText(value);
  return /^\d{4}-\d{2}-\d{2}T.*Z$/.test(value) ? momentText(value) : value;
};

/** A code of a refusal says little: its meaning is shown instead. */
const Fact = ({ name, value, world }) => {
  const texts = [value].flat().map((one) => {
    const reason = name === 'codes' ? world.reasons.find(({ code }) => code === one) : undefined;
    return reason === undefined ? valueText(one) : `${reason.meaning} (${one})`;
  });
  return html`<li>${name === 'codes' ? 'Reason' : memberInWords(name)}: ${texts.join(', ')}</li>`;
};

const Change = ({ entry, world }) => {
  const { sequence, type, occurredAt, actor, status, previousStatus, data } = entry;
  const facts = Object.entries(data).filter(([, value]) => value !== null);
  return html`
    <li>
      <p>
        <strong>${inWords(type)}</strong>
        ${status !== previousStatus && html`${' '}<${StatusLabel} status=${status} world=${world} />`}
      </p>
      <p class="muted">
        ${sequence} · ${momentText(occurredAt)} · ${inWords(actor.kind)}${actor.id && ` (${actor.id})`}
      </p>
      ${
        facts.length > 0 &&
        html`<ul class="muted">
          ${facts.map(([name, value]) => html`<${Fact} key=${name} name=${name} value=${value} world=${world} />`)}
        </ul>`
      }
    </li>
  `;
};

/** Everything that happened to a request, at the bottom of its page as in MyFonzer (F22). */
export const StatusChanges = ({ history, world }) => html`
  <section class="card" aria-labelledby="changes-heading">
    <h2 id="changes-heading">Status changes</h2>
    <ol class="changes">
      ${history.map((entry) => html`<${Change} key=${entry.id} entry=${entry} world=${world} />`)}
    </ol>
  </section>
`;
