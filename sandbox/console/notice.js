import { html } from 'htm/preact';
import { inWords } from './names.js';

const Entry = ({ entry, language }) => html`
  <li>
    ${entry.pointer && html`<code>${entry.pointer}</code>${' '}`}<span lang=${language}>${entry.detail}</span>
    ${entry.advice && html`${' '}<span class="muted" lang=${language}>${entry.advice}</span>`}
    ${entry.portRequestId && html`${' '}<a href="/portage/${entry.portRequestId}">Open that request</a>`}
  </li>
`;

const ProblemText = ({ problem, language }) => html`
  <p><strong>${problem.title}</strong>${problem.detail && html`: ${problem.detail}`}</p>
  ${
    problem.errors?.length > 0 &&
    html`<ul>${problem.errors.map((entry) => html`<${Entry} entry=${entry} language=${language} />`)}</ul>`
  }
  ${
    problem.allowedActions &&
    html`<p class="muted">Allowed now: ${problem.allowedActions.map(inWords).join(', ') || 'nothing'}.</p>`
  }
  ${problem.code && html`<p class="muted"><code>${problem.code}</code></p>`}
`;

/**
 * How the last action went: what was done, or the problem with all its entries. Both regions stand there from the
 * beginning, for screen readers announce only what changes inside one.
 */
export const Notice = ({ notice, language, onDismiss }) => {
  const dismiss = html`<button type="button" class="quiet" onClick=${onDismiss}>Close</button>`;
  return html`
    <div class="notices">
      <div role="status">
        ${notice?.done && html`<div class="notice notice-done"><div><p>${notice.done}</p></div>${dismiss}</div>`}
      </div>
      <div role="alert">
        ${
          notice?.problem &&
          html`<div class="notice notice-problem">
            <div><${ProblemText} problem=${notice.problem} language=${language} /></div>
            ${dismiss}
          </div>`
        }
      </div>
    </div>
  `;
};
