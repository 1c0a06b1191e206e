import { passkey } from "@better-auth/passkey";
import { APIError, betterAuth } from "better-auth";
import { magicLink } from "better-auth/plugins/magic-link";
import { twoFactor } from "better-auth/plugins/two-factor";
import type { Config } from "#platform/config.ts";
import type { Db } from "#platform/db/index.ts";
import { dated, passkeys, secondFactors, twoFactorOnUser } from "./auth-tables.ts";
import { hashPassword, longestPassword, shortestPassword, verifyPassword } from "./passwords.ts";

/** The cookie of a session: its token, signed with the instance's secret. */
export const sessionCookie = "maillage_session";

/** How long a session lasts, whatever is done with it. */
const sessionDays = 14;
/** How long a link received by mail opens the door. */
export const linkMinutes = 15;

interface Options {
  config: Config;
  /** The network's name, for what a telephone or a key shows. */
  network?: string;
  /** Writes the letter that carries a sign-in link's token, in the transaction of the request for it. */
  sendLink?: (email: string, token: string) => Promise<void>;
}

/**
 * The sign-in library, on one connection or transaction: made for each request that needs it, so that what it writes
 * is part of the command that asked for it and signed by its author. Reading who is there does not need it (`session.ts`).
 */
export function openAuth(db: Db, { config, network = "Maillage", sendLink }: Options) {
  return betterAuth({
    appName: network,
    baseURL: config.baseUrl,
    secret: config.secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false }, // ours stand on the routes
    database: { db: db.withSchema("accounts"), type: "postgres" },
    advanced: {
      database: { generateId: "uuid", validateSchema: false },
      ipAddress: { disableIpTracking: true },
      cookiePrefix: "maillage",
      useSecureCookies: false, // would rename the cookies; `secure` is said below
      defaultCookieAttributes: { secure: config.secureCookies, sameSite: "lax", httpOnly: true, path: "/" },
      cookies: { session_token: { name: sessionCookie } },
    },
    user: { modelName: "users", fields: { emailVerified: "email_verified", ...dated } },
    session: {
      modelName: "sessions",
      fields: {
        userId: "user_id",
        expiresAt: "expires_at",
        ipAddress: "ip_address",
        userAgent: "user_agent",
        ...dated,
      },
      expiresIn: sessionDays * 86_400,
      disableSessionRefresh: true,
    },
    account: {
      modelName: "credentials",
      fields: {
        userId: "user_id",
        accountId: "account_id",
        providerId: "provider_id",
        accessToken: "access_token",
        refreshToken: "refresh_token",
        idToken: "id_token",
        accessTokenExpiresAt: "access_token_expires_at",
        refreshTokenExpiresAt: "refresh_token_expires_at",
        ...dated,
      },
    },
    verification: {
      modelName: "verifications",
      fields: { expiresAt: "expires_at", ...dated },
      storeIdentifier: "hashed",
    },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: shortestPassword,
      maxPasswordLength: longestPassword,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    databaseHooks: { session: { create: { before: async ({ userId }) => refuseClosed(db, userId) } } },
    plugins: [
      secondFactorAfterLinks(
        twoFactor({ allowPasswordless: true, schema: { user: twoFactorOnUser, twoFactor: secondFactors } }),
      ),
      magicLink({
        disableSignUp: true,
        expiresIn: linkMinutes * 60,
        sendMagicLink: async ({ email, token }) => sendLink?.(email, token),
      }),
      passkey({
        rpName: network,
        origin: config.baseUrl,
        schema: { passkey: passkeys },
        authenticatorSelection: { residentKey: "required", userVerification: "preferred" },
        authentication: {
          // A key alone is something one has; checked by finger, face or code it is two factors.
          afterVerification: async ({ verification }) => {
            if (!verification.authenticationInfo.userVerified) throw new APIError("UNAUTHORIZED");
          },
        },
      }),
    ],
  });
}

/** The library asks for the code after a password only: a link in a mailbox is one factor too. */
function secondFactorAfterLinks<Plugin extends ReturnType<typeof twoFactor>>(plugin: Plugin): Plugin {
  for (const hook of plugin.hooks.after) {
    const { matcher } = hook;
    hook.matcher = (context) => matcher(context) || context.path === "/magic-link/verify";
  }
  return plugin;
}

async function refuseClosed(db: Db, userId: string) {
  const user = await db
    .selectFrom("accounts.users")
    .select("closed_at")
    .where("id", "=", userId)
    .executeTakeFirst();
  if (user?.closed_at) throw new APIError("FORBIDDEN", { code: "ACCOUNT_CLOSED" });
}
