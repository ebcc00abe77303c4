import { html } from 'htm/preact';
import { dayText, momentText } from './moments.js';
import { inWords } from './names.js';

const Rejection = ({ rejection, language }) => {
  const { meaning, advice, actors, field, numbers, code, operatorCode, operatorText } = rejection;
  return html`
    <li class="rejection">
      <p lang=${language}><strong>${meaning}</strong></p>
      <p lang=${language}>${advice}</p>
      <p class="muted">
        Acts: ${actors.map(inWords).join(', ')}.
        ${field && html`${' '}Field <code>${field}</code>.`}
        ${numbers.length > 0 && html`${' '}Numbers: ${numbers.join(', ')}.`}
        ${' '}<code>${code}</code>
        ${operatorCode && operatorCode !== code && html`, the operator's code: ${operatorCode}`}
        ${operatorText && html`, in its words: “${operatorText}”`}
      </p>
    </li>
  `;
};

const Attempt = ({ attempt, language }) => {
  const { number, submittedAt, outcome, operatorReference, desiredDate, approvedDate, startedAt, startedBy } =
    attempt;
  return html`
    <article class="attempt">
      <h3>Attempt ${number}: ${outcome === null ? 'under way' : inWords(outcome).toLowerCase()}</h3>
      <p>
        Submitted ${momentText(submittedAt)} for ${dayText(desiredDate)}${approvedDate && `, approved for ${dayText(approvedDate)}`}${startedAt && `, started ${momentText(startedAt)} by the ${inWords(startedBy).toLowerCase()}`}.
        ${operatorReference && html`${' '}Operator's reference: ${operatorReference}.`}
      </p>
      ${
        attempt.rejections.length > 0 &&
        html`<ul class="plain">
          ${attempt.rejections.map((rejection) => html`<${Rejection} rejection=${rejection} language=${language} />`)}
        </ul>`
      }
    </article>
  `;
};

/** Every submission with its answer: the reasons of a refusal, what to do about each, and who does it. */
export const Attempts = ({ attempts, language }) => html`
  <section class="card" aria-labelledby="attempts-heading">
    <h2 id="attempts-heading">Attempts</h2>
    ${attempts.length === 0 && html`<p class="muted">Not submitted yet.</p>`}
    ${attempts
      .toReversed()
      .map((attempt) => html`<${Attempt} key=${attempt.number} attempt=${attempt} language=${language} />`)}
  </section>
`;
