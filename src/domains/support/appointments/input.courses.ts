import { z } from "zod";
import type { Target } from "./commands.courses.ts";

/** Where the meeting goes: one of these courses (`12`), `nouveau`, `aucun`. */
export const courseForm = (courses: readonly { id: number }[]) =>
  z.object({
    accompagnement: z
      .string()
      .default("aucun")
      .transform((typed, context): Target => {
        if (typed === "nouveau") return "new";
        if (typed === "aucun") return "none";
        const course = courses.find(({ id }) => String(id) === typed);
        if (course) return { course: course.id };
        context.addIssue({ code: "custom", message: "Choisissez un accompagnement de la liste, ou aucun." });
        return "none";
      }),
  });
