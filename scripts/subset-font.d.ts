// subset-font ships without types; of its options, those in use.
declare module 'subset-font' {
  type Options = {
    readonly targetFormat: 'sfnt';
    readonly keepFeatures: readonly string[];
    readonly noLayoutClosure: boolean;
    readonly noHinting: boolean;
  };
  const subsetFont: (font: Buffer, text: string, options: Options) => Promise<Buffer>;
  export = subsetFont;
}
