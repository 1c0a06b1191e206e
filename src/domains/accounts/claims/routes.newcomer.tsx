import { Hono } from "hono";
import type { AppEnv } from "#platform/web/env.ts";

export const newcomerRoutes = new Hono<AppEnv>();
