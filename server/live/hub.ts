/** Somebody who is looking at a page that follows what changes. */
export interface Follower {
  personId: string;
  sessionId: string;
  /** Says that something changed; never what. */
  tell(): void;
  /** Whether the session still proves the same person; asked now and then, and at once when it ended. */
  holds(): Promise<boolean>;
  close(): void;
}

/** What is dirty is told on a fixed beat, so that nobody reads the moment of another's doing out of it. */
export const beatMs = 1_000;
/** How often a follower's session is asked for again. */
export const recheckMs = 30_000;

/** Spreads bare topics (a person's id, or an ended session's) to those who follow. Knows nothing of what changed. */
export class Hub {
  private readonly followers = new Set<Follower>();
  private readonly dirty = new Set<string>();

  /** @returns how to leave */
  join(follower: Follower): () => void {
    this.followers.add(follower);
    return () => this.followers.delete(follower);
  }

  get size(): number {
    return this.followers.size;
  }

  /** A topic came in from the database. */
  async topic(id: string): Promise<void> {
    this.dirty.add(id);
    await this.recheck((follower) => follower.sessionId === id);
  }

  /** Topics may have been missed: everybody looks again. */
  missed(): void {
    for (const { personId } of this.followers) this.dirty.add(personId);
  }

  beat(): void {
    for (const follower of this.followers) if (this.dirty.has(follower.personId)) follower.tell();
    this.dirty.clear();
  }

  /** Closes whoever's session does not hold any more. */
  async recheck(which: (follower: Follower) => boolean = () => true): Promise<void> {
    for (const follower of [...this.followers].filter(which)) {
      if (await follower.holds().catch(() => false)) continue;
      // Whoever left meanwhile, or was closed by another look, is closed already.
      if (this.followers.delete(follower)) follower.close();
    }
  }
}
