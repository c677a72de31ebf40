import { type ChildProcess, spawn } from "node:child_process";
import type { AddressInfo, Socket } from "node:net";
import { setTimeout } from "node:timers/promises";
import { SMTPServer } from "smtp-server";
import { civilDate, mondayOf, now } from "@/server/clock";
import { isoWeek } from "@/server/features/reminders/policy.plan";
import { drainReminders } from "@/server/jobs/send-reminders";
import { closeMail } from "@/server/mail/transport";
import { withClient } from "../../scripts/lib/roles";
import type { movedClock } from "../factories/moved-clock";
import type { TwoPractices } from "../factories/two-practices";

const minute = 60_000;
type Mood = "well" | "slow" | "half" | "down";

/** A mail server on one port that can be down, slow, or refuse every second recipient for now. Counts what it accepted. */
export class MoodySink {
  mood: Mood = "well";
  /** How often each message was accepted, by its Message-ID; and which messages each address got. */
  readonly accepted = new Map<string, number>();
  readonly byAddress = new Map<string, Set<string>>();
  /** Recipients that it was asked for. */
  asked = 0;
  /** Recipients refused for now, and moods that it has had. */
  refused = 0;
  readonly had = new Set<Mood>();
  private readonly sockets = new Set<Socket>();
  private server = this.make();
  private port = 0;

  private make(): SMTPServer {
    const server = new SMTPServer({
      authOptional: true,
      disableReverseLookup: true,
      disabledCommands: ["STARTTLS"],
      onRcptTo: (_address, _session, done) => {
        const refuse = this.asked++ % 2 === 0 && this.mood === "half";
        if (refuse) this.refused += 1;
        done(refuse ? Object.assign(new Error("busy"), { responseCode: 451 }) : null);
      },
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        stream.on("data", (part: Buffer) => parts.push(part));
        stream.on("end", () => {
          const id = /^message-id: (.*)$/im.exec(Buffer.concat(parts).toString("utf8"))?.[1]?.trim() ?? "none";
          void setTimeout(this.mood === "slow" ? 120 : 15).then(() => {
            this.accepted.set(id, (this.accepted.get(id) ?? 0) + 1);
            for (const { address } of session.envelope.rcptTo) {
              const got = this.byAddress.get(address) ?? new Set<string>();
              this.byAddress.set(address, got.add(id));
            }
            done();
          });
        });
      },
    });
    server.on("error", () => undefined); // a killed process leaves broken connections
    server.server.on("connection", (socket: Socket) => {
      this.sockets.add(socket);
      socket.on("close", () => this.sockets.delete(socket));
    });
    return server;
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.server.listen(this.port, "127.0.0.1", resolve));
    this.port = (this.server.server.address() as AddressInfo).port;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise<void>((resolve) => this.server.close(() => resolve()));
  }

  async become(mood: Mood): Promise<void> {
    if (mood === "down" && this.mood !== "down") await this.close();
    if (mood !== "down" && this.mood === "down") {
      this.server = this.make();
      await this.open();
    }
    this.mood = mood;
    this.had.add(mood);
  }

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }
}

/** How to kill. The sink is open and in the environment, the clock is the product's, before the product is used. */
interface Killing {
  sink: MoodySink;
  clock: ReturnType<typeof movedClock>;
  rounds: number;
  people: number;
  /** Takes the database away and brings it back; told how often it did so before. */
  restart: (before: number) => Promise<unknown>;
}

/** What a run of killing left behind. */
export interface Aftermath {
  kills: number;
  restarts: number;
  owed: number;
  /** What the mail server was while they sent, and how often it said that it was busy. */
  moods: string[];
  refused: number;
  /** Final states of the ledger's rows. */
  states: Record<string, number>;
  /** People who got nothing, and people who got two different messages. */
  lost: number;
  different: number;
  /** Messages accepted more than once, with the same Message-ID. */
  duplicates: number;
}

/**
 * Owes one mail each to so many therapists of the couple, who are there for this alone. An equal part falls due in each round,
 * so that the last worker that is killed has mail to lose as the first one had.
 */
async function oweTo({ ownerUrl, practiceId, couple }: TwoPractices, { people, rounds }: Killing): Promise<void> {
  const week = isoWeek(mondayOf(civilDate(now(), "UTC")));
  await withClient(ownerUrl, async (owner) => {
    await owner.query("DELETE FROM reminder");
    await owner.query(owing, [practiceId, people, couple.id, week, rounds]);
  });
}

