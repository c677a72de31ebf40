import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/server";
import { isoCBOR } from "@simplewebauthn/server/helpers";
import { env } from "@/server/env";

const sha256 = (data: Uint8Array | string) => createHash("sha256").update(data).digest();
const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url");

/** What the authenticator says of itself: user present and verified, and whether a new key comes with it (WebAuthn, 6.1). */
function authenticatorData(flags: number, counter: number, added: Buffer = Buffer.alloc(0)): Buffer {
  const head = Buffer.alloc(5);
  head.writeUInt8(flags, 0);
  head.writeUInt32BE(counter, 1);
  return Buffer.concat([sha256(new URL(env().PUBLIC_URL).hostname), head, added]);
}

/** What the browser says of the page that asked. */
const clientData = (type: "webauthn.create" | "webauthn.get", challenge: string) =>
  Buffer.from(JSON.stringify({ type, challenge, origin: new URL(env().PUBLIC_URL).origin, crossOrigin: false }));

/** A device with one passkey (P-256, no attestation), as a browser would speak for it. */
export function authenticator() {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const id = randomBytes(16);
  let counter = 0;
  const described = { id: text(id), rawId: text(id), type: "public-key" as const, clientExtensionResults: {} };
  const coseKey = isoCBOR.encode(
    new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, "base64url"))],
      [-3, new Uint8Array(Buffer.from(y, "base64url"))],
    ]) as Parameters<typeof isoCBOR.encode>[0],
  );
  return {
    /** Makes the passkey. */
    create({ challenge }: Pick<PublicKeyCredentialCreationOptionsJSON, "challenge">) {
      const added = Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, coseKey]);
      const object = new Map<string, unknown>([
        ["fmt", "none"],
        ["attStmt", new Map()],
        ["authData", new Uint8Array(authenticatorData(0x45, counter, added))],
      ]);
      const attestation = isoCBOR.encode(object as Parameters<typeof isoCBOR.encode>[0]);
      const clientDataJSON = text(clientData("webauthn.create", challenge));
      const response = { clientDataJSON, attestationObject: text(attestation), transports: ["internal"] };
      return { ...described, response };
    },
    /** Answers with the passkey. */
    get({ challenge }: Pick<PublicKeyCredentialRequestOptionsJSON, "challenge">) {
      counter += 1;
      const said = clientData("webauthn.get", challenge);
      const data = authenticatorData(0x05, counter);
      const signature = sign("sha256", Buffer.concat([data, sha256(said)]), privateKey);
      const response = { clientDataJSON: text(said), authenticatorData: text(data), signature: text(signature) };
      return { ...described, response };
    },
  };
}
