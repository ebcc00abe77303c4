import { getDocumentProxy } from 'unpdf';

/** One page of a PDF as a reader shows it: its texts in the order of writing, and the addresses it links to. */
type ReadPage = { readonly texts: readonly string[]; readonly links: readonly string[] };

const textsIn = (items: readonly object[]): readonly string[] =>
  items.flatMap((item) => ('str' in item && typeof item.str === 'string' ? [item.str] : []));

const linksIn = (annotations: readonly unknown[]): readonly string[] =>
  annotations.map((annotation) => JSON.stringify(annotation));

/** A PDF read back. Fails for bytes that are none. */
export const readPdf = async (bytes: Uint8Array): Promise<readonly ReadPage[]> => {
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const pages: ReadPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    const texts = textsIn(items).filter((text) => text.trim() !== '');
    pages.push({ texts, links: linksIn(await page.getAnnotations()) });
  }
  return pages;
};
