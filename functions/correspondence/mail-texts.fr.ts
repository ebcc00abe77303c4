import { frenchIncidentMails } from './incident-mail-texts.fr.ts';
import { button, facts, list, listAfter, type MailBlock, notice, paragraph } from './mail-block.ts';
import type { MailFacts } from './mail-facts.ts';
import type { MailTexts } from './mail-texts.ts';

const otherwise =
  "Si le portage n'est pas démarré à temps, l'approbation expire. Il faudra alors une nouvelle date et une nouvelle approbation de l'opérateur actuel.";

const startHours = ({ startHours: { from, until } }: MailFacts): string =>
  `les jours ouvrables, à partir de ${from} et avant ${until}`;

const unreachable = ({ interruption }: MailFacts): string => `injoignable ${interruption} au maximum`;

const startBlocks = (mail: MailFacts): readonly MailBlock[] => [
  button('Démarrer le portage', mail.startUrl),
  paragraph(
    "Le bouton ouvre une page sur laquelle vous confirmez le démarrage avec les quatre derniers chiffres du numéro principal. Le portage ne commence qu'à ce moment et ne peut ensuite plus être arrêté.",
  ),
  facts([
    ['Démarrage possible', startHours(mail)],
    ['Dernier moment', `${mail.lastDay}, avant ${mail.startHours.until}`],
    ['Interruption', unreachable(mail)],
  ]),
  ...mail.windowNotCounted.map(paragraph),
  ...(mail.stopping.length === 0
    ? []
    : [
        notice(
          `Ces services s'arrêtent chez l'opérateur ${mail.losingOperator} dès que leur numéro est porté. Si le client souhaite les garder, réglez cela avec l'opérateur avant le démarrage :`,
        ),
        list(mail.stopping),
      ]),
];

const troubleBlocks = (mail: MailFacts): readonly MailBlock[] => [
  paragraph('Un problème ? Signalez-le-nous et nous vous proposerons la meilleure solution possible.'),
  list([
    `Plus d'Internet ou de TV : ce service était lié à un numéro porté. Seul l'opérateur ${mail.losingOperator} peut y remédier, souvent à distance : une visite ou un nouvel abonnement n'est, bien des fois, pas nécessaire.`,
    "Injoignable depuis un ou plusieurs opérateurs : envoyez-nous trois exemples, chacun avec le numéro appelant et son opérateur, le numéro appelé, la date et l'heure, et ce que l'appelant a entendu. Nous pourrons ainsi le faire résoudre assez vite via COLT.",
  ]),
  button('Signaler un problème', mail.detailUrl),
];

const afterRejection: Readonly<Record<MailFacts['cure'], (mail: MailFacts) => readonly MailBlock[]>> = {
  fonzer: () => [notice("Nous nous en occupons et vous tenons au courant. Vous n'avez rien à faire.")],
  reseller: (mail) => [
    paragraph(
      "Un opérateur n'indique parfois que la première erreur. Vérifiez donc toutes les données avant d'introduire à nouveau la demande.",
    ),
    button('Corriger la demande', mail.detailUrl),
  ],
  reseller_and_fonzer: (mail) => [
    paragraph(
      'Nous nous occupons des motifs pour lesquels Fonzer ou COLT intervient. Les autres demandent une action de votre part.',
    ),
    button('Corriger la demande', mail.detailUrl),
  ],
  none: () => [
    notice(
      'Cette demande ne peut plus être introduite. Si le refus repose sur une erreur, créez une nouvelle demande avec un nouveau mandat.',
    ),
  ],
};

