export const overlayClasses =
	'fixed inset-0 z-50 bg-black/45 data-[state=closed]:animate-fade-out data-[state=open]:animate-fade-in dark:bg-black/60';

/** A dialog in the middle of the screen that scrolls inside when it is taller than the screen. */
export const modalClasses =
	'fixed top-1/2 left-1/2 z-50 grid max-h-[calc(100dvh-2rem)] w-[calc(100%-2rem)] max-w-lg -translate-x-1/2 -translate-y-1/2 grid-cols-[minmax(0,1fr)] gap-4 overflow-y-auto rounded-xl border bg-popover p-5 text-popover-foreground shadow-xl outline-none data-[state=closed]:animate-pop-out data-[state=open]:animate-pop-in';
