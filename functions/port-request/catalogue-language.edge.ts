import * as z from 'zod';
import { defaultLanguage, type Language } from '../language.ts';
import type { HttpCall } from '../runtime/http-call.ts';
import { language } from './field-schemas.ts';

/** The query of a catalogue. */
export const catalogueQuery = z.object({
  language: language.optional().describe('Wins over `Accept-Language`; default nl'),
});

/** The language of a catalogue: the one asked for by name, else the one the caller accepts, else Dutch. */
export const catalogueLanguage = (asked: Language | undefined, { acceptedLanguage }: HttpCall): Language =>
  asked ?? acceptedLanguage ?? defaultLanguage;
