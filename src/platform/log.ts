import pino from "pino";

export type Log = pino.Logger;

/**
 * JSON lines on standard output. Nothing personal goes in: a request is logged by its id, method, route pattern,
 * status and time, never by its query, body, address or cookies.
 */
export function openLog(level: string): Log {
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
}
