import { z } from "zod";
import { roles } from "#platform/web/visitor.ts";

export const roleList = z.preprocess(
  (given) => (given === undefined ? [] : [given].flat()),
  z.array(z.enum(roles)),
);

export const rolesForm = z.object({ roles: roleList });
