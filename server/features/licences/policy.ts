import { addDays, type CivilDate, daysBetween } from "@/server/clock";
import type {
  Confirmation,
  Elsewhere,
  LicenceKind,
  LicenceNotice,
  LicenceStatus,
  Mismatch,
  OverrideReason,
  PartnerPlace,
  RegistryFacts,
} from "./schema";

/** The ways of a licence. The trigger `licence_keeps_its_way` holds the same list in the database. */
export const ways: Record<LicenceStatus, readonly LicenceStatus[]> = {
  SUBMITTED: ["VERIFIED", "REJECTED"],
  VERIFIED: ["EXPIRED", "SUSPENDED"],
  SUSPENDED: ["VERIFIED", "EXPIRED"],
  REJECTED: [],
  EXPIRED: [],
};

/** Whether a licence may go from one state to another. */
export function mayGo(from: LicenceStatus, to: LicenceStatus): boolean {
  return ways[from].includes(to);
}

/** Whether a licence covers its holder's work on a day: verified, and not past its last day. */
export function isCurrent(licence: { status: LicenceStatus; expiresOn: CivilDate }, today: CivilDate): boolean {
  return licence.status === "VERIFIED" && licence.expiresOn >= today;
}

/** Who decides of a licence, and whose it is. */
export interface Deciding {
  deciderId: string;
  holderId: string;
  owner: boolean;
  /** The practice's only owner and only therapist. */
  sole: boolean;
}

/** Whether somebody may decide of a licence: an owner of others', of their own only where nobody else could. */
export function mayDecide({ deciderId, holderId, owner, sole }: Deciding): boolean {
  return owner && (deciderId !== holderId || sole);
}

/** How a verification is recorded: one's own is attested, whatever was chosen; another's is never. */
export function recordedConfirmation(
  deciding: Pick<Deciding, "deciderId" | "holderId">,
  chosen: Confirmation,
): Confirmation | null {
  if (deciding.deciderId === deciding.holderId) return "ATTESTED";
  return chosen === "ATTESTED" ? null : chosen;
}

// ── The registry ──────────────────────────────────────────────────────────────────────────────────────────────

/** Taxonomy codes of each profession (NUCC): a code and the specialities under it begin alike. */
const taxonomies: Record<LicenceKind, readonly string[]> = {
  LMFT: ["106H"],
  LCSW: ["1041"],
  LPC: ["101YP", "101YM"],
  LMHC: ["101YM", "101YP"],
  PSYCHOLOGIST: ["103T", "103G", "103K"],
  OTHER: [],
};

const plain = (text: string) =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const titles = new Set(["dr", "prof", "mr", "mrs", "ms", "mx", "sr", "sra"]);

/** The words of a name without titles before it and letters after it ("Dr. Ana López, LMFT"). */
const nameWords = (name: string) =>
  plain(name.split(",")[0] ?? "")
    .split(" ")
    .filter((word) => !titles.has(word));

/** Whether two names may be the same person's: the shorter one's first and last word both stand in the longer. */
export function sameName(one: string, other: string): boolean {
  const [short = [], long = []] = [nameWords(one), nameWords(other)].sort((a, b) => a.length - b.length);
  const ends = [short[0] ?? "", short.at(-1) ?? ""];
  return ends.every((word) => word !== "" && long.includes(word));
}

const plainNumber = (text: string) =>
  text
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, "")
    .replace(/^[A-Z]+/, "")
    .replace(/^0+/, "");

/** Whether two licence numbers are the same but for prefix letters, separators and leading zeros. */
export function sameNumber(one: string, other: string): boolean {
  return plainNumber(one) === plainNumber(other) && plainNumber(one) !== "";
}

/** What was typed, as far as the registry can say something about it. */
export interface Typed {
  name: string;
  kind: LicenceKind;
  number: string;
  jurisdiction: string;
}

/**
 * What the registry says otherwise than was typed, in the order in which it matters. Nothing: the number is this
 * person's. That is not a verified licence: what the registry holds was reported by the person.
 */
export function compareRegistry(typed: Typed, facts: RegistryFacts): Mismatch[] {
  if (!facts.person) return ["ORGANISATION"];
  const found: Mismatch[] = [];
  if (!facts.active) found.push("INACTIVE");
  if (!sameName(typed.name, facts.name)) found.push("NAME");
  const codes = taxonomies[typed.kind];
  if (codes.length > 0 && !facts.taxonomies.some(({ code }) => codes.some((start) => code.startsWith(start))))
    found.push("TAXONOMY");
  const state = typed.jurisdiction.slice(3);
  const there = facts.taxonomies.filter((one) => one.state === state);
  if (there.length === 0) found.push("STATE");
  const numbers = there.flatMap((one) => (one.number ? [one.number] : []));
  if (numbers.length > 0 && !numbers.some((number) => sameNumber(number, typed.number))) found.push("NUMBER");
  return found;
}

// ── Warnings before the last day ──────────────────────────────────────────────────────────────────────────────

/** Days before the last day at which a warning is owed. */
export const warningDays = [60, 30, 7] as const;
export type WarningDays = (typeof warningDays)[number];

