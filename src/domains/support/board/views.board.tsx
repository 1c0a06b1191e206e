import { support } from "#paths/support.ts";
import type { Day } from "#platform/dates.ts";
import { ActionForm } from "#ui/form.tsx";
import { formatNumber, formatShortDay, plural } from "#ui/format.ts";
import { withQuery } from "#ui/list.tsx";
import { ButtonLink, EmptyState, PageHeader } from "#ui/page.tsx";
import { openStages, usualNext } from "../rules.ts";
import { stageLabels, stageMoves } from "../texts.ts";
import type { Board, Card } from "./queries.board.ts";
import { Ways } from "./views.nav.tsx";

export const boardTitle = "Accompagnements";

interface Props {
  board: Board;
  names: ReadonlyMap<string, string>;
  staff: readonly { value: string; label: string }[];
  referent: string | undefined;
  mayWrite: boolean;
  seesSettings: boolean;
  today: Day;
}

/** The open courses, a column a stage. Cards are moved by buttons: by keyboard, and without a script. */
export function BoardPage(props: Props) {
  const { board, staff, referent, mayWrite, seesSettings } = props;
  const total = board.reduce((sum, { count }) => sum + count, 0);
  return (
    <>
      <PageHeader
        title={boardTitle}
        lead={total > 0 ? `${plural(total, "accompagnement")} en ce moment.` : undefined}
      >
        {mayWrite ? <ButtonLink href={support.add()} label="Ouvrir un accompagnement" accesskey="n" /> : null}
        {seesSettings ? <ButtonLink href={support.settings()} label="Réglages" kind="quiet" /> : null}
      </PageHeader>
      <Ways here="board" />
      <nav class="ways" aria-label="Suivis par">
        <span class="soft small">Suivis par</span>
        {[{ value: "", label: "tout le monde" }, ...staff, { value: "personne", label: "personne" }].map(
          ({ value, label }) => (
            <a
              href={withQuery(support.board(), { referent: value })}
              aria-current={value === (referent ?? "") ? "true" : undefined}
            >
              {label}
            </a>
          ),
        )}
      </nav>
      {total === 0 ? (
        <EmptyState title="Aucun accompagnement n’est ouvert">
          <p>
            Une organisation demande à être accompagnée depuis la page publique, ou vous ouvrez
            l’accompagnement vous-même.
          </p>
        </EmptyState>
      ) : (
        <div class="board">
          {board.map((column) => (
            <Column {...props} column={column} />
          ))}
        </div>
      )}
    </>
  );
}

function Column({ column, referent, ...props }: Props & { column: Board[number] }) {
  const { stage, count, cards } = column;
  return (
    <section class="board-column" aria-labelledby={`etape-${stage}`}>
      <h2 id={`etape-${stage}`}>
        {stageLabels[stage]} <span class="soft">{formatNumber(count)}</span>
      </h2>
      {cards.length === 0 ? <p class="soft small">Aucun.</p> : null}
      <ul>
        {cards.map((card) => (
          <BoardCard {...props} referent={referent} card={card} />
        ))}
      </ul>
      {count > cards.length ? (
        <p class="small">
          <a href={withQuery(support.list(), { etape: stage, referent, tri: "suite" })}>
            Voir les {formatNumber(count)}
            <span class="sr-only"> : {stageLabels[stage]}</span>
          </a>
        </p>
      ) : null}
    </section>
  );
}

function BoardCard({ card, names, mayWrite, referent, today }: Omit<Props, "board"> & { card: Card }) {
  const usual = usualNext[card.stage];
  const others = openStages.filter((stage) => stage !== card.stage && stage !== usual && stage !== "request");
  const back = withQuery(support.board(), { referent });
  const move = (stage: (typeof openStages)[number]) => (
    <ActionForm
      action={support.stage(card.id)}
      label={stageMoves[stage]}
      of={card.subject}
      hidden={{ de: card.stage, vers: stage, retour: back }}
    />
  );
  return (
    <li class="board-card">
      <a class="line-title" href={support.one(card.id)}>
        {card.subject}
      </a>
      <p class="soft small">
        {[card.organisation, names.get(card.referent_id ?? "")].filter(Boolean).join(" · ")}
      </p>
      <Deadline card={card} today={today} />
      {mayWrite && usual && usual !== "closed" && usual !== "request" ? (
        <div class="board-moves">
          {move(usual)}
          <details>
            <summary>
              Autre étape<span class="sr-only"> de « {card.subject} »</span>
            </summary>
            {others.map(move)}
            <a class="small" href={`${support.one(card.id)}#clore`}>
              Clore<span class="sr-only"> « {card.subject} »</span>
            </a>
          </details>
        </div>
      ) : null}
    </li>
  );
}

/** What comes next, or by when to answer; said when it is past. */
export function Deadline({ card, today }: { card: Card; today: Day }) {
  if (card.stage === "request" && card.answer_by)
    return (
      <p class={`small ${card.answer_by < today ? "overdue" : ""}`}>
        {card.answer_by < today ? "Réponse attendue depuis le " : "Réponse promise pour le "}
        {formatShortDay(card.answer_by)}
      </p>
    );
  if (!card.next_step) return null;
  const late = card.next_step_on !== null && card.next_step_on < today;
  return (
    <p class={`small ${late ? "overdue" : ""}`}>
      {card.next_step}
      {card.next_step_on ? `, ${late ? "prévu le" : "pour le"} ${formatShortDay(card.next_step_on)}` : ""}
    </p>
  );
}
