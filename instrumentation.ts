/** Runs once when the web process starts: with too many rights or the wrong keys it does not serve. */
export async function register(): Promise<void> {
  // Next compiles this file for its edge runtime too, where there is no database driver.
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { checkInstallation } = await import("./server/db/installation");
  await checkInstallation("web");
}
