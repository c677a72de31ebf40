/** What Stripe answers when it refuses: the status and the words of its error object. */
export class Refusal extends Error {
  /** True when what was done before the refusal stays: a declined payment is an attempt. */
  keeps = false;

  constructor(
    readonly status: number,
    readonly body: { type: string; message: string; code?: string; param?: string; decline_code?: string },
  ) {
    super(body.message);
  }
}

const invalid = (status: number, message: string, more: { code?: string; param?: string } = {}) =>
  new Refusal(status, { type: "invalid_request_error", message, ...more });

/** A parameter that the endpoint does not know. */
export function unknownParameters(names: string[]): Refusal {
  const word = names.length > 1 ? "parameters" : "parameter";
  return invalid(400, `Received unknown ${word}: ${names.join(", ")}`, { code: "parameter_unknown", param: names[0] });
}

/** A parameter without which the endpoint does nothing. */
export function missingParameter(param: string): Refusal {
  return invalid(400, `Missing required param: ${param}.`, { code: "parameter_missing", param });
}

/** A value that the endpoint does not take. */
export function invalidParameter(param: string, message: string, code?: string): Refusal {
  return invalid(400, message, { param, code });
}

/** Something that would be possible elsewhere, but not in the present state. */
export function invalidRequest(message: string, code?: string): Refusal {
  return invalid(400, message, { code });
}

/** An id that nothing has: 404 when the address names it, 400 when a parameter does. */
export function missingResource(kind: string, id: string, param?: string): Refusal {
  const more = { code: "resource_missing", param: param ?? "id" };
  return invalid(param ? 400 : 404, `No such ${kind.replace(/^.*\./, "").replace("_", " ")}: '${id}'`, more);
}

/** An address that Stripe does not have. */
export function unknownAddress(method: string, path: string): Refusal {
  return invalid(404, `Unrecognized request URL (${method}: ${path}).`);
}

/** A key that is not ours, or none. */
export function unauthorized(key: string | undefined): Refusal {
  const shown = key && `${key.slice(0, 8)}${"*".repeat(Math.max(key.length - 12, 4))}${key.slice(-4)}`;
  return invalid(401, shown ? `Invalid API Key provided: ${shown}` : "You did not provide an API key.");
}

/** A version of the API other than the one that is spoken here. */
export function foreignVersion(given: string, spoken: string): Refusal {
  return invalid(400, `Invalid Stripe API version: ${given} (this stand-in speaks ${spoken} only)`);
}

/** An idempotency key that comes again with something else. */
export function idempotencyReuse(key: string, sameEndpoint: boolean): Refusal {
  const should = sameEndpoint
    ? "Keys for idempotent requests can only be used with the same parameters they were first used with."
    : "Keys for idempotent requests can only be used for the same endpoint they were first used for.";
  const message = `${should} Try using a key other than '${key}' if you meant to execute a different request.`;
  return new Refusal(400, { type: "idempotency_error", message });
}

/** A card that its bank declines. */
export function cardDeclined(declineCode: string): Refusal {
  const message =
    declineCode === "insufficient_funds" ? "Your card has insufficient funds." : "Your card was declined.";
  return new Refusal(402, { type: "card_error", code: "card_declined", decline_code: declineCode, message });
}

/** Stripe's own failure. */
export function outageOf(status: 429 | 500): Refusal {
  if (status === 429)
    return new Refusal(429, {
      type: "invalid_request_error",
      code: "rate_limit",
      message: "Request rate limit exceeded.",
    });
  return new Refusal(500, { type: "api_error", message: "An unknown error occurred" });
}

/** The same refusal, after which what was done so far stays. */
export function kept(refusal: Refusal): Refusal {
  refusal.keeps = true;
  return refusal;
}
