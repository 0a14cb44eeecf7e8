'use client';

import { type ComponentType, useEffect, useState, useSyncExternalStore } from 'react';
import { fetchedWhenIdle } from '@/lib/browser/when-idle';
import { AwaitField } from './await-field';

/**
 * A component whose code is no part of the page's first scripts: it is fetched when the browser is idle. Where it is opened
 * before that, `Meanwhile` stands in its place; unless said otherwise, that keeps what is typed for it. It is no `lazy` of
 * React, as that would hold the component back for a third of a second after its code has come.
 */
export function loadedWhenIdle<Props extends object>(
	fetch: () => Promise<ComponentType<Props>>,
	Meanwhile: ComponentType = AwaitField,
): ComponentType<Props> {
	const code = fetchedWhenIdle(fetch);

	return function LoadedWhenIdle(props: Props) {
		const Component = useSyncExternalStore(code.subscribe, code.get, () => undefined);
		const [failure, setFailure] = useState<{ error: unknown } | null>(null);

		useEffect(() => {
			code.load().catch((error) => setFailure({ error }));
		}, []);

		if (failure) throw failure.error;
		if (Component) return <Component {...props} />;
		// what has been closed before it was there awaits nothing
		return 'open' in props && props.open === false ? null : <Meanwhile />;
	};
}
