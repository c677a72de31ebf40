import { now } from "../../clock";
import { systemClient } from "../../db/clients";
import { env } from "../../env";
import { log } from "../../log";
import { addressHash, suppress } from "../suppression";
import { addressTag } from "../verp";
import { genericEvents, isPostmark, isSigned, type MailEvent, postmarkEvents, sesEvents } from "./parse";
import { isCertificateUrl, isSignedBy, isSnsHost, snsMessage } from "./sns";

const certificates = new Map<string, string>();
const fetchMs = 5_000;

/** Asks one of Amazon's own hosts, never through a redirect. */
async function ask(url: string): Promise<string> {
  const answer = await fetch(url, { redirect: "error", signal: AbortSignal.timeout(fetchMs) });
  if (!answer.ok) throw new Error("SNS did not answer");
  return answer.text();
}

async function certificateOf(url: string): Promise<string> {
  const known = certificates.get(url);
  if (known) return known;
  const text = await ask(url);
  if (certificates.size > 20) certificates.clear();
  certificates.set(url, text);
  return text;
}

/** Events of SES by SNS; a topic that asks to be confirmed is, when it is ours. Null: not from there. */
async function fromSes(topic: string, body: string): Promise<MailEvent[] | null> {
  const message = snsMessage.parse(JSON.parse(body));
  if (message.TopicArn !== topic || !isCertificateUrl(message.SigningCertURL)) return null;
  if (!isSignedBy(await certificateOf(message.SigningCertURL), message)) return null;
  if (message.Type === "SubscriptionConfirmation" && message.SubscribeURL && isSnsHost(message.SubscribeURL))
    await ask(message.SubscribeURL);
  return message.Type === "Notification" ? sesEvents(message.Message) : [];
}

/** What a request reports; null when nobody we know signed it, or its provider is not configured. */
async function eventsOf(provider: string, headers: Headers, body: string): Promise<MailEvent[] | null> {
  const { MAIL_EVENTS_SECRET, MAIL_SES_TOPIC, MAIL_POSTMARK_SECRET } = env();
  if (provider === "signed" && MAIL_EVENTS_SECRET)
    return isSigned(MAIL_EVENTS_SECRET, headers.get("x-reconnect-signature") ?? "", body, now())
      ? genericEvents(body)
      : null;
  if (provider === "postmark" && MAIL_POSTMARK_SECRET)
    return isPostmark(MAIL_POSTMARK_SECRET, headers.get("authorization") ?? "") ? postmarkEvents(body) : null;
  if (provider === "ses" && MAIL_SES_TOPIC) return fromSes(MAIL_SES_TOPIC, body);
  return null;
}

interface Sent {
  practiceId: string;
  personId: string;
  addresses: string[] | null;
}

/**
 * Stops the address that a mail went to, in the practice that sent it: the person's own, one that waits to be confirmed, or one
 * that staff typed to invite them. Where none of these is the one, because they have another one by now, nothing.
 */
async function apply({ rowId, tag, cause }: MailEvent): Promise<void> {
  const [found] = await systemClient().$queryRaw<Sent[]>`
    SELECT r.practice_id AS "practiceId", r.person_id AS "personId",
      (SELECT array_agg(a.address) FROM (
        SELECT pp.contact_email AS address FROM person_private pp WHERE pp.practice_id = r.practice_id AND pp.person_id = r.person_id
        UNION SELECT pp.pending_email FROM person_private pp WHERE pp.practice_id = r.practice_id AND pp.person_id = r.person_id
        UNION SELECT i.email FROM invitation i WHERE i.practice_id = r.practice_id AND i.person_id = r.person_id) a
        WHERE a.address IS NOT NULL) AS addresses
    FROM practice p JOIN reminder r ON r.practice_id = p.id AND r.id = ${rowId}::uuid`;
  const address = found?.addresses?.find((one) => addressTag(one) === tag);
  if (!found || !address) return;
  const { practiceId, personId } = found;
  await suppress({ practiceId, personId, addressHash: addressHash(address) }, cause);
  log().info({ reminder: rowId, cause }, "an address gets nothing more");
}

/** Takes a report of bounces and complaints. @returns the HTTP status: 204 taken, 400 not understood, 404 not ours */
export async function takeReport(provider: string, headers: Headers, body: string): Promise<204 | 400 | 404> {
  let events: MailEvent[] | null;
  try {
    events = await eventsOf(provider, headers, body);
  } catch {
    return 400;
  }
  if (!events) return 404;
  for (const event of events) await apply(event);
  return 204;
}
