import { Hono } from "hono";
import { people } from "#paths/people.ts";
import type { PersonalPart } from "#platform/personal-data.ts";
import { type AppEnv, authorOf, type Request } from "#platform/web/env.ts";
import { found } from "#platform/web/errors.ts";
import { type Errors, readForm, type Typed } from "#platform/web/form.ts";
import { may, signedIn } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { once } from "#platform/web/once.ts";
import { answer } from "#platform/web/page.ts";
import { answerData, dataFormats } from "./answer.tsx";
import { askErasure, withdrawRequest } from "./commands.ts";
import { readPersonalData } from "./export.ts";
import { requestForm } from "./input.ts";
import { findRequestOf, findSubject } from "./queries.ts";
import { MyDataPage, mineTitle } from "./views.member.tsx";

/** `/espace/mes-donnees`: what is kept of the one who is signed in, at once; erasure as a request to the team. */
export function personalMemberRoutes(parts: readonly PersonalPart[]) {
  return new Hono<AppEnv>()
    .get("/mes-donnees", may(signedIn), async (c) => c.render(await minePage(c, parts), { title: mineTitle }))
    .on(
      "GET",
      dataFormats.map((format) => `/mes-donnees.${format}`),
      may(signedIn),
      async (c) => answerData(c, (await mine(c, parts)).data, new Date()),
    )
    .post("/mes-donnees/effacement", may(signedIn), async (c) => {
      const read = await readForm(c, requestForm);
      if (!read.ok) return answer(c, 422, await minePage(c, parts, read), { title: mineTitle });
      const to = await once(c, c.get("db"), authorOf(c), async (db) => {
        await askErasure(db, authorOf(c), me(c), read.value.message);
        return people.mine();
      });
      await leaveNotice(c, { text: "Votre demande est faite : l’équipe vous répondra dans le mois." });
      return c.redirect(to, 303);
    })
    .post("/mes-donnees/effacement/retrait", may(signedIn), async (c) => {
      await withdrawRequest(c.get("db"), authorOf(c), me(c));
      await leaveNotice(c, { text: "Votre demande est retirée." });
      return c.redirect(people.mine(), 303);
    });
}

const me = (c: Request) => c.get("visitor").accountId ?? "";

async function mine(c: Request, parts: readonly PersonalPart[]) {
  const db = c.get("db");
  const subject = found(await findSubject(db, { userId: me(c) }));
  return { linked: subject.personId !== null, data: await readPersonalData(db, parts, subject) };
}

async function minePage(
  c: Request,
  parts: readonly PersonalPart[],
  form: { errors?: Errors; typed?: Typed } = {},
) {
  const request = await findRequestOf(c.get("db"), me(c));
  return <MyDataPage {...(await mine(c, parts))} request={request} {...form} />;
}
