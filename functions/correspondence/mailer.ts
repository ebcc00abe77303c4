/** A mail on its way out. */
export type OutgoingMail = {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** For whoever looks at the mailbox, and for bounces to find their way back. */
  readonly tags: {
    readonly template: string;
    readonly language: string;
    readonly portRequestId: string;
  };
};

/** The service that delivers mail. It has no idempotency of its own: the ledger sends each mail once. */
export interface Mailer {
  readonly send: (mail: OutgoingMail) => Promise<{ readonly messageId: string }>;
}
