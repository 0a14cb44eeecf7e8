'use client';

import { useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import { v7 as uuidv7 } from 'uuid';
import { readJson } from '@/lib/browser/read-json';
import { isSameName } from '@/lib/list/search';
import { waitForFound } from '../still-finding';
import type { PickerOption } from './picker';
import { urlOf } from './use-options';

type TypedNames<Option> = {
	/** A GET that answers `q` with options as JSON. */
	source: string;
	chosen: PickerOption[];
	max: number;
	/** Whether a name that nothing fits becomes a new record. */
	creates: boolean;
	/** Called with what a name has found, and with all that is chosen then. */
	onTaken: (option: Option | PickerOption, all: (Option | PickerOption)[]) => void;
	/** Called with a name that took nothing, and whether all that it finds is chosen already. */
	onNothing: (name: string, isChosen: boolean) => void;
};

/**
 * For fields that choose several records: takes what a typed name finds, while the next one is typed already, one after the
 * other in the order in which they were typed. A name that was left without Enter takes nothing but the one record that is called so.
 */
export function useTypedNames<Option extends PickerOption>(props: TypedNames<Option>) {
	const { source, chosen, max, creates, onTaken, onNothing } = props;
	const latest = useRef<(Option | PickerOption)[]>(chosen);
	const taking = useRef<Promise<string | null>>(Promise.resolve(null));
	useEffect(() => {
		latest.current = chosen;
	}, [chosen]);

	async function take(name: string, exactly: boolean): Promise<string | null> {
		const found = await readJson<Option[]>(urlOf(source, name)).catch(() => null);
		const free = found?.filter(({ id }) => !latest.current.some((each) => each.id === id)) ?? [];
		const named = free.filter((option) => isSameName(option.name, name));
		const option = exactly ? (named.length === 1 ? named[0] : undefined) : free[0];
		const created =
			found?.length === 0 && creates && !exactly ? { id: uuidv7(), name, isNew: true as const } : undefined;
		const taken = option ?? created;
		if (!taken || latest.current.length >= max) {
			const isChosen = found !== null && found.length > 0 && free.length === 0;
			onNothing(name, isChosen);
			return isChosen ? null : name;
		}
		latest.current = [...latest.current, taken];
		// on the screen and in the form before anything that waits for it is sent
		flushSync(() => onTaken(taken, latest.current));
		return null;
	}

	return (name: string, { exactly = false } = {}) => {
		taking.current = taking.current.then(() => take(name, exactly));
		waitForFound(taking.current);
	};
}
