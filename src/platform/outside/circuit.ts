import type { Db } from "../db/index.ts";

const failuresToOpen = 3;
const restMs = 60_000;

interface Circuit {
  isOpen: (now: Date) => boolean;
  succeeded: () => void;
  failed: (now: Date) => void;
}

/** By database, so that two sites in one process do not share them, then by service; in this process only. */
const circuits = new WeakMap<Db, Map<string, Circuit>>();

/** Whether a service is left alone: three questions in a row found no answer, less than a minute ago. */
export function circuitOf(db: Db, baseUrl: string): Circuit {
  const known = circuits.get(db) ?? new Map<string, Circuit>();
  circuits.set(db, known);
  const circuit = known.get(baseUrl) ?? open();
  known.set(baseUrl, circuit);
  return circuit;
}

function open(): Circuit {
  let failures = 0;
  let until = 0;
  return {
    isOpen: (now) => now.getTime() < until,
    succeeded() {
      failures = 0;
      until = 0;
    },
    failed(now) {
      failures += 1;
      if (failures >= failuresToOpen) until = now.getTime() + restMs;
    },
  };
}
