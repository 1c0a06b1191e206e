import type { Child } from "hono/jsx";
import { type RawBuilder, sql } from "kysely";

/** Who reads a card: everyone, or a member of the network who is signed in. */
export type Eyes = "public" | "members";

/** What a part says, under its heading. */
export interface CardSection {
  heading: string;
  content: Child;
}

/** What a part of the network says of an organisation on its card: people, projects, partnerships. */
export interface CardPart<Said = unknown> {
  /** A piece of the one statement that reads a card, whose row is called `organisation`: what the part says, as JSON. */
  reads: (eyes: Eyes) => RawBuilder<Said>;
  /** Draws it; null when there is nothing to say. */
  draws(said: Said, organisationId: number): CardSection | null;
}

/** The number of the organisation that the card is about, in the statement that reads it. */
export const ofTheCard = sql<number>`organisation.id`;

/** The rows of a query as one JSON list, in their order. */
export const asList = <Row>(query: RawBuilder<Row>) =>
  sql<Row[]>`(select coalesce(json_agg(line), '[]') from (${query}) line)`;