/** The warning that is owed on a day: the latest step that was reached, none before the first or after the last day. */
export function warningOn(expiresOn: CivilDate, today: CivilDate): WarningDays | null {
  const left = daysBetween(today, expiresOn);
  if (left < 0) return null;
  return warningDays.findLast((days) => left <= days) ?? null;
}

/** A licence among the holder's, as far as warnings ask. */
export interface Lasting {
  licenceId: string;
  replacesId: string | null;
  jurisdiction: string;
  status: LicenceStatus;
  expiresOn: CivilDate;
}

/** What has been done about a licence that ends: a longer one holds for the same place, or waits to be looked at. */
export function renewalOf(licence: Lasting, all: readonly Lasting[]): "verified" | "waiting" | null {
  const later = all.filter((one) => one.jurisdiction === licence.jurisdiction && one.expiresOn > licence.expiresOn);
  if (later.some((one) => one.status === "VERIFIED")) return "verified";
  return later.some((one) => one.status === "SUBMITTED") ? "waiting" : null;
}

/**
 * Whether a warning still has something to say: the licence is verified, its last day has not passed, and no longer one
 * took its place. One that waits for the owner is quiet until the last week.
 */
export function warningStands(licence: Lasting, all: readonly Lasting[], today: CivilDate): boolean {
  if (licence.status !== "VERIFIED") return false;
  const step = warningOn(licence.expiresOn, today);
  const renewal = renewalOf(licence, all);
  return step !== null && renewal !== "verified" && (renewal === null || step === 7);
}

/** What a therapist is told above the page; null when there is nothing to say. `covered`: own licence or supervisor's. */
export function noticeFor(all: readonly Lasting[], covered: boolean, today: CivilDate): LicenceNotice | null {
  if (!covered) return { kind: all.some((one) => one.status === "SUBMITTED") ? "waiting" : "none" };
  const ending = all
    .filter(
      (one) => one.status === "VERIFIED" && one.expiresOn <= addDays(today, warningDays[0]) && one.expiresOn >= today,
    )
    .filter((one) => renewalOf(one, all) !== "verified")
    .sort((a, b) => a.expiresOn.localeCompare(b.expiresOn));
  const [first] = ending;
  if (!first) return null;
  return { kind: "expiring", days: daysBetween(today, first.expiresOn), renewing: renewalOf(first, all) !== null };
}

// ── Places ────────────────────────────────────────────────────────────────────────────────────────────────────

/** The jurisdiction that somebody's location lies in: the state in the United States, else the country. */
export function jurisdictionOf(country: string, region: string | null): string {
  if (country !== "US" || !region) return country;
  return region.startsWith("US-") ? region : `US-${region}`;
}

/** Whether a licence of one place reaches another. A country's reaches its regions; a state's nothing else. */
export function reaches(licensed: string, place: string): boolean {
  return licensed === place || (!licensed.includes("-") && place.startsWith(`${licensed}-`));
}

/** The reasons that somebody with such licences can give: PSYPACT is for psychologists, the compact for counselors. */
export function reasonsFor(kinds: readonly LicenceKind[]): OverrideReason[] {
  const psychologist = kinds.includes("PSYCHOLOGIST");
  const counselor = kinds.some((kind) => kind === "LPC" || kind === "LMHC");
  return [
    ...(psychologist ? (["PSYPACT"] as const) : []),
    ...(counselor ? (["COUNSELING_COMPACT"] as const) : []),
    "TELEHEALTH_REGISTRATION",
    "TEMPORARY_PRACTICE",
    "CLIENT_AWAY",
    "CONTINUITY",
  ];
}

/** Where a partner lives, and the reasons that the clinician recorded for places of theirs. */
export interface Located {
  personId: string;
  /** Null while they have not said. */
  country: string | null;
  region: string | null;
  overrides: readonly { jurisdiction: string; reason: OverrideReason }[];
}

/** Each partner's place beside the licences at hand. Who has not said where they live is not taken to be elsewhere. */
export function placesOf(partners: readonly Located[], licensed: readonly string[]): PartnerPlace[] {
  return partners.map(({ personId, country, region, overrides }) => {
    const jurisdiction = country ? jurisdictionOf(country, region) : null;
    const outside = jurisdiction !== null && licensed.length > 0 && !licensed.some((one) => reaches(one, jurisdiction));
    const recorded = overrides.find((one) => one.jurisdiction === jurisdiction)?.reason ?? null;
    return { personId, jurisdiction, outside, recorded };
  });
}

/** A licence under which somebody works. */
export interface Covering {
  kind: LicenceKind;
  jurisdiction: string;
}

/** Partners out of reach of every licence at hand, without a reason yet, and the reasons there are. No licence asks for none. */
export function elsewhereOf(located: readonly Located[] | null, covering: readonly Covering[] | null): Elsewhere {
  const [licensed, kinds] = [covering?.map((one) => one.jurisdiction) ?? [], covering?.map((one) => one.kind) ?? []];
  const places = placesOf(located ?? [], licensed).filter((one) => one.outside && one.recorded === null);
  return { places, reasons: reasonsFor(kinds) };
}
