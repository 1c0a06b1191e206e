import type { Child } from "hono/jsx";
import { type RawBuilder, sql } from "kysely";
import type { PublicEvent } from "./queries.event.ts";

/** What a part says, under its heading. */
export interface EventSection {
  heading: string;
  content: Child;
  /** What can be done there, said at the top of the page: `S’inscrire`. */
  action?: { label: string; href: string };
  /** The part holds a form to post. */
  form?: boolean;
}

/** What another part of the network says on the page of an event: how to register, what came of it. */
export interface EventPart<Said = unknown> {
  /** A piece of the one statement that reads the page, whose row is called `event`: what the part says, as JSON. */
  reads: () => RawBuilder<Said>;
  /** Draws it; null when there is nothing to say. */
  draws(said: Said, event: PublicEvent, now: Date): EventSection | null;
}

/** The number of the event that the page is about, in the statement that reads it. */
export const ofTheEvent = sql<number>`event.id`;
