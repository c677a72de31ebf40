import { randomUUID } from "node:crypto";
import { TRPCError } from "@trpc/server";
import { vi } from "vitest";
import { addDays, civilDate, now } from "@/server/clock";
import type { Client } from "@/server/db/clients";
import type { ReminderKind, ReminderSettings } from "@/server/features/reminders/schema";
import { drainReminders, forgetRest } from "@/server/jobs/send-reminders";
import { sweepReminders } from "@/server/jobs/sweep-reminders";
import type { TwoPractices } from "../factories/two-practices";
import type { SmtpSink } from "../harness/smtp-sink";
import { faultsOf, type SentRow } from "./interleavings.judge";
import type { Step } from "./interleavings.steps";

const minute = 60_000;
const day = 24 * 60 * minute;
const refusals = new Set(["NOT_FOUND", "CONFLICT", "BAD_REQUEST", "FORBIDDEN", "PRECONDITION_FAILED"]);
type Who = "alex" | "sam";

/** What a run works on. */
export interface Stage {
  world: TwoPractices;
  owner: Client;
  sink: SmtpSink;
  /** Where every run begins: days before clocks change in New York, weeks before they do in Madrid and on Lord Howe. */
  from: Date;
}

/** A couple to which anything may happen, by the product's own procedures, and what was sent meanwhile. */
export class Couple {
  readonly faults: string[] = [];
  /** Every row that went, with its kind. */
  readonly sent = new Map<string, ReminderKind>();
  private assignments: string[] = [];
  private readonly settings: Record<Who, ReminderSettings>;

  constructor(private readonly stage: Stage) {
    const kinds = {
      HOMEWORK_NEW: "ON",
      HOMEWORK_DUE: "ON",
      HOMEWORK_MISSED: "ON",
      WEEKLY_PULSE: "ON",
      REPLY: "ON",
    } as const;
    const base = {
      hour: 9,
      quietFrom: null,
      quietTo: null,
      timeZone: "America/New_York",
      locale: "en",
      pausedUntil: null,
    } as const;
    const fresh = (): ReminderSettings => ({ ...base, days: [0, 1, 2, 3, 4, 5, 6], kinds: { ...kinds } });
    this.settings = { alex: fresh(), sam: fresh() };
  }

  private get staff() {
    return { practiceId: this.stage.world.practiceId, coupleId: this.stage.world.couple.id };
  }

  /** Empties what earlier runs left, and goes back to the first day. */
  async begin(): Promise<void> {
    const { owner, sink, from, world } = this.stage;
    vi.setSystemTime(from);
    sink.arrived = [];
    forgetRest();
    await owner.$executeRaw`TRUNCATE reminder, reminder_opt_out, check_in, assignment, pulse CASCADE`;
    // All stories happen in the same days: their changes together would be too many for one person.
    await owner.$executeRaw`TRUNCATE ops.throttle`;
    await owner.$executeRaw`UPDATE absence SET cancelled_at = ${from} WHERE cancelled_at IS NULL`;
    await owner.$executeRaw`UPDATE identity.session SET expires_at = ${new Date(from.getTime() + 400 * day)}, idle_expires_at = ${new Date(from.getTime() + 400 * day)}`;
    await owner.couple.updateMany({ where: { id: world.couple.id }, data: { state: "ACTIVE" } });
    await this.save("alex");
    await this.save("sam");
  }

  private save(who: Who) {
    return this.stage.world.as(who).reminders.save({ coupleId: this.stage.world.couple.id, ...this.settings[who] });
  }

  private today(): string {
    return civilDate(now(), "America/New_York");
  }

  private async assign(every: "day" | "week", inDays: number): Promise<void> {
    const { world } = this.stage;
    const startsOn = addDays(this.today(), inDays);
    const made = await world.as("therapist").homework.assign({
      ...this.staff,
      ...{ clientId: randomUUID(), strategyKey: "be-curious", mode: "EACH", knownToBoth: true, note: "" },
      personIds: [world.people.alex.id, world.people.sam.id],
      cadence: { every, times: 1 },
      ...{ startsOn, endsOn: null },
    });
    this.assignments.push(made.assignmentId);
  }

  private async checkIn(who: Who, which: number): Promise<void> {
    const { owner, world } = this.stage;
    const today = new Date(`${this.today()}T00:00:00Z`);
    const open = await owner.occurrence.findMany({
      where: {
        personId: world.people[who].id,
        checkIn: null,
        opensOn: { lte: today },
        dueOn: { gte: today },
        assignment: { state: "ACTIVE" },
      },
      orderBy: { id: "asc" },
    });
    const one = open[which % Math.max(1, open.length)];
    if (!one) return;
    await world.as(who).checkIns.submit({
      ...{ coupleId: world.couple.id, occurrenceId: one.id, clientId: randomUUID() },
      ...{ result: "DONE", difficulty: null, usefulness: null, visibility: "THERAPIST", words: "" },
    });
  }

