import { Hono } from "hono";
import { findSettings } from "#domains/network/index.ts";
import { registrations } from "#paths/registrations.ts";
import type { AppEnv, Request } from "#platform/web/env.ts";
import { found, NotFound } from "#platform/web/errors.ts";
import { anyone, may } from "#platform/web/may.ts";
import { answer } from "#platform/web/page.ts";
import { rateLimit } from "#platform/web/rate-limit.ts";
import { findByToken } from "../../registrations/queries.person.ts";
import { givePdf } from "../answer.ts";
import { printCertificate } from "./print.ts";
import { type Certificate, findByCode, findCertificateOf } from "./queries.ts";
import { readCode } from "./rules.ts";
import { AskPage, askTitle, CheckedPage, checkedTitle } from "./views.public.tsx";

/** Codes of 100 bits are not guessed; whoever tries is slowed all the same. */
const pace = rateLimit({ count: 60, seconds: 600 });

/** Anyone checks a certificate by its code; its holder takes it by the link of their registration. */
export const certificatePublicRoutes = new Hono<AppEnv>()
  .get("/attestations", may(anyone), pace, (c) => {
    const typed = (c.req.query("code") ?? "").slice(0, 60);
    const code = readCode(typed);
    if (code) return c.redirect(registrations.certificate(code), 303);
    if (typed) return answer(c, 422, <AskPage typed={typed} unknown />, { title: askTitle });
    return c.render(<AskPage />, { title: askTitle });
  })
  .get("/attestations/:code{[0-9A-Za-z-]{20,40}}", may(anyone), pace, async (c) => {
    c.header("Cache-Control", "no-store");
    const typed = c.req.param("code");
    const code = readCode(typed);
    const certificate = code && (await findByCode(c.get("db"), code));
    if (!certificate)
      return answer(c, 404, <AskPage typed={typed} unknown />, { title: askTitle, unlisted: true });
    return c.render(<CheckedPage certificate={certificate} />, {
      title: checkedTitle(certificate),
      unlisted: true,
    });
  })
  .get(
    "/agenda/inscription/:token{[0-9a-z]{9}-[A-Za-z0-9_-]{22}}/attestation.pdf",
    may(anyone),
    pace,
    async (c) => {
      const { secret } = c.get("config");
      const registration = found(await findByToken(c.get("db"), secret, c.req.param("token")));
      const certificate = await findCertificateOf(c.get("db"), registration.id);
      if (!certificate) throw new NotFound();
      return giveCertificate(c, certificate);
    },
  );

/** The certificate on paper. */
export async function giveCertificate(c: Request, certificate: Certificate): Promise<Response> {
  const { brand_colour } = await findSettings(c.get("db"));
  const address = c.get("config").baseUrl + registrations.certificate(certificate.code);
  return givePdf(c, printCertificate(certificate, { address, brand: brand_colour }), "attestation");
}
