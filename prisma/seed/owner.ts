import { PrismaPg } from "@prisma/adapter-pg";
import type { Client } from "@/server/db/clients";
import { PrismaClient } from "@/server/db/generated/client";

/** A client of the owner role: migrations and seeds only, never the running product. */
export function ownerClient(url: string): Client {
  return new PrismaClient({ adapter: new PrismaPg({ connectionString: url }) }) as Client;
}
