import { useEffect, useState } from 'preact/hooks';

/** @typedef {{ page: 'requests' } | { page: 'request', id: string } | { page: 'desk' } | { page: 'mailbox' } | { page: 'dashboards', dashboard?: string, range?: string }} View */

const pages = { '#desk': 'desk', '#mailbox': 'mailbox' };

/** @returns {View} */
const viewOf = ({ pathname, hash }) => {
  const id = /^\/portage\/([\w-]+)$/.exec(pathname)?.[1];
  if (id !== undefined) return { page: 'request', id };
  const [page, dashboard, range] = hash.slice(1).split('/');
  if (page === 'dashboards') return { page, dashboard, range };
  return { page: pages[hash] ?? 'requests' };
};

const isOwnPage = ({ origin, pathname }) =>
  origin === location.origin && (pathname === '/' || pathname.startsWith('/portage/'));

/** What the address says is to be seen. Links between the console's pages change it without loading anything. */
export const useView = () => {
  const [view, setView] = useState(() => viewOf(location));

  useEffect(() => {
    const show = () => setView(viewOf(location));
    const follow = (event) => {
      const link = event.target.closest?.('a[href]');
      const isPlainClick =
        event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
      if (link?.target !== '' || !isPlainClick || !isOwnPage(link)) return;
      event.preventDefault();
      history.pushState(null, '', link.href);
      show();
      scrollTo(0, 0);
    };
    document.addEventListener('click', follow);
    addEventListener('popstate', show);
    return () => {
      document.removeEventListener('click', follow);
      removeEventListener('popstate', show);
    };
  }, []);

  return view;
};
