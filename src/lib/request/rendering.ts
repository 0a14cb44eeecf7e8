import 'server-only';
import { cache } from 'react';

const scope = cache(() => ({}));

/** Whether a page is being rendered, where `cache` remembers what was read; a route, an action or a script has no such memory. */
export function isRendering(): boolean {
	const first = scope();
	return scope() === first;
}
