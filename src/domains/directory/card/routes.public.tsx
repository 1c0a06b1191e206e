import { Hono } from "hono";
import { directory } from "#paths/directory.ts";
import type { AppEnv } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { anyone, may } from "#platform/web/may.ts";
import { idOf } from "#platform/web/page.ts";
import { eyesOf, readDirectory } from "../access.ts";
import { findSurvivor } from "../merging/queries.ts";
import { slugOf } from "../rules.ts";
import { linkedDataOf } from "./machines.ts";
import type { CardPart } from "./parts.ts";
import { findCard } from "./queries.ts";
import { CardPage } from "./views.tsx";

/** `/acteurs/<number>-<name>`: the card, with the parts that the shell gives. */
export const cardRoutes = (parts: readonly CardPart[]) =>
  new Hono<AppEnv>().get("/acteurs/:card{[0-9]+(-[^/]*)?}", may(anyone), async (c) => {
    const db = c.get("replica");
    const visitor = c.get("visitor");
    const id = idOf(c, "card");
    const eyes = eyesOf(visitor);
    const known = await findCard(db, id, { eyes, parts });
    const survivor = known ? undefined : await findSurvivor(db, id);
    if (survivor?.visibility === "listed" && survivor.status === "published")
      return c.redirect(directory.publicCard(survivor.id, slugOf(survivor.name)), 301);
    const card = found(known);
    const right = directory.publicCard(card.id, slugOf(card.name));
    if (c.req.path !== right) return c.redirect(right, 301);
    const sections = parts.map((part, place) => part.draws(card.said[place], card.id));
    const office = readDirectory.allows(visitor) ? directory.one(card.id) : undefined;
    const description = String(card.values["description"] ?? "").slice(0, 160);
    return c.render(
      <CardPage card={card} sections={sections.filter((one) => one !== null)} office={office} />,
      {
        title: card.name,
        description: description || [card.actor_type, card.commune].filter(Boolean).join(", "),
        linkedData: [linkedDataOf(card, c.get("config").baseUrl)],
      },
    );
  });
