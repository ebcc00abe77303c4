import * as z from 'zod';
import { defaultLanguage } from '../language.ts';
import { type NumberItem, readNumberItem } from '../numbers/number-item.ts';
import type { AcknowledgementName, Content } from './content.ts';
import { email, language, localDate, longText, numberItemInput, text, upTo } from './field-schemas.ts';

const address = z.strictObject({
  street: text(200).nullish(),
  houseNumber: text(20).nullish(),
  box: text(20).nullish(),
  postcode: text(10).nullish(),
  city: text(100).nullish(),
});

const person = z.strictObject({
  name: text(200).nullish(),
  email: email.nullish(),
  language: language.nullish(),
});

/** More than any request may hold (10,000 numbers, 500 items): what is longer is refused by rule, with its own code. */
const numberItems = z.array(numberItemInput).max(10_001);

const contract = z.strictObject({
  numbersLeftBehind: numberItems.nullish(),
  knownRanges: numberItems.nullish(),
  linkedServices: z
    .array(z.strictObject({ number: numberItemInput, services: z.array(text(50)).max(20) }))
    .max(500)
    .nullish(),
  protectedLines: numberItems.nullish(),
  cancelAfterPort: numberItems.nullish(),
});

const quote = z.strictObject({ reference: text(100), approvedOn: localDate });

const installation = z.strictObject({ type: z.enum(['simple', 'complex']), reason: text(500) });

const installationIsForTheDesk = 'Desk scope only: overrides the installation type counted from the numbers.';

/** The data of a request as it comes in. A draft needs no more than the subscriber's name; null means not known yet. */
export const contentFields = {
  customerReference: text(64).nullish(),
  quote: quote.nullish(),
  subscriber: z.strictObject({
    name: text(200),
    enterpriseNumber: text(30).nullish(),
    language: language.nullish(),
    email: email.nullish(),
    address: address.nullish(),
  }),
  contact: person.nullish(),
  starter: person.nullish(),
  losingOperator: z
    .strictObject({
      name: text(200).nullish(),
      accountNumber: text(100).nullish(),
      easySwitchId: text(100).nullish(),
    })
    .nullish(),
  numbers: numberItems.nullish(),
  mainNumber: upTo(64).nullish(),
  desiredDate: localDate.nullish(),
  contract: contract.nullish(),
  acknowledgements: z
    .strictObject({
      numbersCheckedWithOperator: z.boolean().nullish(),
      linkedServicesMayStop: z.boolean().nullish(),
      numbersLeftBehindMayDelay: z.boolean().nullish(),
      noProtectedLines: z.boolean().nullish(),
    } satisfies Record<AcknowledgementName, z.ZodType>)
    .nullish(),
  authorisation: z.strictObject({ signedBy: text(200).nullish(), signedOn: localDate.nullish() }).nullish(),
  noteToOperator: longText(500).nullish(),
  installation: installation.nullish().describe(installationIsForTheDesk),
};

/** The whole data of a request: what a merge patch has to leave behind. */
export const contentBody = z.strictObject(contentFields);

/** A merge patch: any part of the data, down to single members; the whole that it leaves is checked as `contentBody`. */
export const contentPatch = z
  .strictObject({
    ...contentFields,
    subscriber: contentFields.subscriber.partial(),
    quote: quote.partial().nullish(),
    installation: installation.partial().nullish().describe(installationIsForTheDesk),
  })
  .partial()
  .meta({ id: 'PortRequestPatch' });

/** The body of a create: the data, whether to submit it, and for whom. */
export const createBody = z
  .strictObject({
    ...contentFields,
    submit: z.boolean().default(true).describe('False keeps it a draft, which needs only `subscriber.name`.'),
    tenant: text(100)
      .nullish()
      .describe("Desk scope only: whose request it is; default: the token's tenant."),
  })
  .meta({ id: 'PortRequestCreation' });

type ContentBody = z.infer<typeof contentBody>;

const readItems = (items: ContentBody['numbers']): readonly NumberItem[] => (items ?? []).map(readNumberItem);

