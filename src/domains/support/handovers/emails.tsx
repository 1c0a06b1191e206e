import type { Theme } from "#ui/document.tsx";
import { plural } from "#ui/format.ts";
import { composeLetter } from "#ui/letter.tsx";

/** How many courses are named; the list has them all. */
const named = 12;

/** To who takes courses over: which ones, from whom, with the word left, and where they are. */
export function takenOverLetter(
  theme: Theme,
  {
    to,
    from,
    by,
    word,
    courses,
    href,
  }: {
    to: string;
    /** Who followed them; none when nobody did. */
    from: string | undefined;
    by: string;
    word: string;
    courses: readonly { subject: string; organisation: string | null }[];
    href: string;
  },
) {
  const lines = courses
    .slice(0, named)
    .map(({ subject, organisation }) => `« ${subject} »${organisation ? `, ${organisation}` : ""}`);
  const rest = courses.length - lines.length;
  const whence = from ? ` que suivait ${from}` : "";
  return composeLetter({
    network: theme.name,
    subject:
      courses.length === 1
        ? `Un accompagnement vous est confié`
        : `${courses.length} accompagnements vous sont confiés`,
    greeting: `Bonjour ${to},`,
    paragraphs: [
      `${by} vous passe le relais de ${plural(courses.length, "accompagnement")}${whence} : ${[...lines, ...(rest > 0 ? [`et ${rest} de plus`] : [])].join(" ; ")}.`,
      ...(word ? [`Son mot : « ${word} »`] : []),
      "L’historique, les objectifs et ce qui est prévu sont sur leur page. Les organisations qui avaient demandé à être accompagnées sont prévenues.",
    ],
    action: { label: courses.length === 1 ? "Ouvrir l’accompagnement" : "Voir mes accompagnements", href },
  });
}

/** To who asked: someone else answers now. */
export function newReferentLetter(
  theme: Theme,
  { name, subject, referent, href }: { name: string; subject: string; referent: string; href: string },
) {
  return composeLetter({
    network: theme.name,
    subject: `Votre demande : ${referent} vous répond désormais`,
    greeting: `Bonjour ${name},`,
    paragraphs: [
      `C’est désormais ${referent} qui suit votre demande « ${subject} ».`,
      "Vous n’avez rien à refaire : tout ce qui a été dit et échangé lui est transmis.",
    ],
    action: { label: "Suivre ma demande", href },
    notes: ["Ce lien est personnel : qui l’a peut lire votre demande et y ajouter un mot ou un document."],
  });
}
