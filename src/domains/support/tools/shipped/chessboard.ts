import type { ToolContent } from "../rules.ts";

/** Échiquier du réseau: which actors nearby could be partners. */
export const chessboard: ToolContent = {
  title: "Échiquier du réseau",
  lead: "Qui, près de vous ou sur le même terrain que vous, pourrait être un partenaire ? Le réseau regarde les fiches publiées de l’annuaire et dit pourquoi il propose chacune.",
  closing:
    "Un score n’est pas un avis : il dit ce que deux fiches ont en commun. La meilleure façon de savoir reste un appel.",
  weights: { place: 10, department: 20, country: 30, sector: 25, goal: 5, family: 10 },
  sections: [
    {
      id: "suite",
      title: "Avant de les appeler",
      help: "Pour ceux que vous gardez.",
      questions: [
        {
          id: "attente",
          label: "Que leur demanderions-nous ?",
          help: "Un conseil, un local, un contact là-bas, un projet à deux…",
        },
        { id: "apport", label: "Que leur apporterions-nous ?", help: "" },
        { id: "connu", label: "Qui, chez nous ou dans le réseau, les connaît déjà ?", help: "" },
      ],
    },
  ],
};