const readPerson = (given: ContentBody['contact']): Content['contact'] =>
  given
    ? { name: given.name ?? null, email: given.email ?? null, language: given.language ?? defaultLanguage }
    : null;

const readAddress = (given: ContentBody['subscriber']['address']): Content['subscriber']['address'] =>
  given
    ? {
        street: given.street ?? null,
        houseNumber: given.houseNumber ?? null,
        box: given.box ?? null,
        postcode: given.postcode ?? null,
        city: given.city ?? null,
      }
    : null;

const readContract = (given: ContentBody['contract']): Content['contract'] =>
  given
    ? {
        numbersLeftBehind: readItems(given.numbersLeftBehind),
        knownRanges: readItems(given.knownRanges),
        linkedServices:
          given.linkedServices?.map(({ number, services }) => ({
            number: readNumberItem(number),
            services,
          })) ?? null,
        protectedLines: readItems(given.protectedLines),
        cancelAfterPort: readItems(given.cancelAfterPort),
      }
    : null;

const readAcknowledgements = (
  given: ContentBody['acknowledgements'],
): Readonly<Record<AcknowledgementName, boolean>> => ({
  numbersCheckedWithOperator: given?.numbersCheckedWithOperator ?? false,
  linkedServicesMayStop: given?.linkedServicesMayStop ?? false,
  numbersLeftBehindMayDelay: given?.numbersLeftBehindMayDelay ?? false,
  noProtectedLines: given?.noProtectedLines ?? false,
});

const readMainNumber = (written: string | null | undefined): string | null => {
  if (written === null || written === undefined) return null;
  const item = readNumberItem(written);
  return item.kind === 'single' ? item.number : written;
};

/** The data as it is stored: numbers read, absent made null, languages defaulted. */
export const readContent = (body: ContentBody): Content => ({
  customerReference: body.customerReference ?? null,
  quote: body.quote ?? null,
  subscriber: {
    name: body.subscriber.name,
    enterpriseNumber: body.subscriber.enterpriseNumber ?? null,
    language: body.subscriber.language ?? defaultLanguage,
    email: body.subscriber.email ?? null,
    address: readAddress(body.subscriber.address),
  },
  contact: readPerson(body.contact),
  starter: readPerson(body.starter),
  losingOperator: body.losingOperator
    ? {
        name: body.losingOperator.name ?? null,
        accountNumber: body.losingOperator.accountNumber ?? null,
        easySwitchId: body.losingOperator.easySwitchId ?? null,
      }
    : null,
  numbers: readItems(body.numbers),
  mainNumber: readMainNumber(body.mainNumber),
  desiredDate: body.desiredDate ?? null,
  contract: readContract(body.contract),
  acknowledgements: readAcknowledgements(body.acknowledgements),
  authorisation: body.authorisation
    ? { signedBy: body.authorisation.signedBy ?? null, signedOn: body.authorisation.signedOn ?? null }
    : null,
  noteToOperator: body.noteToOperator ?? null,
  installation: body.installation ?? null,
});

const writeItem = (item: NumberItem): unknown => {
  switch (item.kind) {
    case 'single':
      return item.number;
    case 'range':
      return { start: item.start, size: item.size };
    case 'unreadable':
      return item.input;
  }
};

/** The data as a body that would create it: what a merge patch is applied to. */
export const writeContent = (content: Content): Readonly<Record<string, unknown>> => ({
  ...content,
  numbers: content.numbers.map(writeItem),
  contract: content.contract && {
    numbersLeftBehind: content.contract.numbersLeftBehind.map(writeItem),
    knownRanges: content.contract.knownRanges.map(writeItem),
    linkedServices:
      content.contract.linkedServices?.map(({ number, services }) => ({
        number: writeItem(number),
        services,
      })) ?? null,
    protectedLines: content.contract.protectedLines.map(writeItem),
    cancelAfterPort: content.contract.cancelAfterPort.map(writeItem),
  },
});
