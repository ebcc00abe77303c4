import PDFDocument from 'pdfkit';
import type { Temporal } from 'temporal-polyfill';
import type { MandateDocument, MandateField, MandateSection } from './mandate-document.ts';
import { boldFont, regularFont } from './mandate-font.generated.ts';

// All measures are in points, 72 to the inch, from the top left corner of an A4 page.
const page = { left: 50, right: 545, top: 70, bottom: 776 } as const;
const width = page.right - page.left;
const headTop = 40;
const footTop = 796;
const labelWidth = 190;
const fieldGap = 4;
const spaceAboveHeading = 10;
const spaceBelowHeading = 3;
const signatureRowHeight = 20;
const signatureHeight = 50;
const columns = 5;
const columnGap = 8;
const rowHeight = 14;

const sizes = { title: 17, heading: 11, text: 9.5, small: 8 } as const;

const colours = { text: '#1a1a1a', quiet: '#595959', line: '#8c8c8c', alarm: '#b00020' } as const;

type Signature = NonNullable<MandateDocument['signature']>;

type Style = { readonly font?: 'regular' | 'bold'; readonly size?: number; readonly colour?: string };

/** Goes down the page, and on to the next where the rest of one is too short. */
type Pen = {
  readonly heightOf: (text: string, style: Style, atMost: number) => number;
  /** Goes on to a new page where less than this is left, so that nothing is torn in two. */
  readonly reserve: (height: number) => void;
  readonly skip: (height: number) => void;
  readonly write: (text: string, style?: Style, left?: number) => void;
  /** One line where the pen stands, which it does not leave. */
  readonly put: (text: string, left: number, style?: Style) => void;
  readonly rule: (left: number, below: number) => void;
};

const penOn = (pdf: PDFKit.PDFDocument): Pen => {
  let y: number = page.top;
  const apply = ({ font = 'regular', size = sizes.text, colour = colours.text }: Style) =>
    pdf.font(font).fontSize(size).fillColor(colour);
  const heightOf: Pen['heightOf'] = (text, style, atMost) =>
    apply(style).heightOfString(text, { width: atMost });
  const reserve: Pen['reserve'] = (height) => {
    if (y + height <= page.bottom) return;
    pdf.addPage();
    y = page.top;
  };
  return {
    heightOf,
    reserve,
    skip: (height) => {
      y += height;
    },
    write: (text, style = {}, left = page.left) => {
      const atMost = page.right - left;
      const height = heightOf(text, style, atMost);
      reserve(height);
      apply(style).text(text, left, y, { width: atMost });
      y += height;
    },
    put: (text, left, style = {}) => {
      apply(style).text(text, left, y, { lineBreak: false });
    },
    rule: (left, below) => {
      pdf
        .moveTo(left, y + below)
        .lineTo(page.right, y + below)
        .lineWidth(0.5)
        .strokeColor(colours.line)
        .stroke();
    },
  };
};

const headingStyle = { font: 'bold', size: sizes.heading } as const;

const headingHeight = (pen: Pen, text: string): number =>
  spaceAboveHeading + pen.heightOf(text, headingStyle, width) + spaceBelowHeading;

/** Never alone at the foot of a page: at least `followedBy` of what it is about stands there too. */
const heading = (pen: Pen, text: string, followedBy: number): void => {
  pen.reserve(headingHeight(pen, text) + followedBy);
  pen.skip(spaceAboveHeading);
  pen.write(text, headingStyle);
  pen.skip(spaceBelowHeading);
};

/** With an empty line at that height where there is no value. */
const writeField = (pen: Pen, { label, value }: MandateField, emptyHeight: number = rowHeight + 4): void => {
  const labelStyle = { colour: colours.quiet };
  const left = page.left + labelWidth;
  const valueHeight = value === null ? emptyHeight : pen.heightOf(value, {}, page.right - left);
  const height = Math.max(pen.heightOf(label, labelStyle, labelWidth - columnGap), valueHeight);
  pen.reserve(height);
  pen.put(label, page.left, labelStyle);
  if (value === null) {
    pen.rule(left, emptyHeight - 2);
    pen.skip(height + fieldGap);
  } else {
    pen.write(value, {}, left);
    pen.skip(height - valueHeight + fieldGap);
  }
};

