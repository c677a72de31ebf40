import { test } from "@playwright/test";
import { look, lookThrough, pathOf } from "../fixtures/look";
import { arrive, desk } from "../fixtures/people";

test.describe("a therapist", () => {
  let home = "";
  test.beforeAll(async ({ browser }) => {
    const therapist = await arrive(browser, "therapist@harbor.example", desk);
    home = new URL(therapist.page.url()).pathname;
    await lookThrough(therapist.context);
  });

  test("reads the caseload everywhere", () => look(home, { closely: true }));
  test("reads a couple everywhere", async () => look(await pathOf(home, /Tess/), { closely: true }));
  test("assigns homework everywhere", async () => look(`${await pathOf(home, /Tess/)}/assign`));
  test("sets appointments everywhere", async () => look(`${await pathOf(home, /Tess/)}/appointments`));
  test("changes homework everywhere", async () => look(await pathOf(await pathOf(home, /Tess/), /^Change /)));
  test("invites a couple everywhere", () => look(`${home}/couples/new`));
  test("sees who reads a couple everywhere", async () => look(`${await pathOf(home, /Tess/)}/access`));
  test("hands a couple over to another practice everywhere", async () =>
    look(`${await pathOf(home, /Tess/)}/transfer`));
  test("takes a couple on from another practice everywhere", () => look(`${home}/couples/receive`));
  test("plans time away everywhere", () => look(`${home}/absence`));
  test("sees who works here everywhere", () => look(`${home}/people`));
  test("reads the library everywhere", () => look(`${home}/library`));
  test("composes a strategy everywhere", async () => look(await pathOf(`${home}/library`, /^The small no/)));
  test("reads what a colleague shares everywhere", async () =>
    look(await pathOf(`${home}/library`, /^A walk without phones/)));
  test("keeps their licences everywhere", () => look(`${home}/licences`));
  test("reads a strategy everywhere", () => look(`${home}/library/listen-actively`));
  test("reads the programs everywhere", () => look(`${home}/library/programs`));
  test("reads a program everywhere", () => look(`${home}/library/programs/rebuilding-trust`));
  test("sees where a couple stands everywhere", async () =>
    look(`${await pathOf(home, /Jun/)}/program`, { closely: true }));
  test("sees a couple without a program everywhere", async () => look(`${await pathOf(home, /Alex/)}/program`));
  test("begins a program everywhere", async () => look(`${await pathOf(home, /Alex/)}/program/new`));
  test("sees who opened a couple everywhere", async () => look(`${await pathOf(home, /Tess/)}/log`));
  test("opens what is to be opened alone everywhere", async () => look(`${await pathOf(home, /Tess/)}/alone`));
  test("meets an empty page where nothing is to be opened alone", async () =>
    look(`${await pathOf(home, /Alex/)}/alone`));
  test("sees what was sent to a couple everywhere", async () => look(`${await pathOf(home, /Tess/)}/reminders`));
  test("decides about their own emails everywhere", () => look(`${home}/reminders`));
  test("keeps the accounting of disclosures everywhere", async () => look(`${await pathOf(home, /Alex/)}/disclosures`));
  test("reads a statement of disclosures everywhere", async () =>
    look(await pathOf(`${await pathOf(home, /Alex/)}/disclosures`, /^Statement for/)));
  test("sets up a second step everywhere", () => look("/two-factor"));
  test("meets an understandable page where there is no couple", () => look(`${home}/couples/${crypto.randomUUID()}`));
});

test.describe("an owner", () => {
  let home = "";
  test.beforeAll(async ({ browser }) => {
    const owner = await arrive(browser, "owner@harbor.example", desk);
    home = new URL(owner.page.url()).pathname.split("/").slice(0, 3).join("/");
    await lookThrough(owner.context);
  });

  for (const path of ["start", "settings", "agreement", "licences", "mail", "billing"]) {
    test(`uses the page ${path} everywhere`, () => look(`${home}/${path}`));
  }
  test("chooses among places everywhere", () => look("/home?all=1"));
  test("founds another practice everywhere", () => look("/sign-up/practice"));
  test("reads the access log everywhere", () => look(`${home}/log`));
  test("reads an access log in which nothing matches everywhere", () => look(`${home}/log?to=2001-01-01`));
});

test.describe("an owner on trial", () => {
  let home = "";
  test.beforeAll(async ({ browser }) => {
    const owner = await arrive(browser, "therapist@northside.example", desk);
    home = new URL(owner.page.url()).pathname.split("/").slice(0, 3).join("/");
    await lookThrough(owner.context);
  });

  test("chooses a plan everywhere", () => look(`${home}/billing`));
  test("is told that the trial ends everywhere", () => look(home));
});

test.describe("a coordinator", () => {
  let home = "";
  test.beforeAll(async ({ browser }) => {
    const coordinator = await arrive(browser, "coordinator@harbor.example", desk);
    home = new URL(coordinator.page.url()).pathname.split("/").slice(0, 3).join("/");
    await lookThrough(coordinator.context);
  });

  test("reads the list of couples everywhere", () => look(`${home}/couples`));
});

test.describe("an owner of the staff", () => {
  let home = "";
  test.beforeAll(async ({ browser }) => {
    const owner = await arrive(browser, "owner@harbor.example", desk);
    home = new URL(owner.page.url()).pathname.split("/").slice(0, 3).join("/");
    await lookThrough(owner.context);
  });

  test("runs the staff everywhere", () => look(`${home}/people`));
  test("lets somebody go everywhere", async () => look(await pathOf(`${home}/people`, /^Let Miriam/)));
  test("opens emergency access everywhere", async () => look(await pathOf(`${home}/couples`, /^Emergency access/)));
});
