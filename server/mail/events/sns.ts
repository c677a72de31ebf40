import { createVerify } from "node:crypto";
import { z } from "zod";

/** A message of Amazon SNS as it is posted. */
export const snsMessage = z.object({
  Type: z.enum(["Notification", "SubscriptionConfirmation", "UnsubscribeConfirmation"]),
  MessageId: z.string(),
  Token: z.string().optional(),
  TopicArn: z.string(),
  Subject: z.string().optional(),
  Message: z.string(),
  Timestamp: z.string(),
  SignatureVersion: z.enum(["1", "2"]),
  Signature: z.string(),
  SigningCertURL: z.string(),
  SubscribeURL: z.string().optional(),
});
export type SnsMessage = z.infer<typeof snsMessage>;

const signedFields = {
  Notification: ["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"],
  SubscriptionConfirmation: ["Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"],
  UnsubscribeConfirmation: ["Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"],
} as const;

/** Whether an address is one of Amazon's own for SNS, over https: nothing else is ever asked. */
export function isSnsHost(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, port, username } = new URL(url);
  return (
    protocol === "https:" &&
    port === "" &&
    username === "" &&
    /^sns\.[a-z]{2,4}(?:-[a-z]+)+-\d\.amazonaws\.com$/.test(hostname)
  );
}

/** Whether a certificate's address may be fetched: Amazon's host, and a certificate's name. */
export function isCertificateUrl(url: string): boolean {
  return (
    isSnsHost(url) &&
    /^\/SimpleNotificationService-[0-9a-f]{32}\.pem$/.test(new URL(url).pathname) &&
    new URL(url).search === ""
  );
}

/** The text that a message's signature is over: its fields in order, each name and value on a line of its own. */
export function signedText(message: SnsMessage): string {
  return signedFields[message.Type]
    .flatMap((name) => (message[name] === undefined ? [] : [`${name}\n${message[name]}\n`]))
    .join("");
}

/** Whether the certificate's key signed the message: SHA-1 in version 1, SHA-256 in version 2. */
export function isSignedBy(certificate: string, message: SnsMessage): boolean {
  const verify = createVerify(message.SignatureVersion === "1" ? "RSA-SHA1" : "RSA-SHA256").update(
    signedText(message),
    "utf8",
  );
  try {
    return verify.verify(certificate, message.Signature, "base64");
  } catch {
    return false;
  }
}
