import pg from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { keyedHash } from "./crypto";
import { env } from "./env";
import { AppError } from "./errors";

/** So many tries within so many seconds. */
interface Limit {
  points: number;
  seconds: number;
}

const minute = 60;
const hour = 60 * minute;

/** What may be done how often. Guessing limits count failures only; the others count each use. */
const limits = {
  /** Wrong passwords for one account from devices that it does not know. */
  "password.account": { points: 10, seconds: 15 * minute },
  /** Wrong passwords from one device that the account knows: strangers cannot use this up. */
  "password.device": { points: 10, seconds: 15 * minute },
  /** Wrong proofs of any kind from one network address. */
  "proof.address": { points: 100, seconds: 15 * minute },
  /** Proofs of other kinds from one device that the account knows. */
  "proof.device": { points: 30, seconds: 15 * minute },
  /** Wrong second factors of one login. */
  "secondFactor.account": { points: 8, seconds: 15 * minute },
  /** Mails that one address can be made to receive. */
  "letter.recipient": { points: 5, seconds: hour },
  /** Mails that a device which the login knows asks for: strangers cannot use these up. */
  "letter.device": { points: 5, seconds: hour },
  "letter.address": { points: 30, seconds: hour },
  /** Sign-ups from one network address. */
  "signUp.address": { points: 20, seconds: hour },
  /** Different sign-in addresses that are tried with one invitation, and from one network address. */
  "joinAddress.invitation": { points: 5, seconds: 24 * hour },
  "joinAddress.address": { points: 30, seconds: 24 * hour },
  /** The same address once more, with the same invitation. */
  "joinAddress.again": { points: 20, seconds: 24 * hour },
  /** Practices that one login founds. */
  "practice.found": { points: 10, seconds: 24 * hour },
  /** Six digits typed in the room: by browser, by network address, and by everyone together. */
  "roomCode.device": { points: 5, seconds: 15 * minute },
  "roomCode.address": { points: 20, seconds: 15 * minute },
  "roomCode.everyone": { points: 300, seconds: hour },
  /** Codes of couples from other practices, typed by one login, and in one practice. */
  "transferCode.person": { points: 10, seconds: 15 * minute },
  "transferCode.practice": { points: 30, seconds: 15 * minute },
  /** Invitations that one practice sends. */
  "invitation.practice": { points: 200, seconds: 24 * hour },
  /** One mutation by one session, of each kind of its own. */
  "mutation.session": { points: 120, seconds: minute },
  /** One calendar feed: programs ask every few minutes at most, and several of them may follow one address. */
  "calendar.feed": { points: 60, seconds: hour },
  /** Private words of one partner: room for whoever writes many short ones, and never used up by anybody else. */
  "privateWord.sender": { points: 30, seconds: hour },
  "export.person": { points: 20, seconds: hour },
  "account.change": { points: 30, seconds: hour },
} satisfies Record<string, Limit>;
export type LimitName = keyof typeof limits;

const cache = globalThis as unknown as {
  reconnectThrottle?: { pool: pg.Pool; limiters: Map<string, RateLimiterPostgres> };
};

function openPool(): pg.Pool {
  const pool = new pg.Pool({
    connectionString: env().DATABASE_SYSTEM_URL,
    max: 4,
    application_name: "reconnect throttle",
  });
  pool.on("error", () => undefined); // an idle connection that broke is replaced at the next use
  return pool;
}

function limiter(name: LimitName): RateLimiterPostgres {
  cache.reconnectThrottle ??= { pool: openPool(), limiters: new Map() };
  const { pool, limiters } = cache.reconnectThrottle;
  const known = limiters.get(name);
  if (known) return known;
  const { points, seconds } = limits[name];
  const made = new RateLimiterPostgres({
    storeClient: pool,
    schemaName: "ops",
    tableName: "throttle",
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: name,
    points,
    duration: seconds,
  });
  limiters.set(name, made);
  return made;
}

/** Keys may be addresses and mail addresses: the table holds only their keyed hashes. */
const hashed = (key: string) => Buffer.from(keyedHash("throttle", key)).toString("base64url");

const tooMany = (msBeforeNext: number) => new AppError("TOO_MANY", { retrySeconds: Math.ceil(msBeforeNext / 1000) });

/**
 * Uses up one of so many tries; atomic across processes.
 * @throws AppError TOO_MANY with `retrySeconds` when none is left.
 */
export async function spend(name: LimitName, key: string): Promise<void> {
  try {
    await limiter(name).consume(hashed(key));
  } catch (error) {
    if (error instanceof RateLimiterRes) throw tooMany(error.msBeforeNext);
    throw error;
  }
}

/** @throws AppError TOO_MANY when no try is left; uses none up. */
export async function ensureLeft(name: LimitName, key: string): Promise<void> {
  const state = await limiter(name).get(hashed(key));
  if (state && state.consumedPoints >= limits[name].points) throw tooMany(state.msBeforeNext);
}

/** How many uses of a key are counted just now; uses none up. */
export async function used(name: LimitName, key: string): Promise<number> {
  return (await limiter(name).get(hashed(key)))?.consumedPoints ?? 0;
}

/** Gives one use back that turned out to be none. */
export async function giveBack(name: LimitName, key: string): Promise<void> {
  await limiter(name).reward(hashed(key));
}

/** Forgets the tries of a key, after a success. */
export async function forgive(name: LimitName, key: string): Promise<void> {
  await limiter(name).delete(hashed(key));
}

/** Removes counters that ran out. @returns how many */
export async function clearThrottle(at: Date): Promise<number> {
  limiter("password.account");
  const result = await cache.reconnectThrottle?.pool.query("DELETE FROM ops.throttle WHERE expire < $1", [
    at.getTime(),
  ]);
  return result?.rowCount ?? 0;
}

/** Closes the pool of this process. */
export async function closeThrottle(): Promise<void> {
  const open = cache.reconnectThrottle;
  cache.reconnectThrottle = undefined;
  await open?.pool.end();
}
