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
    /** Undefined for a mail that belongs to no request. */
    readonly portRequestId?: string;
    /** The endpoint for webhooks that it is about, where that is what it is about. */
    readonly endpointId?: string;
    /** The history entry or event that caused it: with the template, the mail's line in the ledger. */
    readonly sequence?: string;
  };
};

/** Thrown by a mailer when the mail was certainly not taken; after any other error it may have gone out. */
export class MailRefusedError extends Error {
  override readonly name = 'MailRefusedError';
}

/** The service that delivers mail. It has no idempotency of its own: the ledger sends each mail once. */
export interface Mailer {
  readonly send: (mail: OutgoingMail) => Promise<{ readonly messageId: string }>;
}
