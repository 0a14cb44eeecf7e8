'use client';

import { type ReactNode, startTransition, useEffect, useOptimistic, useRef, useState } from 'react';
import { noAnswerFailure } from '@/components/form/form';
import { sayFailure } from '@/components/form/say-failure';
import { CarriedLines } from '@/components/list/carried-lines';
import type { RecordNoun } from '@/domain/named-record';
import { readJson } from '@/lib/browser/read-json';
import { moveField } from '../actions';
import type { FieldCounts, ListedField } from '../server/field-queries';
import { FieldLine } from './field-line';

type FieldListProps = {
	kind: RecordNoun;
	fields: ListedField[];
	label: string;
	/** Stands below the lines, within their border. */
	children?: ReactNode;
};

/** Fields in their order, which dragging or Alt with an arrow key changes. How many records have each comes after the page. */
export function FieldList({ kind, fields, label, children }: FieldListProps) {
	const [order, setOrder] = useOptimistic(fields.map(({ id }) => id));
	const [counts, setCounts] = useState<FieldCounts | null>(null);
	const [said, say] = useState('');
	const list = useRef<HTMLUListElement>(null);
	const moved = useRef<string | null>(null);
	const shown = order.flatMap((id) => fields.find((field) => field.id === id) ?? []);

	// biome-ignore lint/correctness/useExhaustiveDependencies: whatever is saved may have changed them
	useEffect(() => {
		const ended = new AbortController();
		// without them the fields are there all the same
		readJson<FieldCounts>(`/api/fields/counts?kind=${kind}`, ended.signal).then(setCounts, () => {});
		return () => ended.abort();
	}, [kind, fields]);

	// a line that has moved is another element, or loses the focus on its way
	// biome-ignore lint/correctness/useExhaustiveDependencies: with the lines
	useEffect(() => {
		if (moved.current) list.current?.querySelector<HTMLElement>(`[data-line="${moved.current}"] button`)?.focus();
		moved.current = null;
	}, [order.join()]);

	function move(id: string, to: number) {
		const others = order.filter((each) => each !== id);
		const place = Math.min(Math.max(to, 0), others.length);
		if (order.indexOf(id) === place) return;
		moved.current = id;
		say(`${fields.find((field) => field.id === id)?.name}, ${place + 1} of ${order.length}`);
		startTransition(async () => {
			setOrder(others.toSpliced(place, 0, id));
			const result = await moveField({ id, before: others[place] ?? null }).catch(noAnswerFailure('it was moved'));
			if (!result.ok) sayFailure(result);
		});
	}

	return (
		<CarriedLines list={list} onDrop={(id, onto) => move(id, order.indexOf(onto))}>
			<div className="rounded-lg border bg-card">
				<ul ref={list} aria-label={label}>
					{shown.map((field) => (
						<FieldLine
							key={field.id}
							field={field}
							counts={counts}
							onMove={(by) => move(field.id, order.indexOf(field.id) + by)}
						/>
					))}
				</ul>
				{children}
			</div>
			<p role="status" translate="no" className="sr-only">
				{said}
			</p>
		</CarriedLines>
	);
}
