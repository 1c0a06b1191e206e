import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";

/** The rule of Turbo's progress bar (never shown: ours is in the style sheet), which it writes into the page as it starts. */
const turboProgressBar = "'sha256-WAyOw4V+FqDc35lQPyRADLBWbuNK8ahvYEaQIYF1+Ps='";

const contentSecurityPolicy = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", turboProgressBar],
  imgSrc: ["'self'", "data:"],
  fontSrc: ["'self'"],
  connectSrc: ["'self'"],
  manifestSrc: ["'self'"],
  formAction: ["'self'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};

const always = {
  crossOriginEmbedderPolicy: false,
  referrerPolicy: "strict-origin-when-cross-origin",
  permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
};

const closed = secureHeaders({ ...always, contentSecurityPolicy, xFrameOptions: "DENY" });
const framed = secureHeaders({
  ...always,
  contentSecurityPolicy: { ...contentSecurityPolicy, frameAncestors: ["*"] },
  xFrameOptions: false,
});

/** The pages made to stand inside those of another site: they post nothing and know nobody. */
export const framedPath = "/integration/";

/** Nothing but our own files, no inline script or style, no frame around us but on the pages made for it. */
export const securityHeaders: MiddlewareHandler = (c, next) =>
  (c.req.path.startsWith(framedPath) ? framed : closed)(c, next);
