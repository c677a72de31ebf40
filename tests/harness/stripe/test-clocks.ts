import type { Route } from "./routes";

export const testClockRoutes: Route[] = [];
