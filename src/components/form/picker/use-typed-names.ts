'use client';

import { useEffect, useRef } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { readJson } from '@/lib/browser/read-json';
import type { PickerOption } from './picker';

type TypedNames<Option> = {
	/** A GET that answers `q` with options as JSON. */
	source: string;
	chosen: PickerOption[];
	max: number;
	/** Whether a name that nothing fits becomes a new record. */
	creates: boolean;
	/** Called with what a name has found, and with all that is chosen then. */
	onTaken: (option: Option | PickerOption, all: (Option | PickerOption)[]) => void;
	/** Called with a name that took nothing, and whether it found anything. */
	onNothing: (name: string, isFound: boolean) => void;
};

/**
 * For fields that choose several records: takes what a typed name finds, while the next one is typed already, one after the
 * other in the order in which they were typed.
 */
export function useTypedNames<Option extends PickerOption>(props: TypedNames<Option>): (name: string) => void {
	const { source, chosen, max, creates, onTaken, onNothing } = props;
	const latest = useRef<(Option | PickerOption)[]>(chosen);
	const taking = useRef(Promise.resolve());
	useEffect(() => {
		latest.current = chosen;
	}, [chosen]);

	async function take(name: string) {
		const url = `${source}${source.includes('?') ? '&' : '?'}${new URLSearchParams({ q: name })}`;
		const found = await readJson<Option[]>(url).catch(() => null);
		const option = found?.find(({ id }) => !latest.current.some((each) => each.id === id));
		const created = found?.length === 0 && creates ? { id: uuidv7(), name, isNew: true as const } : undefined;
		const taken = option ?? created;
		if (!taken || latest.current.length >= max) return onNothing(name, (found?.length ?? 0) > 0);
		latest.current = [...latest.current, taken];
		onTaken(taken, latest.current);
	}

	return (name) => {
		taking.current = taking.current.then(() => take(name));
	};
}
