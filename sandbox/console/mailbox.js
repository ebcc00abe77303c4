import { html } from 'htm/preact';
import { useState } from 'preact/hooks';
import { momentText } from './moments.js';

const ownLinks = [
  { pattern: /\/start\/[\w-]+/, label: 'Open the start link', isElsewhere: true },
  { pattern: /\/portage\/[\w-]+/, label: 'Open the request', isElsewhere: false },
];

/** The links of a mail by their path alone, so that they work under whatever name this sandbox was reached. */
const linksIn = (text) =>
  ownLinks.flatMap(({ pattern, ...link }) => {
    const path = pattern.exec(text)?.[0];
    return path === undefined ? [] : [{ ...link, path }];
  });

const MailLink = ({ link: { path, label, isElsewhere } }) =>
  isElsewhere
    ? html`<a class="button primary" href=${path} target="_blank" rel="noopener">${label}</a>`
    : html`<a class="button" href=${path}>${label}</a>`;

const OpenMail = ({ mail }) => {
  const [asHtml, setAsHtml] = useState(false);
  return html`
    <div class="mail-body">
      <p class="muted">${mail.template} · ${mail.language} · ${mail.id}</p>
      <div class="buttons">
        ${linksIn(mail.text).map((link) => html`<${MailLink} link=${link} />`)}
        <button type="button" class="quiet" onClick=${() => setAsHtml(!asHtml)}>
          ${asHtml ? 'Show as text' : 'Show as HTML'}
        </button>
      </div>
      ${
        asHtml
          ? html`<iframe title=${mail.subject} sandbox="" srcdoc=${mail.html}></iframe>`
          : html`<p class="mail-text" lang=${mail.language}>${mail.text}</p>`
      }
    </div>
  `;
};

const Mail = ({ mail }) => {
  const [isOpen, setOpen] = useState(false);
  return html`
    <li>
      <button type="button" class="mail-line" aria-expanded=${String(isOpen)} onClick=${() => setOpen(!isOpen)}>
        <span class="mail-subject" lang=${mail.language}>${mail.subject}</span>
        <span class="muted">${momentText(mail.at)} · to ${mail.to}</span>
      </button>
      ${isOpen && html`<${OpenMail} mail=${mail} />`}
    </li>
  `;
};

/** Mails, newest first; each opens on its text and its links. */
export const MailList = ({ mails }) =>
  mails.length === 0
    ? html`<p class="muted">No mail yet.</p>`
    : html`<ul class="mails">${mails.map((mail) => html`<${Mail} key=${mail.id} mail=${mail} />`)}</ul>`;

/** Everybody's mailbox in one. */
export const Mailbox = ({ world }) => html`
  <header class="page-header"><h1 tabindex="-1">Mailbox</h1></header>
  <section class="card" aria-label="Mails"><${MailList} mails=${world.mails} /></section>
`;
