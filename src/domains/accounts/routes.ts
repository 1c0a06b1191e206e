/** What the shells mount; other rooms enter by `index.ts`. */
export { signInRoutes, signOutRoutes } from "./entrance/routes.public.tsx";
