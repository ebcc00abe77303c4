/** A telephone zone: its national prefix, `02` or `016`, and the English name of its main town. */
export interface Zone {
  readonly prefix: string;
  readonly name: string;
}

/** The Belgian zones a fixed number can live in (Royal Decree of 27 April 2007 on numbering). */
export const zones: readonly Zone[] = [
  { prefix: '02', name: 'Brussels' },
  { prefix: '03', name: 'Antwerp' },
  { prefix: '04', name: 'Liège' },
  { prefix: '09', name: 'Ghent' },
  { prefix: '010', name: 'Wavre' },
  { prefix: '011', name: 'Hasselt' },
  { prefix: '012', name: 'Tongeren' },
  { prefix: '013', name: 'Diest' },
  { prefix: '014', name: 'Herentals' },
  { prefix: '015', name: 'Mechelen' },
  { prefix: '016', name: 'Leuven' },
  { prefix: '019', name: 'Waremme' },
  { prefix: '050', name: 'Bruges' },
  { prefix: '051', name: 'Roeselare' },
  { prefix: '052', name: 'Dendermonde' },
  { prefix: '053', name: 'Aalst' },
  { prefix: '054', name: 'Ninove' },
  { prefix: '055', name: 'Ronse' },
  { prefix: '056', name: 'Kortrijk' },
  { prefix: '057', name: 'Ypres' },
  { prefix: '058', name: 'Veurne' },
  { prefix: '059', name: 'Ostend' },
  { prefix: '060', name: 'Chimay' },
  { prefix: '061', name: 'Libramont' },
  { prefix: '063', name: 'Arlon' },
  { prefix: '064', name: 'La Louvière' },
  { prefix: '065', name: 'Mons' },
  { prefix: '067', name: 'Nivelles' },
  { prefix: '068', name: 'Ath' },
  { prefix: '069', name: 'Tournai' },
  { prefix: '071', name: 'Charleroi' },
  { prefix: '080', name: 'Stavelot' },
  { prefix: '081', name: 'Namur' },
  { prefix: '082', name: 'Dinant' },
  { prefix: '083', name: 'Ciney' },
  { prefix: '084', name: 'Marche-en-Famenne' },
  { prefix: '085', name: 'Huy' },
  { prefix: '086', name: 'Durbuy' },
  { prefix: '087', name: 'Verviers' },
  { prefix: '089', name: 'Genk' },
];

const zoneByPrefix: ReadonlyMap<string, Zone> = new Map(zones.map((zone) => [zone.prefix, zone]));

/** Prefixes that look like a zone's: 090x is paid, 0800 freephone, 0801 and 0809 unused, 04 is Liège in 042 and 043 only. */
const looksLikeAZone = /^(?:090|080[019]|04[^23])/;

/** Which zone nine national digits (`025805050`) belong to; undefined where there is none. */
export const zoneOfNational = (national: string): Zone | undefined =>
  looksLikeAZone.test(national)
    ? undefined
    : (zoneByPrefix.get(national.slice(0, 2)) ?? zoneByPrefix.get(national.slice(0, 3)));
