// asl-validator ships without types. It writes into the definition it checks: hand it a copy.
declare module 'asl-validator' {
  const validate: (definition: object) => {
    readonly isValid: boolean;
    readonly errorsText: (separator?: string) => string;
  };
  export = validate;
}
