/**
 * The one stylesheet of the subscriber's pages. It stands inside the page and never changes, so that the content
 * security policy can allow exactly this text by its hash. No external file: the page must show behind any firewall.
 *
 * WCAG 2.2 AA: contrast of at least 4.5 for text and 3 for edges, targets of 44 px, a visible focus, and nothing wider
 * than 320 px, with text twice as large too.
 */
export const startPageStylesheet = `
*, *::before, *::after { box-sizing: border-box; }
html { font-family: system-ui, sans-serif; font-size: 100%; line-height: 1.5; color: #1b1b1b; background: #f3f5f8; }
body { margin: 0; padding: 1rem; overflow-wrap: anywhere; }
main, footer { max-width: 34rem; margin: 0 auto; }
main { padding: 1.25rem; background: #fff; border: 1px solid #d3d9e2; border-radius: 8px; }
footer { padding: 1rem 1.25rem; font-size: .9375rem; color: #4a4f57; }
h1 { margin: 0 0 1rem; font-size: 1.5rem; line-height: 1.25; hyphens: auto; overflow-wrap: break-word; }
p { margin: 0 0 .75rem; }
footer p { margin: 0 0 .25rem; }
dl { margin: 0 0 1.25rem; border-top: 1px solid #d3d9e2; }
dl div { padding: .5rem 0; border-bottom: 1px solid #d3d9e2; }
dt { font-size: .9375rem; color: #4a4f57; }
dd { margin: 0; font-weight: 600; }
form { margin: 1.25rem 0 0; }
label { display: block; font-weight: 600; }
.hint { margin: 0 0 .5rem; color: #4a4f57; }
.error { margin: 0 0 .5rem; padding-left: .75rem; border-left: 4px solid #b00020; font-weight: 600; color: #b00020; }
input { display: block; width: 8rem; max-width: 100%; min-height: 2.75rem; padding: .25rem .75rem; font: inherit; font-size: 1.25rem; letter-spacing: .15em; color: inherit; background: #fff; border: 2px solid #5a6069; border-radius: 4px; }
input[aria-invalid] { border-color: #b00020; }
button { display: block; width: 100%; min-height: 3rem; margin: 1rem 0 0; padding: .5rem 1rem; font: inherit; font-weight: 600; color: #fff; background: #0b5cab; border: 2px solid transparent; border-radius: 4px; cursor: pointer; }
button:hover { background: #084581; }
input:focus-visible, button:focus-visible { outline: 3px solid #1b1b1b; outline-offset: 2px; }
`;
