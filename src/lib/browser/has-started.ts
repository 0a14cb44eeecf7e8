let started = false;

/** Says that the code of the first page runs: what is drawn from now on came by a click or a key. */
export function noteStart(): void {
	started = true;
}

/** Whether a page is drawn in the browser, and is not one that was loaded whole. */
export const hasStarted = () => started;
