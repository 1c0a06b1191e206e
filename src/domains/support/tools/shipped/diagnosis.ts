import type { ToolContent } from "../rules.ts";

const axis = (id: string, title: string, help: string, labels: readonly string[]) => ({
  id,
  title,
  help,
  questions: labels.map((label, index) => ({ id: `${id}-${index + 1}`, label, help: "" })),
});

/** Diagnostic d’organisation: where an organisation stands when it enters a cohort, then each year. */
export const diagnosis: ToolContent = {
  title: "Diagnostic d’organisation",
  lead: "Où en est l’organisation, sur huit axes ? On y répond ensemble au début, puis chaque année avec les mêmes questions : ce qui a changé se voit.",
  closing:
    "Personne n’est « pleinement » partout : choisissez deux ou trois axes à faire avancer cette année.",
  sections: [
    axis("gouvernance", "Gouvernance", "Qui décide, comment, et qui en rend compte.", [
      "Les instances se réunissent, et ce qu’elles décident est écrit",
      "Les responsabilités sont partagées et chacun sait ce qu’il peut décider",
      "De nouvelles personnes peuvent prendre une place dans les décisions",
    ]),
    axis("equipe", "Équipe et bénévoles", "Les personnes qui font vivre l’organisation.", [
      "Les bénévoles sont assez nombreux pour ce que nous voulons faire",
      "Qui arrive est accueilli, et sait à quoi il peut servir",
      "Chacun peut se former à ce qui lui manque",
    ]),
    axis("projet", "Projet", "Ce que l’on veut changer, et le chemin pour y aller.", [
      "Nous savons dire en deux phrases ce que nous voulons changer, et pour qui",
      "Les personnes concernées, ici et là-bas, prennent part au projet",
      "Nos actions de l’année suivent un plan que nous revoyons",
    ]),
    axis("partenariats", "Partenariats", "Ceux avec qui l’on agit, ici et là-bas.", [
      "Avec nos partenaires, les rôles et les engagements sont écrits",
      "Nous nous parlons régulièrement, aussi quand cela va mal",
      "Nous sommes connus des collectivités et des acteurs de notre territoire",
    ]),
    axis("financement", "Financement", "D’où vient l’argent, et s’il viendra encore.", [
      "Nos ressources viennent de plusieurs endroits",
      "Nous repérons les appels à projets à temps, et nous savons y répondre",
      "Nous savons de quoi nous vivrons l’année prochaine",
    ]),
    axis("gestion", "Gestion", "Les comptes, les papiers, les obligations.", [
      "Les comptes sont tenus au fil de l’année et présentés aux membres",
      "Un budget est suivi pour chaque projet, et les justificatifs gardés",
      "Nos obligations (statuts, assurances, données personnelles) sont à jour",
    ]),
    axis("communication", "Communication", "Faire connaître ce que l’on fait, simplement.", [
      "Nous avons de quoi nous présenter : un texte court, des images, une page",
      "Nous donnons des nouvelles à nos membres et à nos soutiens",
      "Nos images et nos mots respectent les personnes dont nous parlons",
    ]),
    axis("effets", "Mesure des effets", "Savoir ce que l’action a changé.", [
      "Nous avons dit à l’avance à quoi nous verrons que cela marche",
      "Nous recueillons ce qui s’est passé, auprès des personnes concernées",
      "Ce que nous apprenons change notre façon de faire",
    ]),
  ],
};
