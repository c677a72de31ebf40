/** The partners' side never goes below 16 px: what stands on it raises the smaller steps of the shared primitives. */
export const raised = "text-16 [&_.text-13]:text-16 [&_.text-14]:text-16 [&_.text-15]:text-16";
