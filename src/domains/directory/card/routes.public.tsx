import { Hono } from "hono";
import { directory } from "#paths/directory.ts";
import type { Db } from "#platform/db/index.ts";
import type { AppEnv } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { anyone, may } from "#platform/web/may.ts";
import { eyesOf, readDirectory } from "../access.ts";
import { findSurvivor } from "../merging/queries.ts";
import { slugOf } from "../rules.ts";
import { linkedDataOf } from "./machines.ts";
import { findCard, findMemberCard } from "./queries.ts";
import { CardPage, type CardSection } from "./views.tsx";

/**
 * What a part of the network says of an organisation on its public card; nothing when it has nothing to say. `eyes` is
 * who reads: everyone, or a member of the network who is signed in.
 */
export type CardPart = (
  db: Db,
  organisationId: number,
  eyes: "public" | "members",
) => Promise<CardSection | null>;

/** `/acteurs/<number>-<name>`: the card, with the parts that the shell gives. */
export const cardRoutes = (parts: readonly CardPart[]) =>
  new Hono<AppEnv>().get("/acteurs/:card{[0-9]+(-[^/]*)?}", may(anyone), async (c) => {
    const db = c.get("replica");
    const visitor = c.get("visitor");
    const id = Number.parseInt(c.req.param("card"), 10);
    const eyes = eyesOf(visitor);
    const known = await (eyes === "members" ? findMemberCard : findCard)(db, id);
    const survivor = known ? undefined : await findSurvivor(db, id);
    if (survivor?.visibility === "listed" && survivor.status === "published")
      return c.redirect(directory.publicCard(survivor.id, slugOf(survivor.name)), 301);
    const card = found(known);
    const right = directory.publicCard(card.id, slugOf(card.name));
    if (c.req.path !== right) return c.redirect(right, 301);
    const sections = await Promise.all(parts.map((part) => part(db, card.id, eyes)));
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
