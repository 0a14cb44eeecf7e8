'use client';

import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime';
import { PathnameContext, SearchParamsContext } from 'next/dist/shared/lib/hooks-client-context.shared-runtime';
import { useRouter } from 'next/navigation';
import { type MouseEvent, type ReactNode, use, useEffect, useMemo, useRef } from 'react';
import { linkToFollow } from '@/components/layout/link-to-follow';
import { recordPath } from '@/domain/panel-record';
import { InPanel } from './in-panel';
import { PanelBoundary, PanelFailure } from './panel-failure';
import { type AskedPage, readAgain, type ShownPage } from './use-record-page';

type PanelContentProps = {
	/** What is asked for. */
	of: string;
	name: string;
	/** What is there. */
	page: ShownPage | null;
	readAt: string;
} & Leads;

/** Where what is in the panel leads: to more of its record, or out of the panel. */
type Leads = { onMore: (search: string) => void; onClose: () => void };

/** What the panel shows: the record's page, or of one that is late its name. */
export function PanelContent({ of, name, page, readAt, onMore, onClose }: PanelContentProps) {
	const isHere = page?.of === of;
	function followWithin(event: MouseEvent) {
		const link = linkToFollow(event.nativeEvent);
		if (!page || link?.pathname !== recordPath(page.record) || link.search === '') return;
		event.preventDefault();
		onMore(link.search);
	}
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: what is clicked is a link in it
		<div data-panel-body key={page?.of} className="relative" onClick={followWithin}>
			{page && <Page shown={page} readAt={readAt} onMore={onMore} onClose={onClose} />}
			{!isHere && (
				<div data-panel-awaited>
					<p translate="no" className="font-semibold text-lg">
						{name}
					</p>
					<div aria-hidden />
					<div aria-hidden />
				</div>
			)}
		</div>
	);
}

function Page({ shown, readAt, ...leads }: Leads & { shown: ShownPage; readAt: string }) {
	let found = use(readAt === shown.readAt ? shown.page : readAgain(shown, readAt));
	// what could not be read again stays as it was, with what is typed in it
	if ('failed' in found) found = use(shown.page);
	if ('failed' in found) return <PanelFailure failure={found.failed} kind={shown.record.kind} />;
	return (
		<PanelBoundary kind={shown.record.kind} node={found.node}>
			<AtItsAddress record={shown.record} search={shown.search} {...leads}>
				{found.node}
			</AtItsAddress>
		</PanelBoundary>
	);
}

/**
 * Has what the panel shows find itself at the address of its own page. What leads away from a record that is gone leads out of
 * the panel, and leaves the page beside it as it is.
 */
function AtItsAddress({ record, search, onMore, onClose, children }: AtItsAddressProps) {
	const router = useRouter();
	const path = recordPath(record);
	const leads = useRef({ onMore, onClose });
	useEffect(() => {
		leads.current = { onMore, onClose };
	});
	const within = useMemo(() => {
		const goes = (go: typeof router.push): typeof router.push => {
			return (href, options) => {
				const { pathname, search: asked } = new URL(href, window.location.href);
				if (pathname === path) leads.current.onMore(asked);
				else if (path.startsWith(`${pathname}/`)) leads.current.onClose();
				else go(href, options);
			};
		};
		return { ...router, push: goes(router.push), replace: goes(router.replace), back: () => leads.current.onClose() };
	}, [router, path]);
	const query = useMemo(() => new URLSearchParams(search), [search]);
	return (
		<AppRouterContext value={within}>
			<PathnameContext value={path}>
				<SearchParamsContext value={query}>
					<InPanel value>{children}</InPanel>
				</SearchParamsContext>
			</PathnameContext>
		</AppRouterContext>
	);
}

type AtItsAddressProps = AskedPage & Leads & { children: ReactNode };
