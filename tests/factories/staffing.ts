import { v7 as uuidv7 } from "uuid";
import type { CoupleRef, PersonRef, World } from "@/prisma/seed/world";
import { addDays, type CivilDate } from "@/server/clock";

/** Staff who come and go, and couples with nobody: what tests of access to couples ask of a world. */
export interface Staffing {
  /** A therapist who treats nobody. */
  colleague: PersonRef;
  /** A therapist with a couple of their own. */
  leaver: PersonRef;
  leaverCouple: CoupleRef;
  /** Treated by nobody who still works here. */
  orphanedCouple: CoupleRef;
  /** The row by which somebody read the couple until yesterday. */
  endedRowId: string;
  /** A planned absence of the therapist's, two months away. */
  absenceId: string;
}

type Cast = { therapist: PersonRef; second: PersonRef; removedStaff: PersonRef; endedClinician: PersonRef };

function plannedAbsence(world: World, person: PersonRef, startsOn: CivilDate): string {
  return world.absence(person, { startsOn, endsOn: addDays(startsOn, 4) });
}

/** Adds them. `person` makes one more person of the practice. */
export function staffing(
  world: World,
  cast: Cast,
  person: (name: string, roles?: ("OWNER" | "THERAPIST" | "COORDINATOR")[]) => PersonRef,
  today: CivilDate,
): Staffing {
  const startedOn = addDays(today, -40);
  const pair = (one: string, two: string): [PersonRef, PersonRef] => [person(one), person(two)];
  const colleague = person("Helper", ["THERAPIST"]);
  const leaver = person("Leaver", ["THERAPIST"]);
  const leaverCouple = world.couple({ partners: pair("Lea", "Lou"), clinicians: [leaver], startedOn });
  const orphanedCouple = world.couple({ partners: pair("Ori", "Oda"), clinicians: [cast.removedStaff], startedOn });
  const ended = world.rows.coupleClinician.find((row) => row.personId === cast.endedClinician.id);
  if (!ended) throw new Error("nobody read the couple until yesterday");
  ended.id = uuidv7();
  plannedAbsence(world, cast.second, addDays(today, 60));
  return {
    colleague,
    leaver,
    leaverCouple,
    orphanedCouple,
    endedRowId: ended.id,
    absenceId: plannedAbsence(world, cast.therapist, addDays(today, 60)),
  };
}