const writeSection = (pen: Pen, section: MandateSection): void => {
  heading(pen, section.heading, 2 * rowHeight);
  for (const field of section.fields) writeField(pen, field);
};

const writeNumbers = (pen: Pen, numbers: readonly string[]): void => {
  const columnWidth = (width + columnGap) / columns;
  for (let first = 0; first < numbers.length; first += columns) {
    pen.reserve(rowHeight);
    for (const [column, number] of numbers.slice(first, first + columns).entries())
      pen.put(number, page.left + column * columnWidth);
    pen.skip(rowHeight);
  }
};

const writeGroups = (pen: Pen, { groups }: MandateDocument['numbers']): void => {
  const style = { size: sizes.small, colour: colours.quiet };
  for (const { heading: text, numbers } of groups) {
    pen.skip(5);
    pen.reserve(pen.heightOf(text, style, width) + rowHeight);
    pen.write(text, style);
    pen.skip(2);
    writeNumbers(pen, numbers);
  }
};

const writeSignature = (pen: Pen, { heading: text, statement, fields }: Signature): void => {
  // What is declared and the line under which it is signed stand on one page.
  pen.reserve(
    headingHeight(pen, text) +
      pen.heightOf(statement, {}, width) +
      fields.length * (signatureRowHeight + fieldGap) +
      signatureHeight,
  );
  heading(pen, text, rowHeight);
  pen.write(statement);
  pen.skip(fieldGap);
  const last = fields.length - 1;
  for (const [index, field] of fields.entries())
    writeField(pen, field, index < last ? signatureRowHeight : signatureHeight);
};

/** Once all pages are there, since only then is it known how many. */
const writeEdges = (pdf: PDFKit.PDFDocument, { title, incomplete, footer }: MandateDocument): void => {
  const { start, count } = pdf.bufferedPageRange();
  for (let index = 0; index < count; index += 1) {
    pdf.switchToPage(start + index);
    const banner = incomplete?.banner;
    if (banner !== undefined)
      pdf
        .font('bold')
        .fontSize(sizes.heading)
        .fillColor(colours.alarm)
        .text(banner, page.left, headTop, { width, align: 'center' });
    pdf.font('regular').fontSize(sizes.small).fillColor(colours.quiet);
    if (banner === undefined && index > 0) pdf.text(title, page.left, headTop, { lineBreak: false });
    pdf.text(footer.requestId, page.left, footTop, { lineBreak: false });
    pdf.text(`${footer.page} ${index + 1}/${count}`, page.left, footTop, { width, align: 'right' });
  }
};

/**
 * The bytes of a mandate as a PDF, A4. The same document and instant give the same bytes. Its fonts are in it and nothing
 * is fetched: whoever is named in it is told to nobody.
 */
export const mandatePdf = async (document: MandateDocument, madeAt: Temporal.Instant): Promise<Buffer> => {
  const pdf = new PDFDocument({
    size: 'A4',
    // The pen alone decides where a page ends.
    margin: 0,
    bufferPages: true,
    lang: document.language,
    displayTitle: true,
    // Without one the library loads a font of its own, which is no part of a bundle.
    font: '',
    info: { Title: document.title, Creator: 'Fonzer', CreationDate: new Date(madeAt.epochMilliseconds) },
  });
  pdf.registerFont('regular', Buffer.from(regularFont));
  pdf.registerFont('bold', Buffer.from(boldFont));

  const pen = penOn(pdf);
  pen.write(document.title, { font: 'bold', size: sizes.title });
  for (const reason of document.incomplete?.reasons ?? []) {
    pen.skip(4);
    pen.write(reason, { font: 'bold', colour: colours.alarm });
  }
  for (const section of document.sections) writeSection(pen, section);
  heading(pen, document.authorisation.heading, 2 * rowHeight);
  pen.write(document.authorisation.introduction);
  for (const power of document.authorisation.powers) {
    pen.skip(2);
    pen.write(`• ${power}`, {}, page.left + columnGap);
  }
  for (const limit of document.authorisation.limits) {
    pen.skip(4);
    pen.write(limit);
  }
  writeSection(pen, document.numbers);
  writeGroups(pen, document.numbers);
  if (document.signature !== null) writeSignature(pen, document.signature);
  writeEdges(pdf, document);
  pdf.end();

  const chunks: Buffer[] = [];
  for await (const chunk of pdf) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
};
