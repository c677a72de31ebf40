import { createHmac, createSign, generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { mailOf, mailOfAddress, rowToken } from "../verp";
import { genericEvents, isPostmark, isSigned, postmarkEvents, sesEvents } from "./parse";
import { isCertificateUrl, isSignedBy, isSnsHost, type SnsMessage, signedText } from "./sns";

const rowId = "0193f0c2-8d7e-7abc-8def-0123456789ab";
const token = rowToken(rowId, "alex@test.example");
const mail = { rowId, tag: token.slice(32, 38) };

describe("the address that a mail comes back to", () => {
  it("names its row to us in any case, fits into an address, and nobody else can make one", () => {
    expect(mailOfAddress(`bounces+${token.toUpperCase()}@example.org`)).toEqual(mail);
    expect(`bounces+${token}`.length).toBeLessThanOrEqual(64);
    const forged = `${token.slice(0, -1)}${token.endsWith("0") ? "1" : "0"}`;
    for (const other of [forged, `${"0".repeat(32)}${token.slice(32)}`, "", "x"]) expect(mailOf(other)).toBeNull();
    expect(rowToken(rowId, "other@test.example")).not.toBe(token);
  });
});

describe("a report of one's own mail server", () => {
  const secret = "a secret of thirty-two characters";
  const body = JSON.stringify({
    events: [
      { type: "bounce", returned: `b+${token}@x.org` },
      { type: "complaint", returned: "b+1@x.org" },
    ],
  });
  const at = new Date("2026-11-24T12:00:00Z");
  const seconds = at.getTime() / 1_000;
  const mac = (one: number, text: string) => createHmac("sha256", secret).update(`${one}.${text}`).digest("hex");

  it("counts when it is signed within five minutes, over exactly these bytes", () => {
    const header = `t=${seconds},v1=${mac(seconds, body)}`;
    expect(isSigned(secret, header, body, at)).toBe(true);
    expect(isSigned(secret, header, `${body} `, at)).toBe(false);
    expect(isSigned(secret, header, body, new Date(at.getTime() + 301_000))).toBe(false);
    expect(isSigned(secret, header.replace("t=", "t=9"), body, at)).toBe(false);
    expect(isSigned(secret, "", body, at)).toBe(false);
  });

  it("names rows by our own tokens alone", () => {
    expect(genericEvents(body)).toEqual([{ ...mail, cause: "BOUNCE" }]);
    expect(() => genericEvents("{}")).toThrow();
  });
});

describe("a report of Postmark", () => {
  const metadata = { row: token };
  it("counts bounces that are final, and complaints", () => {
    const one = (fields: object) => postmarkEvents(JSON.stringify({ Metadata: metadata, ...fields }));
    expect(one({ RecordType: "Bounce", Type: "HardBounce" })).toEqual([{ ...mail, cause: "BOUNCE" }]);
    expect(one({ RecordType: "Bounce", Type: "SoftBounce" })).toEqual([]);
    expect(one({ RecordType: "SpamComplaint" })).toEqual([{ ...mail, cause: "COMPLAINT" }]);
    expect(one({ RecordType: "SpamComplaint", Metadata: { row: "forged" } })).toEqual([]);
  });

  it("needs its password", () => {
    const basic = (password: string) => `Basic ${Buffer.from(`hook:${password}`).toString("base64")}`;
    expect([isPostmark("long secret", basic("long secret")), isPostmark("long secret", basic("other"))]).toEqual([
      true,
      false,
    ]);
    expect(isPostmark("long secret", "")).toBe(false);
  });
});

describe("a report of SES", () => {
  const source = `bounces+${token}@example.org`;
  it("counts what is permanent, by the envelope's sender or our header", () => {
    const one = (fields: object) => sesEvents(JSON.stringify({ mail: { source }, ...fields }));
    expect(one({ notificationType: "Bounce", bounce: { bounceType: "Permanent" } })).toEqual([
      { ...mail, cause: "BOUNCE" },
    ]);
    expect(one({ notificationType: "Bounce", bounce: { bounceType: "Transient" } })).toEqual([]);
    const byHeader = { source: "notes@example.org", headers: [{ name: "X-Reconnect-Row", value: token }] };
    expect(one({ eventType: "Complaint", mail: byHeader })).toEqual([{ ...mail, cause: "COMPLAINT" }]);
  });

  it("is asked of Amazon's own hosts alone", () => {
    const path = "/SimpleNotificationService-0123456789abcdef0123456789abcdef.pem";
    expect(isCertificateUrl(`https://sns.eu-west-1.amazonaws.com${path}`)).toBe(true);
    for (const url of [
      `http://sns.eu-west-1.amazonaws.com${path}`,
      `https://sns.eu-west-1.amazonaws.com.evil.example${path}`,
      `https://evil.example/sns.eu-west-1.amazonaws.com${path}`,
      `https://user@sns.eu-west-1.amazonaws.com${path}`,
      `https://sns.eu-west-1.amazonaws.com:8443${path}`,
      "https://sns.eu-west-1.amazonaws.com/other.pem",
      "https://s3.eu-west-1.amazonaws.com/x.pem",
      "not an address",
    ])
      expect([url, isCertificateUrl(url)]).toEqual([url, false]);
    expect(isSnsHost("https://sns.us-gov-west-1.amazonaws.com/?Action=ConfirmSubscription")).toBe(true);
  });

  it("is signed over its own words", () => {
    const { publicKey, privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const pem = publicKey.export({ type: "spki", format: "pem" }).toString();
    const unsigned: SnsMessage = {
      ...{ Type: "Notification", MessageId: "m", TopicArn: "arn:aws:sns:x", Message: "words", Timestamp: "t" },
      ...{ SignatureVersion: "2", Signature: "", SigningCertURL: "u" },
    };
    const Signature = createSign("RSA-SHA256").update(signedText(unsigned)).sign(privateKey, "base64");
    expect(isSignedBy(pem, { ...unsigned, Signature })).toBe(true);
    expect(isSignedBy(pem, { ...unsigned, Signature, Message: "other" })).toBe(false);
    expect(isSignedBy("no certificate", { ...unsigned, Signature })).toBe(false);
  });
});
