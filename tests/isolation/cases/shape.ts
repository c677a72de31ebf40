import type { inferRouterInputs } from "@trpc/server";
import type { ErrorCode } from "@/server/errors";
import type { AppRouter } from "@/server/trpc/root";
import type { ActorName, TwoPractices } from "../../factories/two-practices";

/** What an actor gets: through, or refused with this code. */
export type Outcome = "ok" | ErrorCode;
type Caller = ReturnType<TwoPractices["as"]>;
type Inputs = inferRouterInputs<AppRouter>;

/** The path of a procedure, as `router.procedure`. */
export type Path = { [R in keyof Inputs]: `${R}.${keyof Inputs[R] & string}` }[keyof Inputs];
type InputOf<P> = P extends `${infer R extends keyof Inputs}.${infer N}`
  ? N extends keyof Inputs[R]
    ? Inputs[R][N]
    : never
  : never;

export interface IsolationCase<Input = unknown> {
  /** What those who get through send: valid, and with every id that the procedure takes. */
  input?: (world: TwoPractices) => Input;
  /** Instead of `input` where one call is not enough. Its ids are then not tried one by one. */
  call?: (api: Caller, world: TwoPractices) => Promise<unknown>;
  /** The actors who get through; everyone else is refused. */
  allowed: ActorName[];
  /** A writing that partners may still do at their own couple when it has ended. Readings always may. */
  afterEnd?: true;
  /** Lets everyone through, signed in or not. */
  open?: true;
  /** What whoever gets through is answered, when the row shows the door by a refusal behind it. */
  answer?: ErrorCode;
  /** What single actors are answered instead, who come in but no further. */
  answers?: Partial<Record<ActorName, ErrorCode>>;
}

/** Rows whose inputs are checked against what their procedures take. */
export type Rows = { [P in Path]?: IsolationCase<InputOf<P>> };

/** The couple that the tests aim at, as clinicians name it. */
export const atCouple = (world: TwoPractices) => ({ practiceId: world.practiceId, coupleId: world.couple.id });
/** Staff of the practice that the tests aim at, who still are. */
export const staffOfHarbor: ActorName[] = ["therapist", "second", "endedClinician", "owner", "coordinator"];
/** Whoever holds a live session, wherever they belong. */
export const signedInEveryone: ActorName[] = [
  "alex",
  "sam",
  ...staffOfHarbor,
  "formerPartner",
  "removedStaff",
  "otherTherapist",
  "otherOwner",
  "otherPartner",
];
