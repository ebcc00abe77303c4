import type { Translated } from '../language.ts';
import type { DeskTaskKind } from './desk-task.ts';

/** What is asked of the desk, for each thing that can wait for it: a sentence in the language of the reader. */
export const deskTaskTexts: Readonly<Record<DeskTaskKind, Translated>> = {
  answer_overdue: {
    nl: 'De huidige operator heeft niet op tijd geantwoord. Vraag het na bij COLT.',
    fr: "L'opérateur actuel n'a pas répondu à temps. Relancez-le par COLT.",
    en: 'The current operator has not answered in time. Ask after it through COLT.',
    de: 'Der jetzige Anbieter hat nicht rechtzeitig geantwortet. Fragen Sie über COLT nach.',
  },
  rejection: {
    nl: 'De aanvraag is geweigerd en heeft u nodig: een tweede weigering, of een reden die alleen u of COLT oplost.',
    fr: 'La demande est refusée et a besoin de vous : un deuxième refus, ou un motif que seuls vous ou COLT pouvez régler.',
    en: 'The request was rejected and needs you: a second rejection, or a reason that only you or COLT can settle.',
    de: 'Der Antrag wurde abgelehnt und braucht Sie: eine zweite Ablehnung oder ein Grund, den nur Sie oder COLT beheben können.',
  },
  approval_misses_desired_date: {
    nl: 'De goedgekeurde dag valt zo vroeg dat de gewenste dag buiten het startvenster ligt. Overleg met de reseller.',
    fr: 'La date approuvée est si proche que la date souhaitée tombe hors de la fenêtre de démarrage. Voyez avec le revendeur.',
    en: 'The approved day is so early that the desired day lies outside the start window. Settle it with the reseller.',
    de: 'Der genehmigte Tag liegt so früh, dass der Wunschtag außerhalb des Startfensters liegt. Klären Sie das mit dem Reseller.',
  },
  interruption_warned: {
    nl: 'Een gestarte portering heeft het grootste deel van haar tijd verbruikt en is nog niet bevestigd. Vraag de stand bij COLT.',
    fr: "Un portage démarré a utilisé l'essentiel de son temps sans être confirmé. Demandez à COLT où il en est.",
    en: 'A port that was started has used most of its time and is not confirmed yet. Ask COLT how it stands.',
    de: 'Eine gestartete Portierung hat den größten Teil ihrer Zeit verbraucht und ist noch nicht bestätigt. Fragen Sie COLT nach dem Stand.',
  },
  incident: {
    nl: 'Een incident wacht op u: bekijk het en stel een oplossing voor.',
    fr: 'Un incident vous attend : examinez-le et proposez une solution.',
    en: 'An incident waits for you: look at it and propose a solution.',
    de: 'Ein Vorfall wartet auf Sie: Sehen Sie ihn an und schlagen Sie eine Lösung vor.',
  },
  return_requested: {
    nl: 'COLT is gevraagd de nummers terug te nemen en heeft nog niet geantwoord. Volg het op.',
    fr: "COLT a été prié de reprendre les numéros et n'a pas encore répondu. Suivez sa réponse.",
    en: 'COLT was asked to take the numbers back and has not answered yet. Follow it up.',
    de: 'COLT wurde gebeten, die Nummern zurückzunehmen, und hat noch nicht geantwortet. Verfolgen Sie es weiter.',
  },
  return_refused: {
    nl: 'COLT weigert de nummers terug te nemen. Zoek met de klant een andere oplossing.',
    fr: 'COLT refuse de reprendre les numéros. Cherchez une autre solution avec le client.',
    en: 'COLT refuses to take the numbers back. Find another solution with the customer.',
    de: 'COLT lehnt es ab, die Nummern zurückzunehmen. Suchen Sie mit dem Kunden eine andere Lösung.',
  },
  compensation_due: {
    nl: 'De portering was te laat. Kijk de raming van de vergoeding na voor de klant ernaar vraagt.',
    fr: "Le portage a eu du retard. Vérifiez l'estimation de l'indemnité avant que le client ne la demande.",
    en: 'The port was late. Check the estimated compensation before the customer asks about it.',
    de: 'Die Portierung kam zu spät. Prüfen Sie die geschätzte Entschädigung, bevor der Kunde danach fragt.',
  },
  refused_event: {
    nl: 'Een bericht van de operator paste niet bij de aanvraag en is niet toegepast. Lees het en beslis.',
    fr: "Un message de l'opérateur ne correspondait pas à la demande et n'a pas été appliqué. Lisez-le et décidez.",
    en: 'A message of the operator did not fit the request and was not applied. Read it and decide.',
    de: 'Eine Meldung des Anbieters passte nicht zum Antrag und wurde nicht übernommen. Lesen und entscheiden Sie.',
  },
  mail_bounced: {
    nl: 'Een e-mail kwam niet aan. Zoek het juiste adres, of bel.',
    fr: "Un e-mail n'est pas arrivé. Cherchez la bonne adresse, ou appelez.",
    en: 'An e-mail did not arrive. Find the right address, or call.',
    de: 'Eine E-Mail ist nicht angekommen. Suchen Sie die richtige Adresse oder rufen Sie an.',
  },
  machine_failed: {
    nl: 'Een automatische stap is mislukt. Kijk na wat al gebeurd is en doe de rest met de hand.',
    fr: 'Une étape automatique a échoué. Vérifiez ce qui a déjà été fait et terminez à la main.',
    en: 'An automatic step failed. Check what was done already and do the rest by hand.',
    de: 'Ein automatischer Schritt ist fehlgeschlagen. Prüfen Sie, was schon geschehen ist, und erledigen Sie den Rest von Hand.',
  },
  mandate_not_clean: {
    nl: 'Een geüploade volmacht bevat een virus of kon niet gecontroleerd worden. Vraag de reseller een nieuwe, en open het bestand niet.',
    fr: "Un mandat téléversé contient un virus ou n'a pas pu être contrôlé. Demandez-en un autre au revendeur, et n'ouvrez pas le fichier.",
    en: 'An uploaded mandate holds a virus or could not be checked. Ask the reseller for another one, and do not open the file.',
    de: 'Eine hochgeladene Vollmacht enthält einen Virus oder konnte nicht geprüft werden. Bitten Sie den Reseller um eine neue und öffnen Sie die Datei nicht.',
  },
  note: {
    nl: 'De reseller schreef een nota bij de aanvraag. Lees ze.',
    fr: 'Le revendeur a laissé une note sur la demande. Lisez-la.',
    en: 'The reseller left a note on the request. Read it.',
    de: 'Der Reseller hat eine Notiz zum Antrag hinterlassen. Lesen Sie sie.',
  },
};
