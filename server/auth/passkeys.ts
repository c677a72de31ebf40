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
import { v4 as uuidv4 } from "uuid";
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

/** What the browser is asked for a new passkey: discoverable, and the person verified by their device. */
export async function beginPasskey(
  userId: string,
  email: string,
): Promise<{ challenge: string; options: PublicKeyCredentialCreationOptionsJSON }> {
  const options = await generateRegistrationOptions({
    rpName: "Reconnect",
    rpID: relyingParty().id,
    userID: new Uint8Array(Buffer.from(userId)),
    userName: email,
    attestationType: "none",
    excludeCredentials: descriptors(await passkeysOf(userId)),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  return { challenge: await openChallenge("PASSKEY_ADD", userId, { challenge: options.challenge }), options };
}

/** Stores a new passkey. @throws AppError EXPIRED for a late answer, WRONG_CODE for one that does not verify, CONFLICT for a known one */
export async function addPasskey(userId: string, challenge: string, response: unknown, name: string): Promise<string> {
  const open = await takeChallenge<{ challenge: string }>("PASSKEY_ADD", challenge);
  if (open.userId !== userId) throw new AppError("EXPIRED");
  const { registrationInfo, verified } = await verifyRegistrationResponse({
    response: response as RegistrationResponseJSON,
    expectedChallenge: open.data.challenge,
    expectedOrigin: relyingParty().origin,
    expectedRPID: relyingParty().id,
    requireUserVerification: true,
  }).catch(() => ({ verified: false as const, registrationInfo: undefined }));
  if (!verified || !registrationInfo) throw new AppError("WRONG_CODE");
  const { credential, credentialBackedUp } = registrationInfo;
  const id = uuidv4();
  await systemClient().passkey.create({
    data: {
      id,
      userId,
      credentialId: new Uint8Array(Buffer.from(credential.id, "base64url")),
      publicKey: new Uint8Array(credential.publicKey),
      counter: BigInt(credential.counter),
      transports: credential.transports ?? [],
      backedUp: credentialBackedUp,
      name: name.trim().slice(0, 60) || "Passkey",
      createdAt: now(),
    },
  });
  return id;
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
