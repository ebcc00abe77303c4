import { html, render } from 'htm/preact';
import { useEffect } from 'preact/hooks';
import { Clock } from './clock.js';
import { Dashboards } from './dashboards.js';
import { DeskQueue } from './desk-queue.js';
import { LanguageChoice, useLanguage } from './language.js';
import { Mailbox } from './mailbox.js';
import { Notice } from './notice.js';
import { consoleName, showTitle } from './page-title.js';
import { RequestDetail } from './request-detail.js';
import { RequestList } from './request-list.js';
import { useView } from './view.js';
import { useWorld } from './world.js';

const Page = ({ view, world, act }) => {
  switch (view.page) {
    case 'requests':
      return html`<${RequestList} world=${world} act=${act} />`;
    case 'request':
      return html`<${RequestDetail} key=${view.id} id=${view.id} world=${world} act=${act} />`;
    case 'desk':
      return html`<${DeskQueue} world=${world} act=${act} />`;
    case 'dashboards':
      return html`<${Dashboards} view=${view} world=${world} />`;
    case 'mailbox':
      return html`<${Mailbox} world=${world} />`;
  }
};

const tabs = [
  { page: 'requests', href: '/', label: () => 'Requests' },
  {
    page: 'desk',
    href: '/#desk',
    label: (world) =>
      `Desk${world ? ` (${world.deskQueue.length}${world.hasMoreDeskQueue ? '+' : ''})` : ''}`,
  },
  {
    page: 'mailbox',
    href: '/#mailbox',
    label: (world) => `Mailbox${world ? ` (${world.mails.length})` : ''}`,
  },
  { page: 'dashboards', href: '/#dashboards', label: () => 'Dashboards' },
];

const Tabs = ({ view, world }) => html`
  <nav aria-label="Console">
    ${tabs.map(
      ({ page, href, label }) =>
        html`<a href=${href} aria-current=${page === view.page ? 'page' : undefined}>${label(world)}</a>`,
    )}
  </nav>
`;

const focusHeading = () => document.querySelector('main h1')?.focus({ preventScroll: true });

const App = () => {
  const view = useView();
  const [language, chooseLanguage] = useLanguage();
  const { world, notice, isBusy, act, refresh, dismiss } = useWorld(language, view.id);

  useEffect(showTitle);

  // Another page: what was said about the one before is done with, and whoever cannot see it has to hear that it is there.
  useEffect(() => {
    dismiss();
    focusHeading();
  }, [view]);

  // The button that was pressed may be gone, and the focus with it.
  useEffect(() => {
    if (notice !== undefined && document.activeElement === document.body) focusHeading();
  }, [notice]);

  return html`
    <header class="top">
      <div class="top-inner">
        <p class="title"><a href="/">${consoleName}</a></p>
        <${Tabs} view=${view} world=${world} />
        <button type="button" class="quiet" onClick=${refresh}>Refresh</button>
        <${LanguageChoice} language=${language} onChoose=${chooseLanguage} />
      </div>
      <div class="progress" data-busy=${String(isBusy)}></div>
    </header>
    <div class=${view.page === 'dashboards' ? 'layout layout-wide' : 'layout'} aria-busy=${String(isBusy)}>
      <main>
        <${Notice} notice=${notice} language=${language} onDismiss=${dismiss} />
        ${world ? html`<${Page} view=${view} world=${world} act=${act} />` : html`<h1 tabindex="-1">${consoleName}</h1>`}
      </main>
      ${world && html`<aside><${Clock} world=${world} act=${act} /></aside>`}
    </div>
  `;
};

render(html`<${App} />`, document.body);
