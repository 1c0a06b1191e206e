/** Outside: asks services of others over HTTP, without ever making a page depend on them. It does not know what is asked. */
export { ask, type OutsideAnswer, type OutsideRefusal, type OutsideService } from "./ask.ts";
export { recall, remember } from "./kept.ts";
export { type GivenAddress, readGiven } from "./read-given.ts";
