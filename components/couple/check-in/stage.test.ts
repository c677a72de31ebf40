import { describe, expect, it } from "vitest";
import type { OwnCheckIn } from "@/server/features/homework/schema";
import type { Draft } from "./draft-store";
import { editStage, firstStage, stageOfDraft } from "./stage";
import { formSchema, sameValues, valuesOf } from "./values";

const checkInId = "01900000-0000-7000-8000-000000000001";
const draft: Draft = {
  clientId: "5d8f51b6-860d-4be5-be6d-d6340965743c",
  result: "PARTLY",
  difficulty: 7,
  usefulness: null,
  visibility: "THERAPIST",
  words: "We began late.",
  editing: null,
};
const stored: OwnCheckIn = {
  checkInId,
  clientId: "c0889364-d2de-40f9-ba34-31e739d33e23",
  result: "DONE",
  difficulty: null,
  usefulness: null,
  visibility: "SHARED",
  words: "We did it.",
  version: 2,
  at: new Date("2026-11-22T20:00:00Z"),
};

describe("the check-in of an occurrence", () => {
  it("is a form while it may be answered, and rests when its time has passed", () => {
    expect(firstStage({ checkIn: null, writable: true }, draft.clientId)).toMatchObject({ kind: "form" });
    expect(firstStage({ checkIn: null, writable: false }, draft.clientId)).toEqual({ kind: "closed", mine: null });
    expect(firstStage({ checkIn: stored, writable: true }, draft.clientId)).toMatchObject({ kind: "stored" });
  });

  it("takes up a draft with its own clientId, so that a second try posts nothing twice", () => {
    const stage = stageOfDraft({ checkIn: null, writable: true }, draft);
    expect(stage).toMatchObject({ kind: "form", restored: true, target: { clientId: draft.clientId, editing: null } });
  });

  it("forgets a draft that had arrived although its answer was lost on the way", () => {
    const arrived = { ...stored, ...valuesOf(draft), result: "PARTLY" as const, visibility: "THERAPIST" as const };
    expect(stageOfDraft({ checkIn: arrived, writable: true }, draft)).toBeNull();
  });

  it("shows both versions when another answer was stored meanwhile", () => {
    expect(stageOfDraft({ checkIn: stored, writable: true }, draft)).toMatchObject({ kind: "both", stored });
    const older = { ...draft, editing: { checkInId, version: 1 } };
    expect(stageOfDraft({ checkIn: stored, writable: true }, older)).toMatchObject({ kind: "both", stored });
  });

  it("goes on with a change of the version that is still stored", () => {
    const current = { ...draft, editing: { checkInId, version: 2 } };
    const stage = stageOfDraft({ checkIn: stored, writable: true }, current);
    expect(stage).toMatchObject({ kind: "form", restored: true, target: { editing: { version: 2 } } });
    expect(editStage(stored, draft.clientId)).toMatchObject({ kind: "form", target: { editing: { version: 2 } } });
  });

  it("keeps words that came too late", () => {
    expect(stageOfDraft({ checkIn: null, writable: false }, draft)).toEqual({ kind: "closed", mine: valuesOf(draft) });
  });
});

describe("the form's values", () => {
  it("need only how it went; without words the answer goes to the therapist", () => {
    const oneTap = { result: "DONE", difficulty: null, usefulness: null, visibility: null, words: "" };
    expect(formSchema.parse(oneTap)).toEqual({ ...oneTap, visibility: "THERAPIST" });
    expect(formSchema.safeParse({ ...oneTap, result: null }).error?.issues[0]?.message).toBe("chooseResult");
  });

  it("leave the readers unchosen after an answer in one tap, and keep every other choice", () => {
    expect(valuesOf({ ...stored, words: null, visibility: "THERAPIST" }).visibility).toBeNull();
    expect(valuesOf({ ...stored, words: null, visibility: "SHARED" }).visibility).toBe("SHARED");
    expect(valuesOf(stored).visibility).toBe("SHARED");
  });

  it("are the same whatever space stands around the words", () => {
    expect(sameValues(valuesOf(draft), { ...valuesOf(draft), words: " We began late.\n" })).toBe(true);
    expect(sameValues(valuesOf(draft), { ...valuesOf(draft), visibility: "SHARED" })).toBe(false);
  });
});
