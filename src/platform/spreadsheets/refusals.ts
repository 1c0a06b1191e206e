import { limits } from "./limits.ts";

/** Why a file is not read, by code, as said to the person who gave it: what is wrong and how to mend it. */
export const refusals = {
  empty:
    "Ce fichier est vide : il ne contient aucune ligne. Vérifiez que le bon fichier a été enregistré, puis envoyez-le de nouveau.",
  pdf: "Ce fichier est un PDF, pas un tableur. Demandez le fichier d’origine (CSV, XLSX ou ODS), ou recopiez le tableau dans un tableur.",
  image: "Ce fichier est une image, pas un tableur. Envoyez le tableau lui-même, en CSV, XLSX ou ODS.",
  oldOffice:
    "Ce fichier est dans un ancien format de bureautique (.xls, .doc) ou protégé par un mot de passe. Ouvrez-le, puis enregistrez-le en XLSX, ODS ou CSV, sans mot de passe.",
  document:
    "Ce fichier est un document de texte, pas un tableur. Copiez le tableau dans un tableur, puis enregistrez-le en CSV, XLSX ou ODS.",
  archive:
    "Ce fichier est une archive, pas un tableur. Ouvrez-la et envoyez le CSV, l’XLSX ou l’ODS qu’elle contient.",
  markup:
    "Ce fichier est une page web ou du XML, pas un tableur. Enregistrez le tableau en CSV, XLSX ou ODS.",
  binary: "Ce fichier n’est pas un tableur reconnu. Envoyez un CSV, un XLSX ou un ODS.",
  damaged:
    "Ce classeur est abîmé : il ne s’ouvre pas. Ouvrez-le dans un tableur, enregistrez-le de nouveau, puis renvoyez-le.",
  tooHeavy:
    "Ce classeur est trop lourd une fois ouvert. Enregistrez la feuille utile en CSV : un CSV n’a pas cette limite.",
  tooWide: `Ce tableau a plus de ${limits.columns} colonnes. Ne gardez que les colonnes utiles, puis envoyez-le de nouveau.`,
  tooLong: "Ce tableau a plus de 500 000 lignes. Coupez-le en plusieurs fichiers.",
  noHeadings:
    "Aucune ligne d’en-têtes n’a été trouvée dans les dix premières lignes. Mettez en tête le nom de chaque colonne, puis envoyez le fichier de nouveau.",
  openQuote:
    "Un guillemet ouvert n’est jamais refermé : la fin du fichier ne peut pas être lue. Corrigez-le dans le tableur, puis enregistrez de nouveau en CSV.",
} as const;

export type Refusal = keyof typeof refusals;

/** Thrown while rows are read, when what follows cannot be: the reader of the rows words it as a refusal. */
export class UnreadableSpreadsheet extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    super(refusals[refusal]);
    this.refusal = refusal;
  }
}
