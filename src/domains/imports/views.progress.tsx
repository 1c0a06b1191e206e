import { imports } from "#paths/imports.ts";
import { formatNumber, plural } from "#ui/format.ts";
import { ButtonLink } from "#ui/page.tsx";
import type { Import } from "./queries.ts";

const sentences = {
  reading: "Le fichier est en train d’être lu et comparé avec ce qui est déjà enregistré.",
  running: "Les lignes sont en train d’être enregistrées : toutes ou aucune.",
  undoing: "L’import est en train d’être annulé.",
} as const;

/** Work under way: it goes on without this page, which can be left and found again. */
export function ProgressSection({ one }: { one: Import }) {
  const done = one.done ?? 0;
  const total = one.total ?? 0;
  const sentence = sentences[one.state === "running" || one.state === "undoing" ? one.state : "reading"];
  return (
    <section data-controller="refresh" aria-label="Avancement">
      <p>{sentence} Vous pouvez quitter cette page : le travail continue, et vous le retrouverez ici.</p>
      <p>
        {total > 0 ? (
          <progress value={Math.min(done, total)} max={total} aria-label="Avancement">
            {formatNumber(done)} sur {formatNumber(total)}
          </progress>
        ) : (
          <progress aria-label="Avancement" />
        )}
      </p>
      <p role="status">
        {total > 0
          ? `${formatNumber(done)} lignes sur ${formatNumber(total)}`
          : `${plural(done, "ligne lue", "lignes lues")}`}
      </p>
      <ButtonLink href={imports.one(one.id)} label="Actualiser" kind="quiet" />
    </section>
  );
}