  private async reply(which: number): Promise<void> {
    const { owner, world } = this.stage;
    const answers = await owner.checkIn.findMany({ orderBy: { id: "asc" } });
    const one = answers[which % Math.max(1, answers.length)];
    if (!one) return;
    const words = { body: "Good.", audience: "AUTHOR", clientId: randomUUID() } as const;
    await world.as("therapist").checkIns.reply({ ...this.staff, checkInId: one.id, ...words });
  }

  private async homework(what: "pause" | "resume" | "end", which: number): Promise<void> {
    const assignmentId = this.assignments.at(which % Math.max(1, this.assignments.length));
    if (assignmentId) await this.stage.world.as("therapist").homework[what]({ ...this.staff, assignmentId });
  }

  private set(who: Who, changed: Partial<ReminderSettings>) {
    Object.assign(this.settings[who], changed);
    return this.save(who);
  }

  private async choose({ who, kind, choice, days }: Extract<Step, { do: "choose" }>): Promise<void> {
    const { timeZone, kinds: before, pausedUntil: until } = this.settings[who];
    const kinds = { ...before, [kind]: choice };
    const chosen = choice === "PAUSED" ? addDays(civilDate(now(), timeZone), days) : until;
    await this.set(who, { kinds, pausedUntil: Object.values(kinds).includes("PAUSED") ? chosen : null });
  }

  private async quiet({ who, hours, at }: Extract<Step, { do: "quiet" }>): Promise<void> {
    const [quietFrom, quietTo] = hours ?? [null, null];
    await this.set(who, { quietFrom, quietTo, hour: at });
  }

  /** Sends, and judges each mail that went by what rows say at this moment. */
  async send(): Promise<void> {
    const { owner, sink } = this.stage;
    const before = sink.arrived.length;
    await drainReminders();
    const rows = (await owner.reminder.findMany({ where: { state: "SENT" } })) as SentRow[];
    const fresh = rows.filter((row) => !this.sent.has(row.id));
    for (const row of fresh) {
      this.sent.set(row.id, row.kind);
      this.faults.push(...(await faultsOf(owner, row, now())));
    }
    const mails = sink.arrived.slice(before).map((mail) => mail.messageId);
    const known = new Set(sink.arrived.slice(0, before).map((mail) => mail.messageId));
    const carriers = new Set(fresh.map((row) => row.carriedBy));
    if (mails.some((id) => known.has(id))) this.faults.push("a message went a second time");
    if (mails.length !== carriers.size) this.faults.push(`${mails.length} mails for ${carriers.size} rows that carry`);
  }

  /** Does one thing. What the product refuses (to answer what rests, to assign while the couple does) changes nothing. */
  async run(step: Step): Promise<void> {
    try {
      await this.act(step);
    } catch (error) {
      if (!(error instanceof TRPCError && refusals.has(error.code))) throw error;
    }
  }

  private async act(step: Step): Promise<void> {
    const { owner, world } = this.stage;
    const coupleId = world.couple.id;
    if (step.do === "wait") vi.setSystemTime(Date.now() + step.minutes * minute);
    if (step.do === "sweep") await sweepReminders();
    if (step.do === "send") await this.send();
    if (step.do === "checkIn") await this.checkIn(step.who, step.which);
    if (step.do === "assign") await this.assign(step.every, step.inDays);
    if (step.do === "pause" || step.do === "resume" || step.do === "end") await this.homework(step.do, step.which);
    if (step.do === "couple") await owner.couple.updateMany({ where: { id: coupleId }, data: { state: step.state } });
    if (step.do === "move") await this.set(step.who, { timeZone: step.zone });
    if (step.do === "quiet") await this.quiet(step);
    if (step.do === "choose") await this.choose(step);
    if (step.do === "leave") await this.leave(step);
    if (step.do === "reply") await this.reply(step.which);
    const rated = { trust: 5, communication: null, intimacy: null, connection: null };
    if (step.do === "pulse") await world.as(step.who).pulse.save({ coupleId, ...rated });
  }

  /**
   * Sweeps and sends, each time at the instant for which something waits, until nothing does or only what rests: with an hour
   * for each partner the turns last three weeks, longer than any time away.
   */
  async settle(): Promise<void> {
    const { owner } = this.stage;
    for (let turn = 0; turn < 42; turn++) {
      await sweepReminders();
      await this.send();
      const [next] = await owner.reminder.findMany({ where: { state: "OWED" }, orderBy: { nextAt: "asc" }, take: 1 });
      if (!next) return;
      vi.setSystemTime(Math.max(Date.now(), (next.nextAt ?? next.dueAt).getTime()));
    }
  }

  private async leave({ inDays, days, rests }: Extract<Step, { do: "leave" }>): Promise<void> {
    const startsOn = addDays(this.today(), inDays);
    const { practiceId } = this.staff;
    const plan = {
      startsOn,
      endsOn: addDays(startsOn, days),
      covers: [],
      clientId: randomUUID(),
      homeworkRests: rests,
    };
    await this.stage.world.as("therapist").absences.plan({ practiceId, ...plan });
  }
}
