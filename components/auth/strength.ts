import type { ZxcvbnFactory } from "@zxcvbn-ts/core";

let factory: Promise<ZxcvbnFactory> | undefined;

async function load(): Promise<ZxcvbnFactory> {
  const [{ ZxcvbnFactory: Factory }, common, english, spanish] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-en"),
    import("@zxcvbn-ts/language-es-es"),
  ]);
  const dictionary = { ...common.dictionary, ...english.dictionary, ...spanish.dictionary };
  return new Factory({ dictionary, graphs: common.adjacencyGraphs });
}

/**
 * How hard a password is to guess, 0 to 4 (zxcvbn, Wheeler 2016), judged in the browser alone. The word lists are fetched
 * from our own site at the first call. The server judges again and has the last word.
 */
export async function passwordStrength(password: string, hints: string[]): Promise<number> {
  factory ??= load();
  const words = [...hints, ...hints.flatMap((hint) => hint.split(/[@.\s]+/)), "reconnect"].filter(Boolean);
  return (await factory).check(password.normalize("NFKC").slice(0, 100), words).score;
}
