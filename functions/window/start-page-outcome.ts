import type { startPageOutcomes } from '../metrics/metric-catalogue.ts';
import type { StartPage } from './start-page.ts';

/** What a page that was shown is counted as. */
export const startPageOutcomeOf = (page: StartPage): (typeof startPageOutcomes)[number] => {
  switch (page.kind) {
    case 'confirm':
      // Without digits it is a button that a machine pressed: the page was shown once more.
      return page.confirmation === 'wrong' ? 'wrong_confirmation' : 'shown';
    case 'started':
    case 'already_started':
      return page.kind;
    case 'locked':
      return page.newLink === 'sent' ? 'new_link_sent' : 'locked';
    case 'not_open':
    case 'over':
      return 'outside_window';
    case 'unknown':
      return 'unknown_link';
  }
};
