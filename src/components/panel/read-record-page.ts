import { fetchServerResponse } from 'next/dist/client/components/router-reducer/fetch-server-response';
import { prepareFlightRouterStateForRequest } from 'next/dist/client/flight-data-helpers';
import type { ReactNode } from 'react';
import { askEarly } from '@/components/layout/early-answer';
import { type RecordRef, recordPath } from '@/domain/panel-record';
import type { NoAnswer } from '@/lib/browser/read-json';

export type RecordPage = { node: ReactNode } | { failed: NoAnswer };

/**
 * What a record's page shows, without the frame around it: the GET that a click on its link would make, read by Next.js as its
 * router reads it. The state that is sent says that everything but the page is there already, so nothing else is rendered.
 * Rejects only where it was called off.
 */
export async function readRecordPage(record: RecordRef, search: string, signal: AbortSignal): Promise<RecordPage> {
	const path = recordPath(record);
	const answer = await fetchServerResponse(new URL(path + search, location.origin), {
		flightRouterState: stateAround(path),
		nextUrl: null,
		signal,
	});
	// an answer that is no page: the network, or another build
	if (typeof answer === 'string') return { failed: 'failed' };
	if (answer.canonicalUrl.pathname !== path) return { failed: 'signedOut' };
	let part = answer.transportData?.t;
	while (part && !part.d?.r) part = part.c?.get('children');
	return part?.d?.r ? { node: part.d.r } : { failed: 'failed' };
}

/** Asks for the page of a row's record at the press of the button, for the click that is about to want it. */
export function askForRecordPage(record: RecordRef, row: Element): void {
	const path = recordPath(record);
	const state = prepareFlightRouterStateForRequest(stateAround(path));
	void askEarly(row, new URL(path, location.origin), { 'next-router-state-tree': state });
}

/** The router's state of a tab with everything of a record's page but the page itself. */
function stateAround(path: string): Parameters<typeof fetchServerResponse>[1]['flightRouterState'] {
	const [, list = '', id = ''] = path.split('/');
	return [
		'',
		{ children: ['(crm)', { children: [list, { children: [['id', id, 'd', null], { children: ['', {}] }] }] }] },
	];
}
