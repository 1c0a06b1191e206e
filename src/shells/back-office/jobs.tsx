import { Hono } from "hono";
import { z } from "zod";
import { office } from "#paths/office.ts";
import { type JobLine, type JobSchedule, type JobState, jobStates } from "#platform/jobs/index.ts";
import type { AppEnv } from "#platform/web/env.ts";
import { NotFound } from "#platform/web/errors.ts";
import { readQuery } from "#platform/web/form.ts";
import { may } from "#platform/web/may.ts";
import { leaveNotice } from "#platform/web/notice.ts";
import { Facet } from "#ui/filters.tsx";
import { ActionForm } from "#ui/form.tsx";
import { formatInstant } from "#ui/format.ts";
import { type Column, ListTable, Pagination, Total } from "#ui/list.tsx";
import { EmptyState, PageHeader, Tag } from "#ui/page.tsx";
import { readMachinery, runMachinery } from "./access.ts";

const size = 50;
const search = z.object({
  etat: z.enum(jobStates).optional(),
  page: z.coerce.number().int().min(1).default(1),
});

/** `/gestion/taches`: what runs behind the pages. */
export const jobRoutes = new Hono<AppEnv>()
  .get("/", may(readMachinery), async (c) => {
    const query = readQuery(c, search);
    const jobs = c.get("jobs");
    const [list, counts, schedules] = await Promise.all([
      jobs.list({ state: query.etat, limit: size, offset: (query.page - 1) * size }),
      jobs.count(),
      jobs.schedules(),
    ]);
    return c.render(<JobsPage {...{ query, list, counts, schedules }} />, { title });
  })
  .post("/:id{[0-9a-f-]{36}}/relance", may(runMachinery), async (c) => {
    if (!(await c.get("jobs").retry(c.req.param("id")))) throw new NotFound();
    await leaveNotice(c, { text: "La tâche est remise dans la file : elle repart dans un instant." });
    return c.redirect(office.jobs(), 303);
  });

const title = "Tâches";

const states: Record<JobState, { label: string; tone: "plain" | "good" | "warning" | "bad" }> = {
  waiting: { label: "En attente", tone: "warning" },
  running: { label: "En cours", tone: "plain" },
  done: { label: "Terminée", tone: "good" },
  failed: { label: "Échouée", tone: "bad" },
};

interface Props {
  query: z.output<typeof search>;
  list: { rows: JobLine[]; total: number };
  counts: Record<JobState, number>;
  schedules: JobSchedule[];
}

function JobsPage({ query, list, counts, schedules }: Props) {
  const values = jobStates.map((value) => ({ value, label: states[value].label, count: counts[value] }));
  const path = office.jobs();
  return (
    <>
      <PageHeader
        title={title}
        lead="Ce que Maillage fait derrière les pages : imports, courrier, ménage de nuit. Une tâche qui échoue est réessayée d’elle-même, de plus en plus tard, avant d’être dite échouée."
      />
      <Facet title="État" name="etat" values={values} path={path} query={{ ...query, page: undefined }} />
      {list.rows.length === 0 ? (
        <EmptyState title="Aucune tâche ici.">
          <p>Les tâches apparaissent dès qu’un import est lancé ou qu’une lettre part.</p>
        </EmptyState>
      ) : (
        <>
          <Total count={list.total} one="tâche" />
          <ListTable
            caption="Tâches, la plus récente d’abord"
            {...{ columns, path, query }}
            rows={list.rows}
          />
          <Pagination {...{ size, path, query }} page={query.page} total={list.total} />
        </>
      )}
      <h2>Ce qui part tout seul</h2>
      <ListTable caption="Tâches régulières" columns={planned} rows={schedules} path={path} query={{}} />
    </>
  );
}

const columns: readonly Column<JobLine>[] = [
  { label: "Tâche", cell: (job) => job.label },
  { label: "État", cell: (job) => <Tag {...states[job.state]} /> },
  { label: "Demandée", cell: (job) => formatInstant(job.asked_at) },
  {
    label: "Suite",
    cell: (job) =>
      job.ended_at
        ? formatInstant(job.ended_at)
        : job.due_at > job.asked_at
          ? `Pas avant le ${formatInstant(job.due_at)}`
          : "",
    wide: true,
  },
  { label: "Essais", cell: (job) => job.attempts, numeric: true, wide: true },
  { label: "Raison du dernier échec", cell: (job) => job.reason },
  {
    label: "Action",
    cell: (job) =>
      job.state === "failed" ? <ActionForm action={office.jobRetry(job.id)} label="Relancer" /> : null,
  },
];

const planned: readonly Column<JobSchedule>[] = [
  { label: "Tâche", cell: (schedule) => schedule.label },
  {
    label: "Prochain départ",
    cell: (schedule) => (schedule.next_at ? formatInstant(schedule.next_at) : "Aucun"),
  },
];
