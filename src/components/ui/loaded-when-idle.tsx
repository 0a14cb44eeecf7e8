'use client';

import { type ComponentType, useEffect, useState, useSyncExternalStore } from 'react';
import { fetchedWhenIdle, type LaterCode } from '@/lib/browser/when-idle';
import { AwaitField } from './await-field';
import { FieldStandIn } from './field-stand-in';

/** After this time, in milliseconds, what has been opened and could not be fetched is tried again. */
const pause = 2_000;

type Fetch<Props> = () => Promise<ComponentType<Props>>;

/**
 * A component whose code is no part of the page's first scripts: it is fetched when the browser is idle. Where it is opened
 * before that, `Meanwhile` stands in its place; unless said otherwise, that keeps what is typed for it. It is no `lazy` of
 * React, as that would hold the component back for a third of a second after its code has come, and take the page away with
 * all that was typed where it does not come.
 */
export function loadedWhenIdle<Props extends object>(
	fetch: Fetch<Props>,
	Meanwhile: ComponentType = AwaitField,
): ComponentType<Props> {
	const code = fetchedWhenIdle(fetch);

	return function LoadedWhenIdle(props: Props) {
		const Component = useCode(code);
		// what has been closed before it was there awaits nothing
		const isAsked = !('open' in props) || props.open !== false;
		const hasFailed = useFetchedNow(code, isAsked);
		if (Component) return <Component {...props} />;
		if (!isAsked) return null;
		return hasFailed ? <NotLoaded /> : <Meanwhile />;
	};
}

/**
 * The same for a field of a form that stands on the page: a stand-in has its place, and its code is fetched at once when somebody
 * comes to that, or as soon as it is `open`.
 */
export function fieldWhenIdle<Props extends object>(fetch: Fetch<Props>): ComponentType<Props> {
	const code = fetchedWhenIdle(fetch);

	return function FieldWhenIdle(props: Props) {
		const Component = useCode(code);
		const [isReached, setReached] = useState(false);
		const hasFailed = useFetchedNow(code, isReached || ('open' in props && props.open === true));
		if (Component) return <Component {...props} />;
		return (
			<>
				<FieldStandIn {...roomOf(props)} onReach={() => setReached(true)} />
				{hasFailed && <NotLoaded />}
			</>
		);
	};
}

/** The class that gives a field its room in the form: that of a labelled one, or of one that is drawn as it is. */
function roomOf(props: { fieldClassName?: string | undefined; className?: string | undefined }) {
	const className = props.fieldClassName ?? props.className;
	return className === undefined ? {} : { className };
}

/** The same for what nobody opens: it appears once its code is there. `onLoader` gets the function that fetches the code at once. */
export function appearsWhenIdle<Props extends object>(
	fetch: Fetch<Props>,
	onLoader?: (load: () => Promise<void>) => void,
): ComponentType<Props> {
	const code = fetchedWhenIdle(fetch);
	onLoader?.(code.load);

	return function AppearsWhenIdle(props: Props) {
		const Component = useCode(code);
		return Component ? <Component {...props} /> : null;
	};
}

/** Fetches code that is asked for, again and again until it is there; returns whether it could not be fetched. */
function useFetchedNow<Code>(code: LaterCode<Code>, isAsked: boolean): boolean {
	const [hasFailed, setHasFailed] = useState(false);
	useEffect(() => {
		if (!isAsked) return;
		let timer: ReturnType<typeof setTimeout> | undefined;
		let isOver = false;
		const load = () =>
			code.load().catch(() => {
				setHasFailed(true);
				if (!isOver) timer = setTimeout(load, pause);
			});
		void load();
		return () => {
			isOver = true;
			clearTimeout(timer);
		};
	}, [code, isAsked]);
	return hasFailed;
}

const useCode = <Props,>(code: LaterCode<ComponentType<Props>>) =>
	useSyncExternalStore(code.subscribe, code.get, () => undefined);

/** Says that what was asked for does not open; it does once the connection is there again. */
export function NotLoaded() {
	return (
		<p
			role="alert"
			className="fixed right-4 bottom-4 z-50 max-w-sm rounded-md border bg-popover px-4 py-3 text-popover-foreground text-sm shadow-lg"
		>
			Couldn’t open this part of the page. What you typed is still here. It opens once MiniCRM can be reached again.
		</p>
	);
}
