/** What the console is called where no page is open. */
export const consoleName = 'Number porting sandbox';

/** Whoever has several tabs, or hears them read out, tells them by their title: it is the heading of the page. */
export const showTitle = () => {
  const heading = document.querySelector('main h1')?.textContent ?? consoleName;
  document.title = heading === consoleName ? consoleName : `${heading} - ${consoleName}`;
};
