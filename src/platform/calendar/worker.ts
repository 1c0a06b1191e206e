import { parentPort, workerData } from "node:worker_threads";
import type { Window } from "./occurrence.ts";
import { readCalendar } from "./read.ts";

/** Reads a calendar in a thread of its own, whose memory and time are limited: a hostile one takes nothing else down. */
const { text, window }: { text: string; window: Window } = workerData;
parentPort?.postMessage(readCalendar(text, window));
