import type { Registered } from "@/tests/harness/nppes";

const therapist = { code: "106H00000X", desc: "Marriage & Family Therapist", primary: true };

/** NPIs of the demo's therapists: their check digits are right, the numbers are nobody's. */
export const demoNpi = { miriam: "1345670016", jonas: "1425007774", nadia: "1790000008", ruth: "1678901236" } as const;

/** What the demo's own registry holds. Of Jonas it has another number in New Jersey than the one he typed. */
export const demoRegistry: readonly Registered[] = [
  {
    number: demoNpi.miriam,
    name: ["MIRIAM", "CASTELLAN"],
    credential: "LMFT",
    taxonomies: [{ ...therapist, license: "10482", state: "NY" }],
  },
  {
    number: demoNpi.jonas,
    name: ["JONAS", "ADEYEMI"],
    credential: "LMFT",
    taxonomies: [
      { ...therapist, license: "20931", state: "NY" },
      { ...therapist, license: "37FI00181700", state: "NJ", primary: false },
    ],
  },
  {
    number: demoNpi.nadia,
    name: ["NADIA", "FAROUK"],
    credential: "LMFT",
    taxonomies: [{ ...therapist, license: null, state: "NY" }],
  },
  {
    number: demoNpi.ruth,
    name: ["RUTH", "NAKAMURA"],
    credential: "LMFT",
    taxonomies: [{ ...therapist, license: "166001233", state: "IL" }],
  },
];
