import type { Translated } from '../language.ts';
import { type EntryText, entryText, entryTextBy } from './entry-text.ts';
import type { EntryCode } from './problem-catalogue.ts';

type NumberProblemCode = Extract<
  EntryCode,
  `number.${string}` | `numbers.${string}` | `range.${string}` | `main_number.${string}`
>;

const unsupportedSize: Translated = {
  nl: 'Een reeks telt 10, 100 of 1000 nummers[, niet {size}].',
  fr: 'Une plage compte 10, 100 ou 1000 numéros[, et non {size}].',
  en: 'A range holds 10, 100 or 1000 numbers[, not {size}].',
  de: 'Ein Block umfasst 10, 100 oder 1000 Nummern[, nicht {size}].',
};

const contradictedSize: Translated = {
  nl: 'De opgegeven grootte past niet bij het eerste en het laatste nummer[: die geven {size} nummers, niet {statedSize}].',
  fr: 'La taille indiquée ne correspond pas au premier et au dernier numéro[ : ceux-ci donnent {size} numéros, et non {statedSize}].',
  en: 'The size given does not match the first and last number[: these make {size} numbers, not {statedSize}].',
  de: 'Die angegebene Größe passt nicht zur ersten und letzten Nummer[: Diese ergeben {size} Nummern, nicht {statedSize}].',
};

const tooManyNumbers: Translated = {
  nl: 'De aanvraag bevat te veel nummers[: {count}, terwijl er hoogstens {maximum} mogen zijn].',
  fr: 'La demande comprend trop de numéros[ : {count}, pour {maximum} au plus].',
  en: 'The request holds too many numbers[: {count}, where {maximum} are allowed].',
  de: 'Der Antrag umfasst zu viele Nummern[: {count}, bei höchstens {maximum}].',
};

const tooManyByLimit: ReadonlyMap<string | number | undefined, Translated> = new Map([
  [
    'items',
    {
      nl: 'De lijst van nummers en reeksen is te lang[: {count} regels, terwijl er hoogstens {maximum} mogen zijn].',
      fr: 'La liste des numéros et plages est trop longue[ : {count} lignes, pour {maximum} au plus].',
      en: 'The list of numbers and ranges is too long[: {count} items, where {maximum} are allowed].',
      de: 'Die Liste der Nummern und Blöcke ist zu lang[: {count} Zeilen, bei höchstens {maximum}].',
    },
  ],
  [
    'blocks',
    {
      nl: 'De nummers liggen over te veel duizendtallen verspreid[: {count}, terwijl er hoogstens {maximum} mogen zijn].',
      fr: 'Les numéros sont répartis sur trop de milliers différents[ : {count}, pour {maximum} au plus].',
      en: 'The numbers are spread over too many blocks of a thousand[: {count}, where {maximum} are allowed].',
      de: 'Die Nummern verteilen sich auf zu viele Tausenderblöcke[: {count}, bei höchstens {maximum}].',
    },
  ],
]);

/**
 * The words for what may be wrong with the numbers of a request. Which kinds can be ported is an
 * assumption; that ranges cannot be divided is F12, what they may hide F3, numbers left behind F10, F11 and
 * F16, protected lines F14 and F15 (a policy of Fonzer). Facts by code, all optional:
 * `range.size_not_supported` {size, statedSize}, `range.not_aligned` {start, size, suggestedStart},
 * `range.split` and `range.maybe_incomplete` {start, end}, `numbers.too_many` {limit, count, maximum},
 * `numbers.already_porting` {portRequestId}.
 */
export const numberProblemTexts: Readonly<
  Record<NumberProblemCode, { readonly detail: EntryText; readonly advice: EntryText }>
