/** Runs once when the web process starts: with too many rights or the wrong keys it does not serve. */
export async function register(): Promise<void> {
  const { checkInstallation } = await import("./server/db/installation");
  await checkInstallation("web");
}
