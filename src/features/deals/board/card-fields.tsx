'use client';

import { createContext, type ReactNode, useContext, useEffect, useEffectEvent, useMemo, useState } from 'react';
import { readJson } from '@/lib/browser/read-json';
import { type AddedName, isAddedName } from '@/lib/list/added-names';
import { cardFieldsAtOnce } from '../stage/stages';
import type { CardPart } from './board-choices';

/** A custom field that cards can show. */
export type CardField = { part: AddedName; name: string };

/** What deals have of custom fields, as text: by the deal's id, then by the field's part. */
export type CardValues = Record<string, Partial<Record<CardPart, string>>>;

/** Custom fields that cards can show, and what the first cards have of those that are chosen. */
export type CardFields = { offered: CardField[]; values: CardValues };

const Shown = createContext<CardFields>({ offered: [], values: {} });

type CardFieldsProviderProps = {
	fields: CardFields;
	parts: readonly CardPart[];
	/** The deals that are on the board. */
	ids: string[];
	children: ReactNode;
};

/** Tells the cards what their deals have of the chosen custom fields, and asks for what comes later. */
export function CardFieldsProvider({ fields, parts, ids, children }: CardFieldsProviderProps) {
	const { offered, values: atFirst } = fields;
	const [added, setAdded] = useState<{ to: CardValues; values: CardValues }>({ to: atFirst, values: {} });
	// what a page that was read again brings is newer than what was asked for
	const values = useMemo(() => (added.to === atFirst ? { ...atFirst, ...added.values } : atFirst), [atFirst, added]);
	const own = parts.filter(isAddedName);
	const missing = ids.filter((id) => own.some((part) => values[id]?.[part] === undefined)).slice(0, cardFieldsAtOnce);
	const asked =
		own.length > 0 && missing.length > 0
			? new URLSearchParams({ fields: own.join(), deals: missing.join() }).toString()
			: '';
	const take = useEffectEvent((read: CardValues) =>
		setAdded((before) => ({
			to: atFirst,
			values: { ...(before.to === atFirst && before.values), ...read },
		})),
	);
	useEffect(() => {
		if (asked === '') return;
		const ended = new AbortController();
		// without them the cards are there all the same
		readJson<CardValues>(`/api/deals/card-fields?${asked}`, ended.signal).then(take, () => {});
		return () => ended.abort();
	}, [asked]);
	const shown = useMemo(() => ({ offered, values }), [offered, values]);
	return <Shown value={shown}>{children}</Shown>;
}

/** The custom fields that cards can show. */
export const useCardFields = () => useContext(Shown).offered;

/** The custom fields that a card shows, with what its deal has of them. */
export function CardFieldLines({ id, parts }: { id: string; parts: readonly CardPart[] }) {
	const { offered, values } = useContext(Shown);
	return offered.map(({ part, name }) => {
		const text = parts.includes(part) ? values[id]?.[part] : undefined;
		return (
			text && (
				<p key={part} data-own translate="no" title={`${name}: ${text}`}>
					<span>{name}:</span> <b>{text}</b>
				</p>
			)
		);
	});
}
