import net, { type AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { holderOf, isFree, nextFree } from "./ports";

describe("ports", () => {
  const server = net.createServer();
  let port = 0;

  beforeAll(async () => {
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    port = (server.address() as AddressInfo).port;
  });
  afterAll(() => void server.close());

  it("knows a port that is taken, and by whom", async () => {
    expect(await isFree(port)).toBe(false);
    expect(holderOf(port)).toContain(`process ${process.pid} `);
  });

  it("goes on to the next free one, past those already promised", async () => {
    const next = await nextFree(port);
    expect(next).toBeGreaterThan(port);
    expect(await nextFree(port, [next])).toBeGreaterThan(next);
  });
});
