'use client';

import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { XIcon } from '@/components/ui/icons';
import type { NounForms } from '@/lib/list/list-params';

type Selection = { ids: string[]; clear: () => void };

const SelectionContext = createContext<Selection>({ ids: [], clear: () => {} });

/** The rows that are selected, for what can be done with all of them. */
export function useSelection() {
	return useContext(SelectionContext);
}

const boxes = 'input[name=selected]';

/**
 * Around rows with `SelectBox`es. The boxes themselves hold what is selected; this reads it from them, so that a row needs
 * no code of its own. `rows` changes with the rows on the screen.
 */
export function SelectionFrame({
	rows,
	bulk,
	noun,
	children,
}: {
	rows: string;
	bulk: ReactNode;
	noun: NounForms;
	children: ReactNode;
}) {
	const frame = useRef<HTMLDivElement>(null);
	const [ids, setIds] = useState<string[]>([]);
	const all = () => [...(frame.current?.querySelectorAll<HTMLInputElement>(boxes) ?? [])];

	function read() {
		const selected = all().filter(({ checked }) => checked);
		setIds(selected.map(({ value }) => value));
		const master = frame.current?.querySelector<HTMLInputElement>('input[name=select-all]');
		if (master) {
			master.checked = selected.length > 0 && selected.length === all().length;
			master.indeterminate = selected.length > 0 && !master.checked;
		}
	}

	function clear() {
		for (const box of all()) box.checked = false;
		read();
	}

	const shown = useRef(rows);
	// biome-ignore lint/correctness/useExhaustiveDependencies: other rows are another selection
	useEffect(() => {
		const isOther = shown.current !== rows;
		shown.current = rows;
		// what was selected before this code had come stays selected
		if (isOther) clear();
		else read();
	}, [rows]);

	function onChange(event: React.ChangeEvent<HTMLDivElement>) {
		const box = event.target as unknown as HTMLInputElement;
		if (box.name === 'select-all') for (const other of all()) other.checked = box.checked;
		if (box.name === 'select-all' || box.name === 'selected') read();
	}

	return (
		<SelectionContext value={{ ids, clear }}>
			<div ref={frame} onChange={onChange}>
				{children}
			</div>
			{ids.length > 0 && (
				<div
					role="toolbar"
					aria-label="Selected rows"
					className="sticky bottom-3 z-20 mx-auto mt-3 flex w-fit max-w-full flex-wrap items-center gap-2 rounded-lg border bg-popover px-3 py-2 text-popover-foreground shadow-lg"
				>
					<span className="mr-1 font-medium tabular-nums" aria-live="polite">
						<span>{ids.length.toLocaleString('en')}</span>
						<span className="max-sm:sr-only">
							{' '}
							<span>{ids.length === 1 ? noun[0] : noun[1]}</span>
						</span>{' '}
						selected
					</span>
					{bulk}
					<Button variant="ghost" size="icon-sm" onClick={clear}>
						<XIcon />
						<span className="sr-only">Clear the selection</span>
					</Button>
				</div>
			)}
		</SelectionContext>
	);
}
