'use client';

import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { PlusIcon } from '@/components/ui/icons';
import { Label } from '@/components/ui/label';
import { maxPoints, type Point, type PointKind, suggestedLabels } from '@/domain/contact-points/contact-point';
import { isComposing } from '@/lib/browser/keyboard';
import { cn } from '@/lib/cn';
import { PointLine } from './point-line';
import type { PointLineValues } from './point-lists';

type PointFieldsProps = {
	kind: PointKind;
	/** The field of the first value; see `withLists` for the others. */
	name: string;
	label: string;
	placeholder?: string;
	/** In their order, the main one first. */
	initial: Point[];
	/** Whether a line stands there before there is anything in it. */
	begun?: boolean;
};

/** The emails, phones or links of a record: a line for each, which can be added, removed and moved. The first is the main one. */
export function PointFields({ kind, name, label, placeholder, initial, begun = true }: PointFieldsProps) {
	const id = useId();
	const list = useRef<HTMLFieldSetElement>(null);
	const focused = useRef<string | null>(null);
	const [first] = useState(() => linesOf(initial, begun));
	const [lines, setLines] = useState(first);
	const [news, setNews] = useState('');

	// the form hears by itself of what is typed; this is for lines that come, go and move
	useEffect(() => {
		if (lines !== first) list.current?.dispatchEvent(new Event('input', { bubbles: true }));
		const wanted = focused.current;
		focused.current = null;
		if (wanted) document.getElementById(wanted)?.focus();
	}, [lines, first]);

	function change(next: PointLineValues[], focus: string, said: string) {
		focused.current = focus;
		setLines(next);
		setNews(said);
	}

	function add() {
		const key = Math.max(-1, ...lines.map((line) => line.key)) + 1;
		change([...lines, { key, value: '', label: '' }], `${id}-${key}`, '');
	}

	function remove(place: number) {
		const next = lines.filter((_, at) => at !== place);
		const near = next[Math.min(place, next.length - 1)];
		change(next, near ? `${id}-${near.key}` : `${id}-add`, `Removed ${kind} ${place + 1}.`);
	}

	function move(place: number, to: number, focus: string) {
		const line = lines[place];
		if (!line || to < 0 || to >= lines.length) return;
		const rest = lines.filter((other) => other !== line);
		const said = to === 0 ? `This is the main ${kind} now.` : `Moved to place ${to + 1} of ${lines.length}.`;
		change(rest.toSpliced(to, 0, line), focus, said);
	}

	/** Alt and an arrow move the line that has the focus, which stays where it is in the line. */
	function onKeyDown(event: React.KeyboardEvent, place: number) {
		const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
		if (!by || !event.altKey || event.ctrlKey || event.metaKey || isComposing(event.nativeEvent)) return;
		event.preventDefault();
		move(place, place + by, (event.target as HTMLElement).id);
	}

	return (
		<fieldset
			ref={list}
			className={cn('flex min-w-0 flex-col sm:col-span-2 sm:gap-1.5', lines.length > 1 ? 'gap-3' : 'gap-1.5')}
		>
			<legend className="sr-only">{`${label}: the first is the main one`}</legend>
			{lines.length > 0 && <Label htmlFor={`${id}-${lines[0]?.key}`}>{label}</Label>}
			{lines.map((line, place) => (
				<PointLine
					key={line.key}
					id={`${id}-${line.key}`}
					{...{ kind, name, label, place, line, placeholder }}
					suggestions={`${id}-labels`}
					count={lines.length}
					onMove={(to, focus) => move(place, to, focus)}
					onRemove={() => remove(place)}
					onKeyDown={(event) => onKeyDown(event, place)}
				/>
			))}
			<datalist id={`${id}-labels`}>
				{suggestedLabels[kind].map((suggestion) => (
					<option key={suggestion} value={suggestion} />
				))}
			</datalist>
			{lines.length < maxPoints && (
				<Button id={`${id}-add`} variant="ghost" size="sm" onClick={add} className="self-start text-muted-foreground">
					<PlusIcon className="size-3.5" />
					<span>{`Add ${kind}`}</span>
				</Button>
			)}
			<p role="status" className="sr-only">
				{news}
			</p>
		</fieldset>
	);
}

function linesOf(points: Point[], begun: boolean): PointLineValues[] {
	const lines = points.map(({ value, label }, key) => ({ key, value, label: label ?? '' }));
	return lines.length === 0 && begun ? [{ key: 0, value: '', label: '' }] : lines;
}
