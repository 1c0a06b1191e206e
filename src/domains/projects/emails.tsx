import type { Theme } from "#ui/document.tsx";
import { composeLetter } from "#ui/letter.tsx";

interface Decided {
  name: string;
  /** The project. */
  title: string;
  /** What was proposed. */
  what: "new" | "change" | "news";
  accepted: boolean;
  /** The team's word. */
  answer: string;
  href: string;
}

const proposed = {
  new: "votre projet",
  change: "vos modifications du projet",
  news: "votre nouvelle du projet",
} as const;

/** What the team answers to who proposed something of a project. */
export function decisionLetter(theme: Theme, { name, title, what, accepted, answer, href }: Decided) {
  const plural = what === "change";
  const done = plural ? "acceptées" : what === "new" ? "accepté" : "acceptée";
  const not = plural ? "n’ont pas été retenues" : `n’a pas été ${what === "new" ? "retenu" : "retenue"}`;
  return composeLetter({
    network: theme.name,
    subject: accepted ? `« ${title} » : c’est accepté` : `« ${title} » : notre réponse`,
    greeting: `Bonjour ${name},`,
    paragraphs: [
      accepted
        ? `Merci : ${proposed[what]} « ${title} » ${plural ? "sont" : "est"} ${done}${plural ? ", en tout ou en partie" : ""}.`
        : `Nous avons lu ${proposed[what]} « ${title} ». ${plural ? "Elles" : what === "new" ? "Il" : "Elle"} ${not} pour le moment.`,
      ...(answer ? [answer] : []),
    ],
    action: { label: "Voir mes projets", href },
  });
}
