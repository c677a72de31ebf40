import { beforeEach, expect, it, vi } from "vitest";
import { onShiftThrice } from "./leave";

let page: EventTarget;
let left: ReturnType<typeof vi.fn<() => void>>;
beforeEach(() => {
  page = new EventTarget();
  vi.stubGlobal("window", page);
  left = vi.fn<() => void>();
  onShiftThrice(left);
});

function dispatch(type: string, key: string, timeStamp: number, more: object = {}): void {
  const event = Object.assign(new Event(type), { key, ...more });
  Object.defineProperty(event, "timeStamp", { value: timeStamp });
  page.dispatchEvent(event);
}

function press(key: string, at: number): void {
  dispatch("keydown", key, at);
  dispatch("keyup", key, at + 50);
}

it("leaves when Shift alone is pressed three times within five seconds", () => {
  press("Shift", 0);
  press("Shift", 2000);
  expect(left).not.toHaveBeenCalled();
  press("Shift", 4500);
  expect(left).toHaveBeenCalledTimes(1);
});

it("stays when the three take longer", () => {
  for (const at of [0, 3000, 6000]) press("Shift", at);
  expect(left).not.toHaveBeenCalled();
});

it("stays while somebody types capitals", () => {
  for (const at of [0, 300, 600, 900]) {
    dispatch("keydown", "Shift", at);
    press("A", at + 50);
    dispatch("keyup", "Shift", at + 200);
  }
  expect(left).not.toHaveBeenCalled();
});

it("stays when another key comes between, and when Shift goes with another modifier", () => {
  press("Shift", 0);
  press("Shift", 200);
  press("a", 400);
  press("Shift", 600);
  for (const at of [800, 1000, 1200]) {
    dispatch("keydown", "Shift", at, { ctrlKey: true });
    dispatch("keyup", "Shift", at + 50);
  }
  expect(left).not.toHaveBeenCalled();
});

it("counts a Shift that is held as one", () => {
  dispatch("keydown", "Shift", 0);
  for (const at of [500, 600, 700]) dispatch("keydown", "Shift", at, { repeat: true });
  dispatch("keyup", "Shift", 800);
  press("Shift", 1000);
  expect(left).not.toHaveBeenCalled();
});

it("does not take a selection with Shift and the mouse for a call", () => {
  for (const at of [0, 400, 800]) {
    dispatch("keydown", "Shift", at);
    page.dispatchEvent(new Event("pointerdown"));
    dispatch("keyup", "Shift", at + 100);
  }
  expect(left).not.toHaveBeenCalled();
});
