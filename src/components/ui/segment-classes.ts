/** The frame of a few choices side by side, of which one is taken. */
export const segmentsClasses = 'flex w-fit max-w-full rounded-md border border-foreground/20 bg-card p-0.5';

/** One of the choices: in its frame as high as a button. */
export const segmentClasses = 'inline-flex h-7.5 items-center gap-1.5 rounded-sm px-2.5 pointer-coarse:h-8.5';

/** A choice that is a link; the one that is shown is marked by `aria-current`. */
export const segmentLinkClasses = `${segmentClasses} font-medium text-muted-foreground hover:text-foreground aria-[current]:bg-accent aria-[current]:text-accent-foreground`;
