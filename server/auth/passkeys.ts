import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { v4 as uuidv4, v7 as uuidv7 } from "uuid";
import { now } from "../clock";
import { systemClient } from "../db/clients";
import { env } from "../env";
import { AppError } from "../errors";
import { openChallenge, takeChallenge } from "./challenges";

const relyingParty = () => ({ id: new URL(env().PUBLIC_URL).hostname, origin: new URL(env().PUBLIC_URL).origin });

/** The passkeys of a login, the oldest first. */
export async function passkeysOf(userId: string) {
  return systemClient().passkey.findMany({ where: { userId }, orderBy: { createdAt: "asc" } });
}

type Rows = Awaited<ReturnType<typeof passkeysOf>>;

function descriptors(rows: Rows) {
  return rows.map(({ credentialId, transports }) => ({
    id: Buffer.from(credentialId).toString("base64url"),
    transports: transports as never[],
  }));
}

type NewQuestion = { challenge: string; options: PublicKeyCredentialCreationOptionsJSON };

/** What the browser is asked for a new passkey: discoverable, and the person verified by their device. */
function newPasskeyOptions(
  userId: string,
  email: string,
  known: Rows,
): Promise<PublicKeyCredentialCreationOptionsJSON> {
  return generateRegistrationOptions({
    rpName: "Reconnect",
    rpID: relyingParty().id,
    userID: new Uint8Array(Buffer.from(userId)),
    userName: email,
    attestationType: "none",
    excludeCredentials: descriptors(known),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
}

/** Begins adding a passkey to a login. */
export async function beginPasskey(userId: string, email: string): Promise<NewQuestion> {
  const options = await newPasskeyOptions(userId, email, await passkeysOf(userId));
  return { challenge: await openChallenge("PASSKEY_ADD", userId, { challenge: options.challenge }), options };
}

/** A passkey that waits for the login which is made with it. */
export interface JoiningPasskey {
  /** The id that the login gets: the device keeps it beside the passkey. */
  userId: string;
  email: string;
  invitationId: string;
}

/** Begins a login that has a passkey and no password: nothing is stored but the question. */
export async function beginJoiningPasskey(email: string, invitationId: string): Promise<NewQuestion> {
  const userId = uuidv7();
  const options = await newPasskeyOptions(userId, email, []);
  const data = { challenge: options.challenge, userId, email, invitationId };
  return { challenge: await openChallenge("PASSKEY_JOIN", null, data), options };
}

/** What a new passkey is stored as, but for its owner. */
export type NewPasskey = Awaited<ReturnType<typeof verifiedPasskey>>;

async function verifiedPasskey(expectedChallenge: string, response: unknown, name: string) {
  const { registrationInfo, verified } = await verifyRegistrationResponse({
    response: response as RegistrationResponseJSON,
    expectedChallenge,
    expectedOrigin: relyingParty().origin,
    expectedRPID: relyingParty().id,
    requireUserVerification: true,
  }).catch(() => ({ verified: false as const, registrationInfo: undefined }));
  if (!verified || !registrationInfo) throw new AppError("WRONG_CODE");
  const { credential, credentialBackedUp } = registrationInfo;
  return {
    id: uuidv4(),
    credentialId: new Uint8Array(Buffer.from(credential.id, "base64url")),
    publicKey: new Uint8Array(credential.publicKey),
    counter: BigInt(credential.counter),
    transports: credential.transports ?? [],
    backedUp: credentialBackedUp,
    name: name.trim().slice(0, 60) || "Passkey",
    createdAt: now(),
  };
}

/** Stores a new passkey. @throws AppError EXPIRED for a late answer, WRONG_CODE for one that does not verify, CONFLICT for a known one */
export async function addPasskey(userId: string, challenge: string, response: unknown, name: string): Promise<string> {
  const open = await takeChallenge<{ challenge: string }>("PASSKEY_ADD", challenge);
  if (open.userId !== userId) throw new AppError("EXPIRED");
  const passkey = await verifiedPasskey(open.data.challenge, response, name);
  await systemClient().passkey.create({ data: { ...passkey, userId } });
  return passkey.id;
}

/**
 * The passkey that somebody made on the way in, not stored yet: it is, together with the login.
 * @throws AppError EXPIRED for a late answer, WRONG_CODE for one that does not verify
 */
export async function takeJoiningPasskey(
  challenge: string,
  response: unknown,
  name: string,
): Promise<JoiningPasskey & { passkey: NewPasskey }> {
  const { data } = await takeChallenge<JoiningPasskey & { challenge: string }>("PASSKEY_JOIN", challenge);
  const { userId, email, invitationId } = data;
  return { userId, email, invitationId, passkey: await verifiedPasskey(data.challenge, response, name) };
}

/** What the browser is asked to sign in, or to unlock with one of a login's passkeys. */
export async function askForPasskey(
  userId: string | null,
): Promise<{ challenge: string; options: PublicKeyCredentialRequestOptionsJSON }> {
  const options = await generateAuthenticationOptions({
    rpID: relyingParty().id,
    userVerification: "required",
    allowCredentials: userId ? descriptors(await passkeysOf(userId)) : [],
  });
  return { challenge: await openChallenge("PASSKEY_USE", userId, { challenge: options.challenge }), options };
}

/**
 * Whose passkey answered. Two factors in one: the device, and whatever it verified the person by.
 * @throws AppError EXPIRED for a late answer, WRONG_SIGN_IN for one that does not verify or belongs to someone else
 */
export async function checkPasskey(challenge: string, response: unknown): Promise<string> {
  const open = await takeChallenge<{ challenge: string }>("PASSKEY_USE", challenge);
  const answer = response as AuthenticationResponseJSON;
  const row = await systemClient().passkey.findUnique({
    where: { credentialId: new Uint8Array(Buffer.from(String(answer?.id ?? ""), "base64url")) },
    include: { user: { select: { disabledAt: true } } },
  });
  if (!row || row.user.disabledAt || (open.userId && open.userId !== row.userId)) throw new AppError("WRONG_SIGN_IN");
  const result = await verifyAuthenticationResponse({
    response: answer,
    expectedChallenge: open.data.challenge,
    expectedOrigin: relyingParty().origin,
    expectedRPID: relyingParty().id,
    requireUserVerification: true,
    credential: {
      id: Buffer.from(row.credentialId).toString("base64url"),
      publicKey: new Uint8Array(row.publicKey),
      counter: Number(row.counter),
      transports: row.transports as never[],
    },
  }).catch(() => null);
  if (!result?.verified) throw new AppError("WRONG_SIGN_IN");
  await systemClient().passkey.update({
    where: { id: row.id },
    data: { counter: BigInt(result.authenticationInfo.newCounter), lastUsedAt: now() },
  });
  return row.userId;
}

/** Gives a passkey another name. @throws AppError NOT_FOUND for another's as for an unknown one */
export async function renamePasskey(userId: string, id: string, name: string): Promise<void> {
  const { count } = await systemClient().passkey.updateMany({ where: { id, userId }, data: { name } });
  if (count === 0) throw new AppError("NOT_FOUND");
}

/** Takes a passkey away. */
export async function removePasskey(userId: string, id: string): Promise<void> {
  await systemClient().passkey.deleteMany({ where: { id, userId } });
}
