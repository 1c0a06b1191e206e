import { formatDuration, plural } from "#ui/format.ts";
import { Paragraphs } from "#ui/prose.tsx";
import type { CatalogueModule } from "./dates/rules.catalogue.ts";
import { wordDate } from "./texts.feed.ts";
import { capital, natures, wordChange, wordWhere } from "./texts.ts";
import { pageOf } from "./views.lines.tsx";

/** What is taught, by cycle; each module with its next dates. */
export function Modules({ modules }: { modules: readonly CatalogueModule[] }) {
  const cycles = [...Map.groupBy(modules, ({ cycle }) => cycle)];
  return (
    <>
      {cycles.map(([cycle, own]) => (
        <section>
          <h3>{cycle ?? (cycles.length > 1 ? "Hors cycle" : "Modules")}</h3>
          {own.map((module) => (
            <Module module={module} />
          ))}
        </section>
      ))}
    </>
  );
}

function Module({ module }: { module: CatalogueModule }) {
  const { id, title, nature, duration_minutes, next, held } = module;
  const more = [
    ["Contenu", module.contents],
    ["Pour qui", module.audience],
    ["Prérequis", module.prerequisites],
  ].filter(([, text]) => text) as [string, string][];
  return (
    <article class="module" id={`module-${id}`}>
      <h4>{title}</h4>
      <p class="soft small">
        {[
          nature ? capital(natures[nature]) : "",
          duration_minutes ? formatDuration(duration_minutes) : "",
          held > 0 ? `déjà tenu ${plural(held, "fois", "fois")}` : "",
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {module.objectives ? <Paragraphs text={module.objectives} /> : null}
      {more.length > 0 ? (
        <details>
          <summary>{more.map(([name], rank) => (rank > 0 ? name.toLowerCase() : name)).join(", ")}</summary>
          {more.map(([name, text]) => (
            <>
              <h5>{name}</h5>
              <Paragraphs text={text} />
            </>
          ))}
        </details>
      ) : null}
      {next.length > 0 ? (
        <ul class="module-dates">
          {next.map((line) => (
            <li class={line.cancelled ? "is-off" : undefined}>
              <a href={pageOf(line)}>{capital(wordDate(line))}</a>
              {line.vague ? "" : `, ${wordWhere(line)}`}
              {wordChange(line) ? ` (${wordChange(line).toLowerCase()})` : ""}
            </li>
          ))}
        </ul>
      ) : (
        <p class="soft small">Pas de date annoncée pour le moment.</p>
      )}
    </article>
  );
}
