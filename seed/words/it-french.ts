import { defineTopic } from "./define-topic.ts";
import type { Topic } from "./topic.ts";

const captures = ["capture.png", "Capture d'écran 2.png", "erreur, écran entier.png"];
const guides = ["mode d'emploi.pdf", "étapes.docx"];

/** What people ask a service desk for computers in French. */
export const frenchItTopics: readonly Topic[] = [
  defineTopic(
    {
      intent: "Password reset",
      weight: 16,
      language: "fr",
      tags: ["password", "account"],
      deflection: 0.44,
      resolution: 0.95,
      connectedMinutes: 6,
      connectedSigma: 0.5,
      transfers: 0.02,
      files: 0.01,
      guestFiles: captures,
      agentFiles: guides,
    },
    `
    b Vous pouvez réinitialiser votre mot de passe sur le portail : choisissez Mot de passe oublié. | le portail ne connaît pas mon numéro | je n'ai pas mon téléphone
    a Pour la sécurité, quel est votre matricule ? | {matricule} | c'est le {matricule}
    e Je n'ai pas le droit de modifier ce compte. J'ai ouvert {ticket}, on vous appellera.
    = problem: oublié
    ? J'ai oublié mon mot de passe[~ pendant les vacances~, comment le réinitialiser ?]
    ? mot de passe expiré [depuis ce matin~ce week-end], je ne peux plus me connecter
    t Je vous ai envoyé un lien par courriel. | rien reçu | le lien a expiré
    f Voici un mot de passe temporaire, envoyé sur votre téléphone. Vous devrez le changer. | c'est bon, je suis connecté | reçu, ça marche
    = problem: bloqué
    ? Mon compte est bloqué[~ après trois essais], merci de le débloquer
    ? "compte verrouillé" et j'ai une réunion dans {minutes} minutes
    f Je l'ai débloqué. Essayez maintenant, s'il vous plaît. | je suis entré ! | ça marche
    `,
  ),
  defineTopic(
    {
      intent: "VPN",
      weight: 12,
      language: "fr",
      tags: ["vpn", "network"],
      deflection: 0.18,
      resolution: 0.86,
      connectedMinutes: 13,
      connectedSigma: 0.55,
      transfers: 0.07,
      files: 0.07,
      guestFiles: captures,
      agentFiles: guides,
    },
    `
    b Quittez le client VPN, relancez-le et choisissez la passerelle la plus proche. | déjà fait deux fois | pareil avec toutes
    a Êtes-vous en Wi-Fi ou par câble ? | en Wi-Fi | par câble
    e Je transmets les journaux à l'équipe réseau : {ticket}. Ils vous appellent aujourd'hui.
    = problem: pas de connexion
    ? Le VPN ne se connecte [pas~plus][, erreur {codeVpn}~ depuis ce matin]
    ? vpn bloqué sur « connexion en cours »
    t Redémarrez votre box, s'il vous plaît. | fait, toujours l'erreur {codeVpn} | aucun changement
    f Je vous ai mis sur l'autre passerelle. Réessayez. | connecté ! | ça passe
    = problem: coupures
    ? le VPN se coupe toutes les {minutes} minutes en télétravail
    ? VPN instable [depuis hier~en télétravail], je perds tout le temps {appli}
    t Désactivez l'économie d'énergie de la carte Wi-Fi. | fait, encore une coupure | pareil
    f Une mise à jour du client corrige cela. Je l'envoie sur votre poste, redémarrez ensuite. | redémarré, plus de coupure | stable pour l'instant
    `,
  ),
  defineTopic(
    {
      intent: "Outlook",
      weight: 12,
      language: "fr",
      tags: ["outlook", "email"],
      deflection: 0.24,
      resolution: 0.9,
      connectedMinutes: 12,
      connectedSigma: 0.55,
      transfers: 0.04,
      files: 0.08,
      guestFiles: captures,
      agentFiles: guides,
    },
    `
    b Fermez Outlook, maintenez Ctrl en le relançant et acceptez le mode sans échec. | pareil en mode sans échec | déjà essayé
    a Est-ce que cela fonctionne dans le navigateur ? | oui, dans le navigateur ça va | oui
    e Je transmets à l'équipe messagerie, {ticket}. En attendant, utilisez le navigateur.
    = problem: démarrage
    ? Outlook [plante~se fige] au démarrage[~, erreur {code}]
    ? Outlook me redemande sans cesse mon mot de passe
    t Désactivez le complément « Notes » et relancez. | relancé, toujours bloqué | pareil
    f J'ai recréé votre profil. Relancez Outlook. | ça s'ouvre ! | je revois mes messages
    = info: absence
    ? Comment mettre un message d'absence pour l'extérieur ?
    ? comment partager mon calendrier avec {collegue} ?
    b Le message d'absence et le partage du calendrier sont dans Fichier, Informations. | je n'ai pas ce menu | ce n'est pas ça
    a Avez-vous le nouvel Outlook ou l'ancien ? | le nouveau | l'ancien, je crois
    f C'est dans Paramètres, Comptes. Je vous envoie le lien. | trouvé ! | oui, c'est là
    `,
  ),
  defineTopic(
    {
      intent: "Printing",
      weight: 8,
      language: "fr",
      tags: ["printing", "hardware"],
      deflection: 0.28,
      resolution: 0.85,
      connectedMinutes: 10,
      connectedSigma: 0.6,
      transfers: 0.06,
      files: 0.05,
      guestFiles: captures,
      agentFiles: guides,
    },
    `
    b Dans Paramètres, Imprimantes, supprimez l'imprimante et ajoutez-la de nouveau. | elle n'est pas dans la liste | déjà fait
    a Quel est le nom sur l'étiquette ? | {imprimante}
    e Il faut un technicien. J'ai ouvert {ticket}, utilisez celle d'à côté en attendant.
    = problem: n'imprime pas
    ? {imprimante} n'imprime plus
    ? les impressions restent dans la file ({imprimante})
    t J'ai relancé le service d'impression. Essayez une page de test. | rien ne sort | toujours en file
    f Un travail bloquait le serveur, je l'ai supprimé. | ça imprime ! | c'est bon
    `,
  ),
  defineTopic(
    {
      intent: "Software request",
      weight: 8,
      language: "fr",
      tags: ["software", "request"],
      deflection: 0.3,
      resolution: 0.84,
      connectedMinutes: 11,
      connectedSigma: 0.6,
      transfers: 0.06,
      files: 0.04,
      guestFiles: captures,
      agentFiles: guides,
    },
    `
    b La plupart des logiciels sont dans le portail d'entreprise : cherchez {logiciel}. | il n'y est pas | l'installation échoue
    a Avez-vous l'accord de votre responsable ? | oui, par courriel | oui
    e Il faut d'abord acheter la licence. J'ai ouvert {ticket} aux achats, comptez trois à cinq jours.
    = info: installer
    ? J'ai besoin de {logiciel} pour un projet
    ? Pouvez-vous installer {logiciel} ? Je n'ai pas les droits
    f J'envoie {logiciel} sur votre poste, il apparaîtra dans {minutes} minutes. | installé, il s'ouvre | c'est là
    = problem: licence
    ? la licence de {logiciel} a expiré
    ? {logiciel} affiche « version d'essai »
    b Les licences se renouvellent par le catalogue de services, avec l'accord du responsable. | déjà demandé la semaine dernière | je ne trouve pas le formulaire
    f Je vous ai attribué une licence, déconnectez-vous puis reconnectez-vous. | « sous licence », parfait | ça marche
    `,
  ),
];