const owing = `
  WITH made AS (INSERT INTO person (practice_id, id, display_name, created_at)
    SELECT $1, gen_random_uuid(), 'Many ' || n, now() FROM generate_series(1, $2::int) n RETURNING practice_id, id, display_name),
  settings AS (INSERT INTO person_private (practice_id, person_id, contact_email, locale, time_zone, reminder_hour)
    SELECT practice_id, id, replace(lower(display_name), ' ', '') || '@crash.example', 'en', 'UTC', 9 FROM made),
  access AS (INSERT INTO couple_clinician (practice_id, couple_id, person_id, role, starts_at)
    SELECT practice_id, $3, id, 'SUPERVISOR', now() - interval '1 day' FROM made)
  INSERT INTO reminder (practice_id, id, person_id, kind, subject, due_at, created_at)
    SELECT practice_id, gen_random_uuid(), id, 'WEEKLY_DIGEST', $4,
      now() + make_interval(mins => 5 * (row_number() OVER () % $5)::int), now() FROM made`;

/** A worker's sending half in a process of its own, ready to work. */
async function startWorker(env: NodeJS.ProcessEnv): Promise<ChildProcess> {
  const args = ["--import", "tsx", "tests/reminders/send-worker.ts"];
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "inherit"] });
  await new Promise<void>((resolve, reject) => {
    child.stdout?.once("data", () => resolve());
    child.once("exit", () => reject(new Error("a worker did not start")));
  });
  child.removeAllListeners("exit");
  return child;
}

async function killSoon(child: ChildProcess, withinMs: number): Promise<void> {
  await setTimeout(Math.random() * withinMs);
  if (child.exitCode !== null) throw new Error("a worker ended by itself");
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await gone;
}

/** Waits until some mail is under way: who is killed before loses nothing. */
async function anyMail(sink: MoodySink): Promise<void> {
  const [before, until] = [sink.asked, Date.now() + 30_000];
  while (sink.asked === before && Date.now() < until) await setTimeout(5);
}

/** Cuts every connection of the product to its own database: other tests may work in the same cluster. */
export const cutOff = (world: TwoPractices, adminUrl: string) =>
  withClient(adminUrl, (admin) =>
    admin.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1 AND application_name LIKE 'reconnect %'",
      [new URL(world.ownerUrl).pathname.slice(1)],
    ),
  );

/** The hard ones first: a few rounds meet them too. */
const moods: Mood[] = ["half", "down", "slow", "well"];

/** Rounds of four workers that are each killed at a random moment, in every third round while the database goes and comes back. */
async function killInRounds({ sink, rounds, restart }: Killing, leasesEnd: () => Promise<void>) {
  const env = { ...process.env, SMTP_URL: sink.url, MAIL_PER_SECOND: "0", LOG_LEVEL: "silent" };
  let [kills, restarts] = [0, 0];
  for (let round = 0; round < rounds; round++) {
    await sink.become(moods[round % moods.length] ?? "well");
    const workers = await Promise.all([1, 2, 3, 4].map(() => startWorker(env)));
    const away = round % 3 === 1 ? restart(restarts++) : undefined;
    if (sink.mood !== "down") await anyMail(sink);
    await Promise.all([away, ...workers.map((worker) => killSoon(worker, away ? 3_000 : 900))]);
    kills += workers.length;
    await leasesEnd();
  }
  await sink.become("well");
  return { kills, restarts };
}

/** Sends what is left, as a worker that lives does. @returns how many rows ended in which state */
async function finish({ ownerUrl }: TwoPractices, leasesEnd: () => Promise<void>): Promise<Record<string, number>> {
  return withClient(ownerUrl, async (owner) => {
    const count = async (where: string) => {
      const { rows } = await owner.query(`SELECT state, count(*)::int AS n FROM reminder ${where} GROUP BY state`);
      return rows as { state: string; n: number }[];
    };
    while ((await count("WHERE state IN ('OWED', 'CLAIMED')")).length > 0) {
      await leasesEnd();
      await drainReminders();
    }
    return Object.fromEntries((await count("")).map((row) => [row.state, row.n]));
  });
}

/**
 * Four workers send while each is killed outright at a random moment, round after round, with the mail server well, slow, refusing
 * half, and down, and the database going and coming back. A dead worker's claims are over by the next round.
 */
export async function killAndCount(world: TwoPractices, killing: Killing): Promise<Aftermath> {
  const { sink, clock, people } = killing;
  await oweTo(world, killing);
  let jumped = 0;
  const leasesEnd = async () => clock.to(new Date(Date.now() + ++jumped * 5 * minute));
  const { kills, restarts } = await killInRounds(killing, leasesEnd);
  const states = await finish(world, leasesEnd);
  closeMail();
  await sink.close();
  const messages = [...sink.byAddress.values()];
  return {
    ...{ kills, restarts, owed: people, states, refused: sink.refused, moods: [...sink.had] },
    lost: people - messages.length,
    different: messages.filter((ids) => ids.size > 1).length,
    duplicates: [...sink.accepted.values()].reduce((sum, times) => sum + times - 1, 0),
  };
}
