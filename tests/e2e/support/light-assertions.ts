import type { Page } from '@playwright/test';

/** A world of scripts in a page, as Playwright's own side of it knows it. */
type World = { rawEvaluateHandle(script: string): Promise<unknown> };
type Internals = {
	_connection?: { toImpl?(page: Page): { mainFrame?(): { context?(world: 'utility'): Promise<World> } } };
};

const drawing = 'ariaSnapshotForExpectFailure(element, options) {';

let isLight = false;

/**
 * Playwright describes the whole page, as a screen reader would, at every look of an assertion that does not hold yet, and throws
 * that away where it holds a moment later: a tenth of what the pages do in the tests. The report of a test that fails has a
 * description of the page all the same (error-context.md).
 */
export async function assertLightly(page: Page): Promise<void> {
	if (isLight) return;
	isLight = true;
	const world = await (page as unknown as Internals)._connection?.toImpl?.(page).mainFrame?.().context?.('utility');
	let kind: World | null = world ? Object.getPrototypeOf(world) : null;
	while (kind && !Object.hasOwn(kind, 'rawEvaluateHandle')) kind = Object.getPrototypeOf(kind);
	// another version of Playwright is as slow as it is
	if (!kind) return;
	const evaluate = kind.rawEvaluateHandle;
	kind.rawEvaluateHandle = function (script) {
		return evaluate.call(this, script.replace(drawing, `${drawing} return undefined;`));
	};
}
