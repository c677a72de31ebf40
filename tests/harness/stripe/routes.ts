import type { z } from "zod";
import { checked } from "./parameters";
import type { World } from "./world";

export type Ids = Record<"id" | "child", string>;
export type Method = "GET" | "POST" | "DELETE";

/** An endpoint: what it is called, what it takes, what it does. */
export interface Route {
  method: Method;
  path: RegExp;
  answer(world: World, raw: unknown, ids: Ids): unknown;
}

/** An endpoint; `:id` and `:child` in the path are ids. */
export function route<Schema extends z.ZodType>(
  method: Method,
  path: string,
  schema: Schema,
  answer: (world: World, params: z.output<Schema>, ids: Ids) => unknown,
): Route {
  const pattern = path.replace(/:(\w+)/g, (_, name: string) => `(?<${name}>[^/]+)`);
  return {
    method,
    path: new RegExp(`^${pattern}$`),
    answer: (world, raw, ids) => answer(world, checked(schema, raw), ids),
  };
}

/** The endpoint of a method and path, with the ids in it. */
export function findRoute(routes: readonly Route[], method: string, path: string) {
  for (const one of routes) {
    const match = one.method === method ? one.path.exec(path) : null;
    const { id = "", child = "" } = match?.groups ?? {};
    if (match) return { route: one, ids: { id: decodeURIComponent(id), child: decodeURIComponent(child) } };
  }
  return null;
}
