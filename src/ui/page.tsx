import type { Child, PropsWithChildren } from "hono/jsx";
import { MeshDrawing } from "./motif.tsx";

/** Top of a page: where am I, what is this, what can I do. `title` is also the tab's (PageFacts.title). */
export function PageHeader({
  title,
  trail = [],
  lead,
  children,
}: PropsWithChildren<{
  title: string;
  /** The way back up: pages above this one. */
  trail?: readonly { label: string; href: string }[];
  lead?: Child;
}>) {
  return (
    <header class="page-header">
      {trail.length > 0 ? (
        <nav class="trail" aria-label="Fil d’Ariane">
          <ol>
            {trail.map((step) => (
              <li>
                <a href={step.href}>{step.label}</a>
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
      <div class="page-header-line">
        <h1>{title}</h1>
        {children ? <div class="page-actions">{children}</div> : null}
      </div>
      {lead ? <div class="lead">{lead}</div> : null}
    </header>
  );
}

/** A link that looks like what one does next. */
export function ButtonLink({
  href,
  label,
  kind = "primary",
  accesskey,
}: {
  href: string;
  label: string;
  kind?: "primary" | "quiet";
  accesskey?: string;
}) {
  return (
    <a class={`button button-${kind}`} href={href} accesskey={accesskey}>
      {label}
    </a>
  );
}

/** An empty list says what it is for and offers the next action. */
export function EmptyState({ title, children }: PropsWithChildren<{ title: string }>) {
  return (
    <div class="empty">
      <MeshDrawing word={title} width={220} height={70} strands={2} columns={6} />
      <p class="empty-title">{title}</p>
      {children}
    </div>
  );
}

/** Facts of a record: a name, a value; what is not known is left out. */
export function Facts({ facts }: { facts: readonly (readonly [string, Child])[] }) {
  return (
    <dl class="facts">
      {facts
        .filter(([, value]) => value !== null && value !== undefined && value !== "")
        .map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  );
}

/** Figures side by side. */
export function Figures({ children }: PropsWithChildren) {
  return <div class="figures">{children}</div>;
}

/** A figure that opens on the rows it counts. */
export function Figure({
  value,
  label,
  href,
  note,
}: {
  value: string;
  label: string;
  href?: string;
  note?: Child;
}) {
  return (
    <p class="figure">
      {href ? (
        <a class="figure-value" href={href}>
          {value}
          <span class="sr-only"> : voir les lignes comptées</span>
        </a>
      ) : (
        <span class="figure-value">{value}</span>
      )}
      <span class="figure-label">{label}</span>
      {note ? <span class="figure-note">{note}</span> : null}
    </p>
  );
}

/** A remark beside the text; `tone` says why it is there, and the first words say it too. */
export function Callout({
  tone = "info",
  children,
}: PropsWithChildren<{ tone?: "info" | "good" | "warning" | "bad" }>) {
  return <div class={`callout callout-${tone}`}>{children}</div>;
}

export function Tag({
  label,
  tone = "plain",
}: {
  label: string;
  tone?: "plain" | "good" | "warning" | "bad";
}) {
  return <span class={`tag tag-${tone}`}>{label}</span>;
}
