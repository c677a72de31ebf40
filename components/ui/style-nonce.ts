import { setNonce } from "get-nonce";

/** Lets the style that a dialog or menu adds (it stops the page behind from scrolling) pass the content security policy. */
export function adoptStyleNonce(): void {
  const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
  if (nonce) setNonce(nonce);
}
