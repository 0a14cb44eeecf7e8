import type { Route } from 'next';
import { companyPath, contactPath, dealPath } from './paths';

/** The parameter that names the record in the side panel, beside whatever the page's address says. */
export const panelParam = 'panel';

export type PanelKind = 'company' | 'contact' | 'deal';
export type RecordRef = { kind: PanelKind; id: string };

const paths: Record<PanelKind, (id: string) => Route> = { company: companyPath, contact: contactPath, deal: dealPath };

/** The address of a record's page. */
export const recordPath = ({ kind, id }: RecordRef) => paths[kind](id);

/** The record as the parameter names it, such as `deal:0199…`; also tells two records apart. */
export const panelValue = ({ kind, id }: RecordRef) => `${kind}:${id}`;

/** The record that an address has in the side panel; an id that names nothing is found out when the record is read. */
export function panelRecordOf(params: { get: (name: string) => string | null }): RecordRef | null {
	const [, kind, id] = /^(company|contact|deal):([\w-]{1,64})$/.exec(params.get(panelParam) ?? '') ?? [];
	return kind && id ? { kind: kind as PanelKind, id } : null;
}

/** A query string (with `?`, or empty) that has another record in the side panel, or none. */
export function withPanel(search: string, record: RecordRef | null): string {
	const others = search
		.replace(/^\?/, '')
		.split('&')
		.filter((part) => part && !/^panel(=|$)/.test(part));
	const parts = record ? [...others, `${panelParam}=${panelValue(record)}`] : others;
	return parts.length > 0 ? `?${parts.join('&')}` : '';
}
