/** The letters that a new campaign begins with, by rank: staff change their words, add some or take some away. */
export const shippedLetters = [
  {
    rank: 0,
    after_days: 0,
    subject: "{campagne} : votre fiche est prête, un coup d’œil suffit",
    text: `Bonjour {personne},

{réseau} met à jour l’annuaire des acteurs de la coopération et de la solidarité internationales de la région. La fiche de {organisation} est déjà remplie avec ce que nous savons d’elle.

Le lien ci-dessous l’ouvre, sans compte ni mot de passe. Si tout est exact, un clic suffit ; sinon, corrigez ce qui doit l’être. Comptez cinq minutes, jusqu’au {clôture}.

Merci de votre aide : une fiche à jour, ce sont des partenaires qui vous trouvent.`,
  },
  {
    rank: 1,
    after_days: 10,
    subject: "La fiche de {organisation} attend votre regard",
    text: `Bonjour {personne},

Nous vous avons écrit il y a quelques jours à propos de la fiche de {organisation} dans l’annuaire de {réseau}. Nous n’avons pas encore votre réponse.

Si tout est exact, un clic suffit. Le lien reste ouvert jusqu’au {clôture}.`,
  },
  {
    rank: 2,
    after_days: 20,
    subject: "{campagne} : un clic suffit si rien n’a changé",
    text: `Bonjour {personne},

La fiche de {organisation} n’est pas encore confirmée. Si rien n’a changé, le bouton « Tout est exact » suffit : cela prend une minute.

Si {organisation} n’existe plus, ou ne souhaite pas figurer dans l’annuaire, la même page permet de nous le dire.`,
  },
  {
    rank: 3,
    after_days: 30,
    subject: "{campagne} : dernière lettre avant le {clôture}",
    text: `Bonjour {personne},

C’est notre dernière lettre à ce sujet. Après le {clôture}, la fiche de {organisation} restera telle qu’elle est, avec la mention de sa dernière confirmation.

Vous pouvez aussi nous appeler : nous la mettrons à jour avec vous.`,
  },
] as const;

export const letterName = (rank: number) => (rank === 0 ? "Invitation" : `Relance ${rank}`);
