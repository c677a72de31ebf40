/** Reads a body up to a limit; null when it is larger. Content-Length is not believed. */
export async function boundedBody(request: Request, mostBytes: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const reader = request.body?.getReader();
  if (!reader) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.byteLength;
    if (size > mostBytes) {
      await reader.cancel();
      return null;
    }
    parts.push(part.value);
  }
  return new Uint8Array(Buffer.concat(parts));
}

/** The same, as text. */
export async function boundedText(request: Request, mostBytes: number): Promise<string | null> {
  const body = await boundedBody(request, mostBytes);
  return body && Buffer.from(body).toString("utf8");
}
