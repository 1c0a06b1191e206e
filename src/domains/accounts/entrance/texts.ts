/** What is said when the door stays closed. None says whether the address is known. */
export const refusals = {
  wrong: "L’adresse ou le mot de passe ne convient pas. Vérifiez-les, ou demandez un lien par courriel.",
  link: "Ce lien a déjà servi ou a expiré. Demandez-en un autre : il arrive en quelques instants.",
  code: "Ce code ne convient pas. Vérifiez l’heure de votre téléphone, ou attendez le code suivant.",
  replayed: "Ce code a déjà servi. Attendez le suivant : il change toutes les trente secondes.",
  challenge: "Trop de temps a passé, ou trop d’essais. Reprenez la connexion depuis le début.",
  locked: "Trop de codes faux ont été essayés sur ce compte. Attendez un quart d’heure.",
  key: "Cette clé n’est pas reconnue ici. Connectez-vous autrement, puis ajoutez-la dans « Mon compte ».",
} as const;

/** Said to staff at each entry until they have a second factor. */
export const reminder =
  "Bonjour. Vous travaillez sur les données de tout le réseau : dans « Mon compte », une double vérification les protège même si votre mot de passe est volé.";

export type Refusal = keyof typeof refusals;

const fromLibrary: Record<string, Refusal> = {
  INVALID_CODE: "code",
  INVALID_BACKUP_CODE: "code",
  INVALID_TWO_FACTOR_COOKIE: "challenge",
  TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE: "challenge",
  ACCOUNT_TEMPORARILY_LOCKED: "locked",
};

/** The library's refusal of a second factor, in ours. */
export const refusalOfCode = (code: string): Refusal => fromLibrary[code] ?? "code";
