import { z } from "zod";
import type { RegistryFacts } from "../features/licences/schema";

const text = z.string().max(300).nullish();

/** One result of the registry's API, version 2.1, as far as we read it. Everything but the number may be missing. */
const result = z.object({
  number: z.union([z.string(), z.number()]).transform(String),
  enumeration_type: z.enum(["NPI-1", "NPI-2"]),
  basic: z.object({
    first_name: text,
    last_name: text,
    organization_name: text,
    credential: text,
    status: text,
  }),
  taxonomies: z
    .array(z.object({ code: text, desc: text, license: text, state: text }))
    .max(100)
    .default([]),
});

/** The whole answer. What it refuses it says in `Errors`, with status 200. */
const answer = z.object({
  result_count: z.number().int().min(0).optional(),
  results: z.array(z.unknown()).max(10).optional(),
  Errors: z.array(z.unknown()).optional(),
});

const keptTaxonomies = 15;

/**
 * Reads the registry's answer for one number.
 * @returns the public facts; null when it knows no such number.
 * @throws Error when it is not an answer of the documented shape, or speaks of another number.
 */
export function readAnswer(npi: string, body: unknown): RegistryFacts | null {
  const { results, result_count: count, Errors: errors } = answer.parse(body);
  if (errors || results === undefined || count === undefined) throw new Error("The registry refused the question");
  const found = results.map((one) => result.parse(one));
  if (found.length === 0) return null;
  const mine = found.find((one) => one.number === npi);
  if (!mine) throw new Error("The registry answered another question");
  const { basic, enumeration_type: type, taxonomies } = mine;
  const person = type === "NPI-1";
  const name = person ? [basic.first_name, basic.last_name].filter(Boolean).join(" ") : (basic.organization_name ?? "");
  return {
    person,
    active: basic.status === "A",
    name,
    credential: basic.credential || null,
    taxonomies: taxonomies.slice(0, keptTaxonomies).map(({ code, desc, license, state }) => ({
      code: code ?? "",
      name: desc ?? "",
      number: license || null,
      state: state || null,
    })),
  };
}
