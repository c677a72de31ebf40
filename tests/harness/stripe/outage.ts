/** How Stripe fails: an error, too many requests, no answer, or a cut connection. */
export interface Outage {
  kind: "500" | "429" | "timeout" | "reset";
  /** How many requests fail; all until the controls say otherwise when absent. */
  times?: number;
  /** True when the request is carried out and only its answer is lost. */
  after?: boolean;
  /** Only for requests that begin so, for example `POST /v1/subscriptions`. */
  only?: string;
}

/** Counts an outage down. */
export class Outages {
  private present: Outage | null = null;

  begin(outage: Outage): void {
    this.present = { ...outage };
  }

  end(): void {
    this.present = null;
  }

  /** The outage that this request meets; null when there is none. */
  meet(method: string, path: string): Outage | null {
    const outage = this.present;
    if (!outage || !`${method} ${path}`.startsWith(outage.only ?? "")) return null;
    if (outage.times !== undefined) {
      outage.times -= 1;
      if (outage.times <= 0) this.present = null;
    }
    return outage;
  }
}