> = {
  'number.unreadable': {
    detail: entryText({
      nl: 'Dit is niet te lezen als een telefoonnummer.',
      fr: 'Ceci ne peut pas être lu comme un numéro de téléphone.',
      en: 'This cannot be read as a telephone number.',
      de: 'Dies ist nicht als Telefonnummer lesbar.',
    }),
    advice: entryText({
      nl: 'Schrijf een nummer als 02 580 50 70 en een reeks als 025805050-059.',
      fr: 'Écrivez un numéro comme 02 580 50 70 et une plage comme 025805050-059.',
      en: 'Write a number like 02 580 50 70 and a range like 025805050-059.',
      de: 'Schreiben Sie eine Nummer wie 02 580 50 70 und einen Block wie 025805050-059.',
    }),
  },
  'number.foreign': {
    detail: entryText({
      nl: 'Dit is geen Belgisch nummer; alleen Belgische vaste nummers kunnen worden overgedragen.',
      fr: "Ce n'est pas un numéro belge ; seuls les numéros fixes belges peuvent être portés.",
      en: 'This is not a Belgian number; only Belgian fixed numbers can be ported.',
      de: 'Dies ist keine belgische Nummer; nur belgische Festnetznummern können portiert werden.',
    }),
    advice: entryText({
      nl: 'Haal het uit de aanvraag, of controleer de landcode.',
      fr: "Retirez-le de la demande, ou vérifiez l'indicatif du pays.",
      en: 'Remove it from the request, or check the country code.',
      de: 'Nehmen Sie sie aus dem Antrag, oder prüfen Sie die Landesvorwahl.',
    }),
  },
  'number.mobile': {
    detail: entryText({
      nl: 'Dit is een gsm-nummer; alleen vaste nummers kunnen met deze aanvraag worden overgedragen.',
      fr: 'Ceci est un numéro mobile ; seuls les numéros fixes peuvent être portés par cette demande.',
      en: 'This is a mobile number; only fixed numbers can be ported with this request.',
      de: 'Dies ist eine Mobilfunknummer; mit diesem Antrag können nur Festnetznummern portiert werden.',
    }),
    advice: entryText({
      nl: 'Haal het gsm-nummer uit de aanvraag en vraag Fonzer naar de mogelijkheden.',
      fr: 'Retirez le numéro mobile de la demande et renseignez-vous auprès de Fonzer.',
      en: 'Remove the mobile number from the request and ask Fonzer what is possible.',
      de: 'Nehmen Sie die Mobilfunknummer aus dem Antrag und fragen Sie Fonzer nach den Möglichkeiten.',
    }),
  },
  'number.freephone': {
    detail: entryText({
      nl: 'Dit is een gratis 0800-nummer; dat kan niet met deze aanvraag worden overgedragen.',
      fr: 'Ceci est un numéro gratuit 0800 ; il ne peut pas être porté par cette demande.',
      en: 'This is a 0800 freephone number; it cannot be ported with this request.',
      de: 'Dies ist eine gebührenfreie 0800-Nummer; sie kann mit diesem Antrag nicht portiert werden.',
    }),
    advice: entryText({
      nl: 'Haal het 0800-nummer uit de aanvraag en vraag Fonzer naar de mogelijkheden.',
      fr: 'Retirez le numéro 0800 de la demande et renseignez-vous auprès de Fonzer.',
      en: 'Remove the 0800 number from the request and ask Fonzer what is possible.',
      de: 'Nehmen Sie die 0800-Nummer aus dem Antrag und fragen Sie Fonzer nach den Möglichkeiten.',
    }),
  },
  'number.premium': {
    detail: entryText({
      nl: 'Dit is een betaalnummer (070 of 090x); dat kan niet met deze aanvraag worden overgedragen.',
      fr: 'Ceci est un numéro payant (070 ou 090x) ; il ne peut pas être porté par cette demande.',
      en: 'This is a paid number (070 or 090x); it cannot be ported with this request.',
      de: 'Dies ist eine kostenpflichtige Nummer (070 oder 090x); sie kann mit diesem Antrag nicht portiert werden.',
    }),
    advice: entryText({
      nl: 'Haal het betaalnummer uit de aanvraag en vraag Fonzer naar de mogelijkheden.',
      fr: 'Retirez le numéro payant de la demande et renseignez-vous auprès de Fonzer.',
      en: 'Remove the paid number from the request and ask Fonzer what is possible.',
      de: 'Nehmen Sie die kostenpflichtige Nummer aus dem Antrag und fragen Sie Fonzer nach den Möglichkeiten.',
    }),
  },
  'number.shared_cost': {
    detail: entryText({
      nl: 'Dit is een 078-nummer met uniek tarief; dat kan niet met deze aanvraag worden overgedragen.',
      fr: 'Ceci est un numéro 078 à tarif unique ; il ne peut pas être porté par cette demande.',
      en: 'This is a 078 single-rate number; it cannot be ported with this request.',
      de: 'Dies ist eine 078-Nummer zum Einheitstarif; sie kann mit diesem Antrag nicht portiert werden.',
    }),
    advice: entryText({
      nl: 'Haal het 078-nummer uit de aanvraag en vraag Fonzer naar de mogelijkheden.',
      fr: 'Retirez le numéro 078 de la demande et renseignez-vous auprès de Fonzer.',
      en: 'Remove the 078 number from the request and ask Fonzer what is possible.',
      de: 'Nehmen Sie die 078-Nummer aus dem Antrag und fragen Sie Fonzer nach den Möglichkeiten.',
    }),
  },
  'number.short_code': {
    detail: entryText({
      nl: 'Dit is een kort nummer; korte nummers kunnen niet worden overgedragen.',
      fr: 'Ceci est un numéro court ; les numéros courts ne peuvent pas être portés.',
      en: 'This is a short number; short numbers cannot be ported.',
      de: 'Dies ist eine Kurznummer; Kurznummern können nicht portiert werden.',
    }),
    advice: entryText({
      nl: 'Haal het uit de aanvraag, of vul het volledige nummer met zonenummer in.',
      fr: "Retirez-le de la demande, ou indiquez le numéro complet avec l'indicatif.",
      en: 'Remove it from the request, or give the full number with its area code.',
      de: 'Nehmen Sie sie aus dem Antrag, oder geben Sie die vollständige Nummer mit Vorwahl an.',
    }),
  },
  'number.unknown_zone': {
    detail: entryText({
      nl: 'Dit nummer begint met een zonenummer dat in België niet bestaat.',
      fr: "Ce numéro commence par un indicatif qui n'existe pas en Belgique.",
      en: 'This number starts with an area code that does not exist in Belgium.',
      de: 'Diese Nummer beginnt mit einer Vorwahl, die es in Belgien nicht gibt.',
    }),
    advice: entryText({
      nl: 'Controleer de eerste cijfers op de factuur van de huidige operator.',
      fr: "Vérifiez les premiers chiffres sur la facture de l'opérateur actuel.",
      en: "Check the first digits on the current operator's invoice.",
      de: 'Prüfen Sie die ersten Ziffern auf der Rechnung des jetzigen Anbieters.',
    }),
  },
  'number.wrong_length': {
    detail: entryText({
      nl: 'Dit nummer heeft te veel of te weinig cijfers: een vast nummer heeft er negen, met de 0 vooraan.',
      fr: 'Ce numéro a trop ou trop peu de chiffres : un numéro fixe en compte neuf, avec le 0 initial.',
      en: 'This number has too many or too few digits: a fixed number has nine, with the leading 0.',
      de: 'Diese Nummer hat zu viele oder zu wenige Ziffern: Eine Festnetznummer hat neun, mit der führenden 0.',
    }),
    advice: entryText({
      nl: 'Controleer het nummer cijfer per cijfer op de factuur van de huidige operator.',
      fr: "Vérifiez le numéro chiffre par chiffre sur la facture de l'opérateur actuel.",
      en: "Check the number digit by digit on the current operator's invoice.",
      de: 'Prüfen Sie die Nummer Ziffer für Ziffer auf der Rechnung des jetzigen Anbieters.',
    }),
  },
  'number.protected_line': {
    detail: entryText({
      nl: 'Dit nummer is opgegeven als alarm-, lift- of noodlijn. Het is het beleid van Fonzer om zulke lijnen niet over te nemen: telefonie heeft internet nodig, en bij een stroom- of internetonderbreking valt de lijn uit.',
      fr: "Ce numéro est indiqué comme ligne d'alarme, d'ascenseur ou d'urgence. La politique de Fonzer est de ne pas reprendre ces lignes : la téléphonie dépend d'Internet et la ligne ne fonctionne plus en cas de coupure de courant ou d'Internet.",
      en: 'This number is named as an alarm, lift or emergency line. It is the policy of Fonzer not to take over such lines: telephony needs the Internet, and the line fails when the power or the Internet is cut.',
      de: 'Diese Nummer ist als Alarm-, Aufzugs- oder Notrufleitung angegeben. Nach den Richtlinien von Fonzer werden solche Leitungen nicht übernommen: Die Telefonie braucht Internet, und bei einem Strom- oder Internetausfall fällt die Leitung aus.',
    }),
    advice: entryText({
      nl: 'Haal het nummer uit de aanvraag: laat de lijn waar ze is, of zet het toestel eerst over op een andere verbinding.',
      fr: "Retirez le numéro de la demande : laissez la ligne où elle est, ou passez d'abord l'appareil sur une autre connexion.",
      en: 'Remove the number from the request: leave the line where it is, or move the device to another connection first.',
      de: 'Nehmen Sie die Nummer aus dem Antrag: Lassen Sie die Leitung, wo sie ist, oder stellen Sie das Gerät zuerst auf eine andere Verbindung um.',
    }),
  },
  'number.final_rejection': {
    detail: entryText({
      nl: 'De huidige operator heeft dit nummer geweigerd om een reden die in deze aanvraag niet te verhelpen is.',
      fr: "L'opérateur actuel a refusé ce numéro pour un motif auquel cette demande ne peut remédier.",
      en: 'The current operator rejected this number for a reason that cannot be cured within this request.',
      de: 'Der jetzige Anbieter hat diese Nummer aus einem Grund abgelehnt, der sich in diesem Antrag nicht beheben lässt.',
    }),
    advice: entryText({
      nl: 'Haal het nummer uit deze aanvraag. Is de oorzaak later weggenomen, maak er dan een nieuwe aanvraag voor.',
      fr: 'Retirez le numéro de cette demande. Si la cause disparaît plus tard, faites une nouvelle demande pour ce numéro.',
      en: 'Take the number out of this request. If the cause is removed later, make a new request for it.',
      de: 'Nehmen Sie die Nummer aus diesem Antrag. Fällt die Ursache später weg, stellen Sie dafür einen neuen Antrag.',
    }),
  },
  'number.not_in_request': {
    detail: entryText({
      nl: 'Dit nummer maakt geen deel uit van deze portaanvraag.',
      fr: 'Ce numéro ne fait pas partie de cette demande de portage.',
      en: 'This number is not part of this port request.',
      de: 'Diese Nummer gehört nicht zu diesem Portierungsantrag.',
    }),
    advice: entryText({
      nl: 'Gebruik alleen nummers of reeksen die in de aanvraag staan.',
      fr: 'Utilisez uniquement des numéros ou des plages repris dans la demande.',
      en: 'Use only numbers or ranges that are listed in the request.',
      de: 'Verwenden Sie nur Nummern oder Blöcke, die im Antrag stehen.',
    }),
  },
  'number.not_in_known_blocks': {
    detail: entryText({
      nl: 'Dit nummer ligt niet in een nummerblok dat ons bekend is.',
      fr: 'Ce numéro ne se trouve pas dans un bloc de numéros que nous connaissons.',
      en: 'This number is not in a block of numbers known to us.',
      de: 'Diese Nummer liegt in keinem uns bekannten Nummernblock.',
    }),
    advice: entryText({
      nl: 'Kijk na of het goed is overgetikt. Klopt het, dan hoeft u niets te doen.',
      fr: "Vérifiez qu'il a été bien recopié. S'il est exact, vous n'avez rien à faire.",
      en: 'Check that it was copied correctly. If it is right, there is nothing for you to do.',
      de: 'Prüfen Sie, ob sie richtig übertragen wurde. Stimmt sie, brauchen Sie nichts zu tun.',
    }),
  },
  'range.size_not_supported': {
    detail: entryTextBy(({ statedSize }) => (statedSize === undefined ? unsupportedSize : contradictedSize)),
    advice: entryText({
      nl: 'Vraag de huidige operator hoe groot de reeks is, of vermeld de nummers één voor één.',
      fr: "Demandez à l'opérateur actuel la taille de la plage, ou indiquez les numéros un par un.",
      en: 'Ask the current operator how large the range is, or list the numbers one by one.',
      de: 'Fragen Sie den jetzigen Anbieter nach der Größe des Blocks, oder geben Sie die Nummern einzeln an.',
    }),
  },
  'range.not_aligned': {
    detail: entryText({
      nl: 'Een reeks begint op een rond nummer: het eerste nummer van een reeks van 10 eindigt op 0, dat van een reeks van 100 op 00.[ Een reeks van {size} rond {start} begint op {suggestedStart}.]',
      fr: "Une plage commence à un numéro rond : le premier numéro d'une plage de 10 se termine par 0, celui d'une plage de 100 par 00.[ Une plage de {size} autour de {start} commence à {suggestedStart}.]",
      en: 'A range starts on a round number: the first number of a range of 10 ends in 0, that of a range of 100 in 00.[ A range of {size} around {start} starts on {suggestedStart}.]',
      de: 'Ein Block beginnt mit einer runden Nummer: Die erste Nummer eines 10er-Blocks endet auf 0, die eines 100er-Blocks auf 00.[ Ein Block von {size} um {start} beginnt mit {suggestedStart}.]',
    }),
    advice: entryText({
      nl: 'Controleer het eerste nummer van de reeks. Is het een gewone opeenvolging van nummers, vermeld ze dan één voor één.',
      fr: "Vérifiez le premier numéro de la plage. S'il s'agit d'une simple suite de numéros, indiquez-les un par un.",
      en: 'Check the first number of the range. If it is just a series of single numbers, list them one by one.',
      de: 'Prüfen Sie die erste Nummer des Blocks. Ist es nur eine Folge einzelner Nummern, geben Sie sie einzeln an.',
    }),
  },
  'range.split': {
    detail: entryText({
      nl: 'De gevraagde nummers zijn maar een deel van een DDI-reeks van de klant[ ({start} tot {end})]. Een reeks kan niet gesplitst worden.',
      fr: "Les numéros demandés ne sont qu'une partie d'une plage DDI du client[ ({start} à {end})]. Une plage ne peut pas être divisée.",
      en: 'The numbers asked for are only part of a DDI range of the customer[ ({start} to {end})]. A range cannot be divided.',
      de: 'Die beantragten Nummern sind nur ein Teil eines DDI-Blocks des Kunden[ ({start} bis {end})]. Ein Block kann nicht geteilt werden.',
    }),
    advice: entryText({
      nl: 'Vraag de volledige reeks aan[, {start} tot {end}], of laat ze volledig bij de huidige operator.',
      fr: "Demandez la plage entière[, de {start} à {end}], ou laissez-la entièrement chez l'opérateur actuel.",
      en: 'Ask for the whole range[, {start} to {end}], or leave all of it with the current operator.',
      de: 'Beantragen Sie den ganzen Block[, {start} bis {end}], oder lassen Sie ihn vollständig beim jetzigen Anbieter.',
    }),
  },
  'range.maybe_incomplete': {
    detail: entryText({
      nl: 'Dit nummer kan deel uitmaken van een DDI-reeks[ van {start} tot {end}], ook als de factuur maar één nummer vermeldt.',
      fr: "Ce numéro peut faire partie d'une plage DDI[ de {start} à {end}], même si la facture n'indique qu'un seul numéro.",
      en: 'This number may be part of a DDI range[ from {start} to {end}], even if the invoice shows only one number.',
      de: 'Diese Nummer kann zu einem DDI-Block[ von {start} bis {end}] gehören, auch wenn die Rechnung nur eine Nummer nennt.',
    }),
    advice: entryText({
      nl: 'Vraag de huidige operator of het om een reeks gaat, en vraag dan de volledige reeks aan.',
      fr: "Demandez à l'opérateur actuel s'il s'agit d'une plage et, si c'est le cas, demandez la plage entière.",
      en: 'Ask the current operator whether it is a range and, if so, ask for the whole range.',
      de: 'Fragen Sie den jetzigen Anbieter, ob es ein Block ist, und beantragen Sie dann den ganzen Block.',
    }),
  },
  'numbers.overlap': {
    detail: entryText({
      nl: 'Dit nummer of deze reeks staat al eerder in de lijst, helemaal of gedeeltelijk.',
      fr: 'Ce numéro ou cette plage figure déjà plus haut dans la liste, en tout ou en partie.',
      en: 'This number or range is already listed above, in whole or in part.',
      de: 'Diese Nummer oder dieser Block steht bereits ganz oder teilweise weiter oben in der Liste.',
    }),
    advice: entryText({
      nl: 'Laat elk nummer maar één keer staan, alleen of in zijn reeks.',
      fr: "Ne gardez chaque numéro qu'une seule fois, seul ou dans sa plage.",
      en: 'Keep each number once only, by itself or in its range.',
      de: 'Führen Sie jede Nummer nur einmal auf, einzeln oder in ihrem Block.',
    }),
  },
  'numbers.too_many': {
    detail: entryTextBy(({ limit }) => tooManyByLimit.get(limit) ?? tooManyNumbers),
    advice: entryText({
      nl: 'Verdeel de nummers over meerdere aanvragen, zonder een reeks te splitsen.',
      fr: 'Répartissez les numéros sur plusieurs demandes, sans diviser de plage.',
      en: 'Spread the numbers over several requests, without dividing a range.',
      de: 'Verteilen Sie die Nummern auf mehrere Anträge, ohne einen Block zu teilen.',
    }),
  },
  'numbers.left_behind': {
    detail: entryText({
      nl: 'Er blijven nummers bij de huidige operator. De overdracht kan daardoor langer duren of geweigerd worden.',
      fr: "Des numéros restent chez l'opérateur actuel. Le portage peut en être retardé ou refusé.",
      en: 'Some numbers stay with the current operator. This may make the port slower or get it rejected.',
      de: 'Einige Nummern bleiben beim jetzigen Anbieter. Die Portierung kann dadurch länger dauern oder abgelehnt werden.',
    }),
    advice: entryText({
      nl: 'Draag bij voorkeur alle nummers over die mogen worden overgedragen, en laat de ongewenste daarna opzeggen.',
      fr: "Portez de préférence tous les numéros qui peuvent l'être et faites ensuite annuler ceux qui ne sont plus souhaités.",
      en: 'Preferably port every number that may be ported, and have the unwanted ones cancelled afterwards.',
      de: 'Portieren Sie möglichst alle Nummern, die portiert werden dürfen, und lassen Sie die nicht gewünschten danach kündigen.',
    }),
  },
  'numbers.list_not_checked': {
    detail: entryText({
      nl: 'De lijst van nummers is niet nagevraagd bij de huidige operator. Klanten hebben vaak actieve nummers of reeksen die niet op de factuur staan.',
      fr: "La liste des numéros n'a pas été vérifiée auprès de l'opérateur actuel. Les clients ont souvent des numéros actifs ou des plages qui ne figurent pas sur la facture.",
      en: 'The list of numbers was not checked with the current operator. Customers often have active numbers or ranges that are not on the invoice.',
      de: 'Die Liste der Nummern wurde nicht beim jetzigen Anbieter geprüft. Kunden haben oft aktive Nummern oder Blöcke, die nicht auf der Rechnung stehen.',
    }),
    advice: entryText({
      nl: 'Vraag de huidige operator welke nummers van de klant zijn en vul de aanvraag zo nodig aan.',
      fr: "Demandez à l'opérateur actuel quels numéros appartiennent au client et complétez la demande si nécessaire.",
      en: "Ask the current operator which numbers are the customer's and complete the request if needed.",
      de: 'Fragen Sie den jetzigen Anbieter, welche Nummern dem Kunden gehören, und ergänzen Sie den Antrag bei Bedarf.',
    }),
  },
  'numbers.already_porting': {
    detail: entryText({
      nl: 'Dit nummer of een deel van deze reeks zit al in een andere lopende portaanvraag[ ({portRequestId})].',
      fr: 'Ce numéro ou une partie de cette plage figure déjà dans une autre demande de portage en cours[ ({portRequestId})].',
      en: 'This number, or part of this range, is already in another open port request[ ({portRequestId})].',
      de: 'Diese Nummer oder ein Teil dieses Blocks ist bereits in einem anderen laufenden Portierungsantrag[ ({portRequestId})].',
    }),
    advice: entryText({
      nl: 'Laat die aanvraag aflopen of annuleer ze. Hebt u ze niet zelf ingediend, neem dan contact op met Fonzer.',
      fr: "Menez cette demande à son terme ou annulez-la. Si vous ne l'avez pas introduite vous-même, contactez Fonzer.",
      en: 'Finish that request or cancel it. If it is not one of yours, contact Fonzer.',
      de: 'Schließen Sie diesen Antrag ab oder stornieren Sie ihn. Stammt er nicht von Ihnen, wenden Sie sich an Fonzer.',
    }),
  },
  'main_number.not_in_request': {
    detail: entryText({
      nl: 'Het hoofdnummer staat niet bij de nummers van de aanvraag.',
      fr: 'Le numéro principal (tête de ligne) ne figure pas parmi les numéros de la demande.',
      en: 'The main number is not among the numbers of the request.',
      de: 'Die Hauptnummer gehört nicht zu den Nummern des Antrags.',
    }),
    advice: entryText({
      nl: 'Voeg het toe aan de nummers, of kies een hoofdnummer dat mee wordt overgedragen.',
      fr: 'Ajoutez-le aux numéros, ou choisissez un numéro principal qui est porté lui aussi.',
      en: 'Add it to the numbers, or choose a main number that is ported too.',
      de: 'Fügen Sie sie den Nummern hinzu, oder wählen Sie eine Hauptnummer, die mit portiert wird.',
    }),
  },
};
