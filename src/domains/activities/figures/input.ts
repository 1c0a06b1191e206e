import { z } from "zod";

export const figuresQuestion = z.object({
  annee: z.coerce.number().int().min(1900).max(2999).optional().catch(undefined),
});
