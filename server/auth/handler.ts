import NextAuth from "next-auth";
import { authOptions } from "./options";

/** NextAuth's endpoint. Options are read per request: the environment is not there while the build runs. */
export const handleAuth = (request: Request, context: unknown): Promise<Response> =>
  NextAuth(authOptions())(request, context);
