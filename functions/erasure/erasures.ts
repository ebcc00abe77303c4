/** Where requests wait whose surroundings have to be erased too. */
export interface Erasures {
  readonly put: (portRequestId: string) => Promise<void>;
}
