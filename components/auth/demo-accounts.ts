/** The people of the demo data, by practice. The sign-in page shows them only where the demo was seeded on loopback. */
export const demoPassword = "reconnect-demo";

export type DemoAccount = {
  email: string;
  role: "owner" | "therapist" | "second" | "newcomer" | "coordinator" | "partner";
};

export const demoPractices: readonly { practice: string; accounts: readonly DemoAccount[] }[] = [
  {
    practice: "Harbor Couples Therapy",
    accounts: [
      { email: "therapist@harbor.example", role: "therapist" },
      { email: "alex@couple.example", role: "partner" },
      { email: "sam@couple.example", role: "partner" },
      { email: "second@harbor.example", role: "second" },
      { email: "newcomer@harbor.example", role: "newcomer" },
      { email: "owner@harbor.example", role: "owner" },
      { email: "coordinator@harbor.example", role: "coordinator" },
    ],
  },
  {
    practice: "Northside Family Practice",
    accounts: [
      { email: "therapist@northside.example", role: "therapist" },
      { email: "rio@couple.example", role: "partner" },
      { email: "kai@couple.example", role: "partner" },
    ],
  },
];
