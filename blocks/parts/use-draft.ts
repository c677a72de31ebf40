"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { z } from "zod";
import { useTool } from "../tool";

/**
 * What is being written, kept sealed on this device until it is stored. `key` is unique within the homework; a kept value
 * that no longer fits `shape` is left alone. `reset` forgets what is kept and starts anew.
 */
export function useDraft<Value>(key: string, shape: z.ZodType<Value>, start: () => Value) {
  const { drafts } = useTool();
  const [value, setValue] = useState(start);
  const [restored, setRestored] = useState(false);
  const touched = useRef(false);
  const surroundings = useRef({ drafts, shape, start });
  surroundings.current = { drafts, shape, start };

  useEffect(() => {
    let here = true;
    const { drafts: kept, shape: fits } = surroundings.current;
    kept.load(key).then((found) => {
      const read = fits.safeParse(found);
      if (!here || touched.current || !read.success) return;
      setValue(read.data);
      setRestored(true);
    });
    return () => {
      here = false;
    };
  }, [key]);

  const change = useCallback(
    (next: Value) => {
      touched.current = true;
      setValue(next);
      void surroundings.current.drafts.keep(key, next);
    },
    [key],
  );
  const reset = useCallback(
    (next?: Value) => {
      touched.current = next !== undefined;
      surroundings.current.drafts.remove(key);
      setValue(next ?? surroundings.current.start());
      setRestored(false);
    },
    [key],
  );
  return { value, change, reset, restored };
}
