import * as z from 'zod';
import { language } from '../port-request/field-schemas.ts';

/** The query of a document that is made for somebody to read and sign: its language is theirs, not the caller's. */
export const documentQuery = z.object({
  language: language.optional().describe("Default: the subscriber's, whatever `Accept-Language` says"),
});