/** The mails in French as written in Belgium; the operator the customer comes from is named as in MyFonzer's own texts. */
export const frenchMails = {
  words: {
    greeting: 'Bonjour,',
    signOff: 'Cordialement,\nFonzer',
    colon: ' : ',
    labels: {
      reference: 'Votre référence',
      requestId: 'Demande de portage',
      customer: 'Client',
      losingOperator: 'Opérateur actuel',
      numbers: 'Numéros',
      detail: 'La demande dans MyFonzer',
      questions: 'Des questions ? Écrivez à Fonzer',
      questionsByPhone: 'Ou appelez Fonzer',
      reason: 'Motif',
      advice: 'Que faire',
      whoActs: 'Qui agit',
      rejectedNumbers: 'Numéros concernés',
      operatorAnswer: "Réponse de l'opérateur",
    },
    actors: {
      reseller: 'le revendeur',
      subscriber: 'le client',
      losing_operator: "l'opérateur actuel",
      carrier: 'COLT',
      desk: 'Fonzer',
      clock: 'Fonzer (automatiquement)',
    },
    outcomes: {
      rejected: 'refusée',
      expired: 'fenêtre de démarrage expirée',
      replanned: 'reportée à une date ultérieure',
      cancelled: 'annulée',
      completed: 'terminée',
    },
    incident: frenchIncidentMails.words,
    moment: (date, time) => `${date} à ${time}`,
    hours: (count) => (count < 2 ? `${count} heure` : `${count} heures`),
    workingDays: (count) => (count === 1 ? '1 jour ouvrable' : `${count} jours ouvrables`),
    andMore: (count) => (count === 1 ? 'et 1 autre' : `et ${count} autres`),
    notCounted: (days) => `Non compté comme jour ouvrable : ${days}.`,
  },
  templates: {
    ...frenchIncidentMails.templates,
    request_received: (mail) => ({
      heading: 'Demande de portage reçue',
      blocks: [
        paragraph(
          `Nous avons bien reçu votre demande de portage et la transmettons via COLT à l'opérateur ${mail.losingOperator}, qui dispose de ${mail.answerDue.workingDays} pour répondre.`,
        ),
        facts([
          ['Date souhaitée', mail.desiredDate],
          ['Réponse attendue', `au plus tard le ${mail.answerDue.date}`],
        ]),
        ...mail.answerDue.notCounted.map(paragraph),
        paragraph("D'ici là, veillez à ceci :"),
        list([
          `Par précaution, demandez au client d'informer aussi l'opérateur ${mail.losingOperator} du portage.`,
          "Les services liés à un numéro, comme Internet ou la TV, s'arrêtent chez l'opérateur actuel dès que ce numéro est porté. Fonzer n'est pas responsable de la perte de ces services.",
          "Ne résiliez pas l'ancien contrat : un numéro résilié peut être refusé.",
        ]),
        ...listAfter('Services liés selon votre demande :', mail.linkedServices),
        paragraph(
          "Vous pouvez suivre l'évolution dans le menu Portage de MyFonzer, et vous recevrez un e-mail dès que la demande sera approuvée ou refusée.",
        ),
      ],
    }),
    answer_overdue: (mail) => ({
      heading: "La réponse de l'opérateur est en retard",
      blocks: [
        paragraph(
          mail.answerDue.isDelayed
            ? `L'opérateur ${mail.losingOperator} avait reporté sa réponse au ${mail.answerDue.date} et a maintenant ${mail.workingDaysLate} de retard.`
            : `L'opérateur ${mail.losingOperator} devait répondre au plus tard le ${mail.answerDue.date} et a ${mail.workingDaysLate} de retard.`,
        ),
        ...mail.answerDue.notCounted.map(paragraph),
        paragraph(
          "Fonzer s'en occupe via COLT ; vous n'avez rien à faire. La demande reste ouverte et une réponse tardive compte encore. Vous recevrez un e-mail dès qu'elle arrive.",
        ),
      ],
    }),
    desk_answer_overdue: (mail) => ({
      heading: 'Réponse en retard : à suivre',
      blocks: [
        paragraph(
          `L'opérateur ${mail.losingOperator} n'a pas encore répondu. Demandez où en est la réponse via COLT. Cet e-mail revient chaque jour ouvrable jusqu'à la réponse.`,
        ),
        facts([
          ['Retard', mail.workingDaysLate],
          ['Réponse attendue', `au plus tard le ${mail.answerDue.date}`],
          ['Introduite', mail.submittedOn],
          ["Référence chez l'opérateur", mail.operatorReference],
        ]),
      ],
    }),
    approved: (mail) => ({
      heading: 'Portage approuvé',
      blocks: [
        paragraph(`L'opérateur ${mail.losingOperator} a approuvé le portage.`),
        facts([
          ['Date approuvée', mail.approvedDate],
          ['Date souhaitée', mail.desiredDate],
          ['Premier jour de démarrage', mail.approvedDate],
          ['Dernier jour de démarrage', `${mail.lastDay}, avant ${mail.startHours.until}`],
          ['Démarrage possible', startHours(mail)],
          ['Interruption', unreachable(mail)],
        ]),
        ...(mail.statedDate === null
          ? []
          : [
              paragraph(
                `L'opérateur avait indiqué le ${mail.statedDate}. Un démarrage n'étant pas possible ce jour-là, c'est le premier jour ouvrable où il l'est qui compte.`,
              ),
            ]),
        ...mail.windowNotCounted.map(paragraph),
        paragraph(
          "Le portage ne démarre jamais tout seul. Dès l'ouverture de la fenêtre de démarrage, nous envoyons un e-mail avec le lien pour le démarrer.",
        ),
        paragraph(otherwise),
      ],
    }),
    rejected: (mail) => ({
      heading: 'Demande de portage refusée',
      blocks: [
        paragraph(
          mail.approvalWithdrawn
            ? `L'opérateur ${mail.losingOperator} retire son approbation. Le lien de démarrage ne fonctionne plus.`
            : `L'opérateur ${mail.losingOperator} a refusé la demande de portage.`,
        ),
        ...mail.rejections,
        ...afterRejection[mail.cure](mail),
      ],
    }),
    desk_escalation: (mail) => ({
      heading: 'Refus à traiter par le desk',
      blocks: [
        paragraph(
          'Ce refus demande le desk : seuls Fonzer ou COLT peuvent y remédier, ou la demande a été refusée à plusieurs reprises. Vérifiez aussi le mandat.',
        ),
        ...mail.rejections,
        ...listAfter(
          "Tentatives jusqu'ici :",
          mail.attempts.map(
            ({ number, submittedOn, result }) =>
              `Tentative ${number}, introduite le ${submittedOn} : ${result}`,
          ),
        ),
        facts([
          ['Mandat signé par', mail.authorisation.signedBy],
          ['Mandat signé le', mail.authorisation.signedOn],
        ]),
      ],
    }),
    window_opened: (mail) => ({
      heading: 'Le portage peut être démarré',
      blocks: [
        paragraph(
          `Les numéros du client ${mail.customer} peuvent maintenant être portés de l'opérateur ${mail.losingOperator} vers Fonzer. Le portage ne commence que lorsque quelqu'un le démarre.`,
        ),
        ...startBlocks(mail),
        paragraph(otherwise),
      ],
    }),
    start_reminder: (mail) => ({
      heading: 'Rappel : démarrez le portage',
      blocks: [
        paragraph(
          mail.failedStart === null
            ? `Le portage des numéros du client ${mail.customer} n'a pas encore été démarré.`
            : `Le portage des numéros du client ${mail.customer} a été démarré le ${mail.failedStart}, mais il a échoué. Il peut être redémarré.`,
        ),
        ...startBlocks(mail),
        notice(otherwise),
      ],
    }),
    last_day: (mail) => ({
      heading: 'Dernier jour pour démarrer le portage',
      blocks: [
        notice(
          `Le ${mail.lastDay} est le dernier jour où le portage peut être démarré, avant ${mail.startHours.until}.`,
        ),
        ...startBlocks(mail),
        paragraph(otherwise),
      ],
    }),
    start_link_renewed: (mail) => ({
      heading: 'Nouveau lien pour démarrer le portage',
      blocks: [
        paragraph(
          mail.failedStart === null
            ? `Voici un nouveau lien pour démarrer le portage des numéros du client ${mail.customer}. Utilisez désormais ce lien.`
            : `Le portage des numéros du client ${mail.customer} a été démarré le ${mail.failedStart}, mais il a échoué et a été annulé : aucun numéro n'a été porté. Ce nouveau lien permet de le redémarrer ; les liens précédents ne fonctionnent plus.`,
        ),
        ...startBlocks(mail),
        paragraph(otherwise),
      ],
    }),
    expired: (mail) => ({
      heading: 'Fenêtre de démarrage expirée',
      blocks: [
        paragraph(
          mail.failedStart === null
            ? `Le portage n'a pas été démarré. Le dernier jour de démarrage était le ${mail.lastDay} ; l'approbation a expiré et le lien de démarrage ne fonctionne plus. Les numéros restent chez l'opérateur ${mail.losingOperator}.`
            : `Le portage a été démarré le ${mail.failedStart}, mais il a échoué : aucun numéro n'a été porté. Le dernier jour de démarrage était le ${mail.lastDay} ; l'approbation a expiré et le portage ne peut plus être redémarré. Les numéros restent chez l'opérateur ${mail.losingOperator}.`,
        ),
        paragraph(
          "Si vous souhaitez encore porter les numéros, demandez une nouvelle date. L'opérateur actuel devra l'approuver à nouveau.",
        ),
        button('Demander une nouvelle date', mail.detailUrl),
      ],
    }),
    started: (mail) => ({
      heading: 'Le portage a démarré',
      blocks: [
        facts([
          ['Démarré', mail.startedAt],
          ['Démarré par', mail.startedBy],
          ['Terminé', `au plus tard le ${mail.completionDue}`],
          ['Interruption', unreachable(mail)],
        ]),
        paragraph(
          'Entre-temps, le client peut être injoignable, souvent bien moins longtemps que la durée maximale. Vous recevrez un e-mail dès que le portage sera terminé.',
        ),
      ],
    }),
    partly_completed: (mail) => ({
      heading: 'Une partie des numéros est portée',
      blocks: [
        ...listAfter('Ces numéros sont chez Fonzer, chacun depuis le moment indiqué :', mail.numbersDone),
        ...listAfter('Ces numéros doivent encore suivre :', mail.numbersToCome),
        facts([
          ['Situation', mail.occurredAt],
          ['Le reste', `au plus tard le ${mail.completionDue}`],
        ]),
        ...(mail.completionOverdue
          ? [paragraph("Ce moment est passé. Fonzer s'en occupe via COLT ; vous n'avez rien à faire.")]
          : []),
        notice(
          `Ne résiliez pas encore l'ancien contrat chez l'opérateur ${mail.losingOperator} : le portage des numéros qui doivent encore suivre pourrait échouer.`,
        ),
        paragraph(
          "Les numéros qui doivent encore suivre peuvent être injoignables entre-temps. Vous recevrez un e-mail dès que d'autres numéros seront portés.",
        ),
      ],
    }),
    completed: (mail) => ({
      heading: 'Le portage est terminé',
      blocks: [
        facts([['Terminé', mail.completedAt]]),
        ...listAfter(
          `Ces numéros de la demande n'ont pas été portés et restent chez l'opérateur ${mail.losingOperator} :`,
          mail.numbersNotPorted,
        ),
        ...(mail.numbersNotPorted.length === 0
          ? []
          : [
              paragraph(
                "Si ces numéros doivent encore être portés, créez une nouvelle demande de portage. D'ici là, ne résiliez pas leur contrat.",
              ),
            ]),
        paragraph(
          "Demandez maintenant au client de tester : appelez les numéros depuis un téléphone fixe et un mobile de différents opérateurs, appelez vers l'extérieur, et vérifiez qu'Internet et la TV fonctionnent encore.",
        ),
        ...listAfter(
          'Le client ne souhaitait pas garder ces numéros après le portage. Ils peuvent maintenant être résiliés :',
          mail.cancelAfterPort,
        ),
        ...listAfter(
          `Ces numéros sont restés chez l'opérateur ${mail.losingOperator}. Si le client ne souhaite pas les garder, il peut maintenant les y résilier :`,
          mail.numbersLeftBehind,
        ),
        ...troubleBlocks(mail),
      ],
    }),
    check_up: (mail) => ({
      heading: 'Tout fonctionne après le portage ?',
      blocks: [
        paragraph(
          `Les numéros du client ${mail.customer} sont chez Fonzer depuis le ${mail.completedAt}. Nous espérons que tout va bien et vous proposons un petit test :`,
        ),
        list([
          'Appelez les numéros depuis un téléphone fixe et un mobile de différents opérateurs.',
          'Appelez vous-même un numéro fixe et un numéro mobile.',
          "Vérifiez qu'Internet et la TV fonctionnent encore chez le client.",
        ]),
        ...troubleBlocks(mail),
      ],
    }),
    cancelled: (mail) => ({
      heading: 'Demande de portage annulée',
      blocks: [
        facts([
          ['Annulée par', mail.actor],
          ['Annulée', mail.occurredAt],
        ]),
        paragraph(
          `Les numéros restent où ils sont. Si vous souhaitez les porter plus tard, créez une nouvelle demande de portage.`,
        ),
      ],
    }),
  },
} as const satisfies MailTexts;
