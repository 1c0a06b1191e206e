import { acceptMatch, findProgramme, listHeld } from "#domains/agenda/index.ts";
import type { Day } from "#platform/dates.ts";
import type { Author, Db } from "#platform/db/index.ts";

/** How the title of a line begins, then the subject and the day of the meeting of the log that was it. */
const done: readonly (readonly [line: string, subject: string, heldOn: Day])[] = [
  ["Groupe Pays Mali", "Groupe Projet Mali", "2021-01-09"],
  ["Accès à l’eau au Sénégal", "Atelier Technique - Eau & assainissement au Sé", "2021-01-12"],
  ["Présentation de l’appel à projet Jeunesse VII", "Webinaire : Jeunesse VII", "2021-01-21"],
  ["Réunion d’information AMP", "Réunion d'information Micro Projets", "2021-01-21"],
  ["Rencontre avec la DAECT", "Rencontre avec la DAECT", "2021-02-16"],
  ["Présentation du programme Récital", "Webinaire présentation AAP RECITAL 2", "2021-02-16"],
  ["Le programme Erasmus + « Découverte »", "Webinaire : Erasmus + Découverte", "2021-03-02"],
  ["Le programme Erasmus + « Initiés »", "Webinaire : Erasmus + Initié", "2021-03-04"],
  ["Atelier de travail « Francophonie »", "Atelier francophonie", "2021-04-15"],
  ["Projets d'électrification hors-réseau au Bénin", "Atelier Electrification Rurale au Bénin", "2021-04-27"],
  ["Accès à l'eau au Burkina Faso", "Atelier Eau au Burkina Faso", "2021-05-20"],
  ["Evénements autour du sommet", "Rencontre préparatoire au Sommet Afrique France", "2021-07-02"],
  ["Séminaire Franco-Malien", "Séminaire Franco-Malien", "2021-09-20"],
  ["Forum « 1% solidaires »", "Forum Eau, Energie, Déchets, 1% solidaires", "2021-11-05"],
];

/**
 * Says of the programme of 2021 what an officer would: which lines the log shows to have been done, when subject and date
 * leave no doubt. The others wait for a yes. Done again, it changes nothing. Returns how many are done.
 */
export async function matchProgramme(db: Db, author: Author): Promise<number> {
  const { lines } = await findProgramme(db, 2021, "2021-12-31");
  const held = await listHeld(db, 2021);
  for (const [begins, subject, heldOn] of done) {
    const line = lines.find(({ title }) => title.startsWith(begins));
    const meeting = held.find(
      (one) => one.kind === "meeting" && one.title === subject && one.heldOn === heldOn,
    );
    if (line && meeting && line.meetings.length === 0)
      await acceptMatch(db, author, line.id, { kind: "meeting", id: meeting.id });
  }
  const after = await findProgramme(db, 2021, "2021-12-31");
  return after.lines.filter(({ meetings }) => meetings.length > 0).length;
}
