export function green(text: string): string;
export function red(text: string): string;
export function yellow(text: string): string;
export function dim(text: string): string;
export function bold(text: string): string;
export class PlainError extends Error {}
export function duration(ms: number): string;
export function step<T>(title: string, run: (note: (text: string) => void) => Promise<T>): Promise<T>;
export function explain(error: unknown): void;
