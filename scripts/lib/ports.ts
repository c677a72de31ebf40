import { execFileSync } from "node:child_process";
import { randomInt } from "node:crypto";
import { existsSync, readdirSync, readFileSync, readlinkSync } from "node:fs";
import net from "node:net";

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", (error: NodeJS.ErrnoException) => resolve(error.code === "EADDRNOTAVAIL"));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}

/** True when nobody listens on this port of the loopback, neither by IPv4 nor by IPv6. */
export async function isFree(port: number): Promise<boolean> {
  return (await canListen(port, "127.0.0.1")) && (await canListen(port, "::1"));
}

/** The first free port from `wanted` upwards, none of `taken`. */
export async function nextFree(wanted: number, taken: readonly number[] = []): Promise<number> {
  for (let port = wanted; port < Math.min(wanted + 200, 65536); port++) {
    if (!taken.includes(port) && (await isFree(port))) {
      return port;
    }
  }
  throw new Error(`No free port from ${wanted} upwards.`);
}

/** A free port at random, below the range from which systems take the ports of outgoing connections. */
export async function anyFree(): Promise<number> {
  return await nextFree(randomInt(15000, 30000));
}

/** Inodes of the sockets that listen on a port, from the tables that Linux keeps. */
function listeningInodes(port: number): string[] {
  const hex = port.toString(16).toUpperCase().padStart(4, "0");
  return ["/proc/net/tcp", "/proc/net/tcp6"].flatMap((file) => {
    if (!existsSync(file)) {
      return [];
    }
    const rows = readFileSync(file, "utf8").split("\n").slice(1);
    return rows.flatMap((row) => {
      const [, local, , state, , , , , , inode] = row.trim().split(/\s+/);
      return local?.endsWith(`:${hex}`) && state === "0A" && inode ? [inode] : [];
    });
  });
}

function holderOnLinux(port: number): string | undefined {
  const links = listeningInodes(port).map((inode) => `socket:[${inode}]`);
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const holds = readdirSync(`/proc/${pid}/fd`).some((fd) => links.includes(readlinkSync(`/proc/${pid}/fd/${fd}`)));
      if (holds) {
        const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
        return `process ${pid} (${command.slice(0, 70)})`;
      }
    } catch {
      // Processes end while one looks, and those of others are closed to us.
    }
  }
  return undefined;
}

/** In words, who listens on a port: "process 4242 (node server.js)", or "another program" where it cannot be known. */
export function holderOf(port: number): string {
  try {
    if (process.platform === "linux") {
      return holderOnLinux(port) ?? "another program";
    }
    const rows = execFileSync("lsof", ["-nP", `-iTCP:${port}`, "-sTCP:LISTEN"], { encoding: "utf8" }).split("\n");
    const [name, pid] = (rows[1] ?? "").split(/\s+/);
    return pid ? `process ${pid} (${name})` : "another program";
  } catch {
    return "another program";
  }
}
