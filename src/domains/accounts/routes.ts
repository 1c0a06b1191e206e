/** What the shells mount; other rooms enter by `index.ts`. */
export { signInRoutes, signOutRoutes } from "./entrance/routes.public.tsx";
export { keyRoutes } from "./mine/routes.keys.tsx";
export { mineRoutes } from "./mine/routes.member.tsx";
export { secondFactorRoutes } from "./mine/routes.second-factor.tsx";
