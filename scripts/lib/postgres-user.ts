import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PlainError } from "./steps.mjs";

/** A system user. */
export interface SystemUser {
  uid: number;
  gid: number;
}

function lookUp(name: string): SystemUser | undefined {
  try {
    const id = (flag: string): number =>
      Number(execFileSync("id", [flag, name], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return undefined;
  }
}

/** The user that Postgres must run as: undefined is oneself; for root it is `postgres`, made when missing. */
export function postgresUser(): SystemUser | undefined {
  if (process.getuid?.() !== 0) {
    return undefined;
  }
  const present = lookUp("postgres");
  if (present) {
    return present;
  }
  try {
    execFileSync(
      "useradd",
      ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"],
      {
        stdio: "ignore",
      },
    );
  } catch {
    throw new PlainError(
      "Postgres refuses to run as root, and no user named postgres could be made. Make one, or start as an ordinary user.",
    );
  }
  const made = lookUp("postgres");
  if (!made) {
    throw new PlainError("The user postgres was made but cannot be found. Start as an ordinary user instead.");
  }
  return made;
}

/** True when the user may pass through every folder down to `folder`; folders that are not there yet count as passable. */
export function mayEnter(folder: string, user: SystemUser | undefined): boolean {
  if (!user) {
    return true;
  }
  const parts = path.resolve(folder).split(path.sep);
  return parts.every((_, index) => {
    const part = parts.slice(0, index + 1).join(path.sep) || path.sep;
    if (!existsSync(part)) {
      return true;
    }
    const { mode, uid, gid } = statSync(part);
    const needed = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    return (mode & needed) !== 0;
  });
}

/** The folder itself when the user may enter it, else a place of that name where they can. */
export function placeFor(folder: string, name: string, user: SystemUser | undefined): string {
  if (mayEnter(folder, user)) {
    return folder;
  }
  const base = ["/var/tmp", tmpdir(), "/tmp"].find((place) => existsSync(place) && mayEnter(place, user));
  if (!base) {
    throw new PlainError(
      `User postgres may enter neither ${folder} nor /var/tmp. Set RECONNECT_DATA_DIR to a folder it may.`,
    );
  }
  const place = path.join(base, name);
  mkdirSync(place, { recursive: true, mode: 0o711 });
  return place;
}
