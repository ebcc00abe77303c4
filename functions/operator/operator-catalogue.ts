type Operator = {
  /** Stable: metrics and statistics count by it. */
  readonly code: string;
  /** The name as the operator writes it today. */
  readonly name: string;
  /** Earlier names, brands and companies since taken over, as they still stand on invoices. */
  readonly aliases: readonly string[];
};

/**
 * Belgian operators from which fixed numbers come, best known first. No official list: an assumption from public
 * knowledge, to be extended when `other` grows in the statistics. Spellings that differ in case, accents, punctuation,
 * spaces or legal form need no alias.
 */
export const operatorCatalogue = [
  {
    code: 'proximus',
    name: 'Proximus',
    aliases: [
      'Belgacom',
      'Proximus Belgacom',
      'Proximus NV van publiek recht',
      'Proximus SA de droit public',
    ],
  },
  { code: 'scarlet', name: 'Scarlet', aliases: ['Scarlet Belgium', 'Scarlet by Proximus'] },
  {
    code: 'telenet',
    name: 'Telenet',
    aliases: [
      'Telenet Business',
      'Telenet Group',
      'BASE',
      'BASE Company',
      'SFR Belux',
      'Numericable',
      'Coditel',
      'Coditel Brabant',
    ],
  },
  {
    code: 'orange',
    name: 'Orange Belgium',
    aliases: ['Orange', 'Mobistar', 'Mobistar Enterprise Services'],
  },
  { code: 'voo', name: 'VOO', aliases: ['Brutélé', 'Nethys', 'VOO Brutélé', 'VOO Nethys'] },
  {
    code: 'orange_business',
    name: 'Orange Business',
    aliases: ['Orange Business Services', 'Orange Business Belgium', 'OBS', 'Equant', 'Equant Belgium'],
  },
  {
    code: 'colt',
    name: 'Colt',
    aliases: ['Colt Technology Services', 'Colt Telecom', 'Colt Telecom Belgium', 'Colt Belgium'],
  },
  {
    code: 'bt',
    name: 'BT',
    aliases: [
      'BT Belgium',
      'BT Global Services',
      'BT Global Services Belgium',
      'BT Limited',
      'British Telecom',
    ],
  },
  {
    code: 'verizon',
    name: 'Verizon',
    aliases: ['Verizon Business', 'Verizon Belgium', 'Verizon Belgium Luxembourg'],
  },
  { code: 'dstny', name: 'Dstny', aliases: ['Dstny Belgium', 'Destiny', 'Destiny Solutions'] },
  { code: 'edpnet', name: 'edpnet', aliases: ['edpnet Belgium'] },
  { code: 'win', name: 'WIN', aliases: [] },
  { code: 'evonet', name: 'Evonet', aliases: ['Evonet Belgium'] },
  { code: '3starsnet', name: '3StarsNet', aliases: ['Three Stars Net'] },
  { code: 'weepee', name: 'Weepee', aliases: ['Weepee Telecom'] },
  { code: 'ovhcloud', name: 'OVHcloud', aliases: ['OVH', 'OVH Telecom'] },
  { code: 'bandwidth', name: 'Bandwidth', aliases: ['Voxbone', 'Bandwidth Voxbone'] },
  { code: 'bics', name: 'BICS', aliases: ['Belgacom International Carrier Services'] },
  { code: 'united_telecom', name: 'United Telecom', aliases: ['United Telecom Belgium'] },
] as const satisfies readonly Operator[];

/** A code of the catalogue, or `other` for an operator it does not know. */
export type OperatorCode = (typeof operatorCatalogue)[number]['code'] | 'other';

const legalForms = ['nv', 'sa', 'srl', 'bv', 'bvba', 'sprl'];
const legalForm = `(?:${legalForms.map((form) => [...form].join(' ?')).join('|')})`;
/** A legal form before a name, and one after it; `N.V.` is written `n v`. */
export const legalFormsAround = [new RegExp(`^${legalForm} `), new RegExp(` ${legalForm}$`)] as const;

// One form at each end at a time: a pattern for any number of them would try again from every word of a name made of them.
const withoutLegalForms = (name: string): string => {
  const shorter = legalFormsAround.reduce((rest, form) => rest.replace(form, ''), name);
  return shorter === name ? name : withoutLegalForms(shorter);
};

const comparable = (name: string): string =>
  withoutLegalForms(
    name
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/\p{Mark}/gu, '')
      .replaceAll(/[^\p{Letter}\p{Number}]+/gu, ' ')
      .trim(),
  ).replaceAll(' ', '');

const codesByName: ReadonlyMap<string, OperatorCode> = new Map(
  operatorCatalogue.flatMap(({ code, name, aliases }) =>
    [name, ...aliases].map((spelling) => [comparable(spelling), code] as const),
  ),
);

/**
 * The code of an operator from its name as somebody typed it; `other` for none or an unknown one. The whole name has
 * to match, apart from case, accents, punctuation, spaces and a legal form before or after it: guessing from a part
 * would count `Orange Business` as `Orange`.
 */
export const operatorCodeOf = (name: string | null): OperatorCode =>
  (name === null ? undefined : codesByName.get(comparable(name))) ?? 'other';
