import type pg from "pg";

/** What only one process may do at a time, whatever the machine: numbers of advisory locks, one list for all. */
export const locks = { start: 7_201_001 } as const;

/** Runs `work` while no other process runs what is under the same lock; waits for it. */
export async function alone<Result>(
  pool: pg.Pool,
  lock: keyof typeof locks,
  work: () => Promise<Result>,
): Promise<Result> {
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [locks[lock]]);
    return await work();
  } finally {
    client.release(true); // closing the connection frees the lock, even when `work` broke it
  }
}
